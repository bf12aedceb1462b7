import { expect, test } from 'vitest';
import { fixtureSource } from '../../../src/fixture-city/fixture-city.ts';
import { contentOf } from '../../../src/graph/content.ts';
import { defaultContentFolder } from '../../../src/release/folders.ts';
import { createLastKnown } from './last-known.ts';

const source = await fixtureSource();
const shipped = `${defaultContentFolder}/strings`;
const contentWith = (changes: Record<string, string>) => contentOf({ ...source, texts: new Map([...source.texts, ...Object.entries(changes)]) });
const knownOf = async (content: ReturnType<typeof contentWith>) => {
  const known = await createLastKnown({ content: { current: () => Promise.resolve(content) }, shipped });
  await known.renew();
  return known;
};

test('the texts are those of main, the default language first', async () => {
  const nl = source.texts.get('strings/nl.yml')!.replace(/^cms\.refused\.full: .*$/m, 'cms.refused.full: "De schijf zit vol."');
  const known = await knownOf(contentWith({ 'strings/nl.yml': nl }));
  expect([...known.languages().keys()]).toEqual([known.defaultLanguage(), ...['en', 'nl', 'ar'].filter((lang) => lang !== known.defaultLanguage())]);
  expect(known.languages().get('nl')!['cms.refused.full']).toBe('De schijf zit vol.');
  expect(known.siteName()).toBe('Doorstep Kleinhaven');
});

test('a text that main has in no language, since it is newer than the data folder, is the one that came with the code', async () => {
  const without = Object.fromEntries(
    ['en', 'nl', 'ar'].map((lang) => [`strings/${lang}.yml`, source.texts.get(`strings/${lang}.yml`)!.replace(/^cms\.refused\.full: .*\n/m, '')]),
  );
  const { languages } = await knownOf(contentWith(without));
  expect(languages().get('nl')!['cms.refused.full']).toBe(
    'De schijf van de server is vol. Er is niets bewaard en niets verloren; vertel het een beheerder.',
  );
});

test('where settings cannot be read, there are still words', async () => {
  const known = await knownOf(contentWith({ 'settings/site.yml': 'name: [' }));
  expect(known.languages().get('uk')!['cms.refused.full']).toContain('Диск сервера');
});
