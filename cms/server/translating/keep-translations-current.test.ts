import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { createTranslatingCity, pathOf, withLine, type TranslatingCity } from './translating-city.ts';

let city: TranslatingCity;
beforeAll(async () => {
  city = await createTranslatingCity({ files: await fixtureFiles(), day: fixtureDay });
});
afterAll(() => city.close());

describe('an original', () => {
  const typo = (raw: string) => raw.replace('First.', 'Firstly.');

  test('whose typo is mended keeps its translations current by one tick', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, (raw) => withLine('_translationsStillRight: true')(typo(raw)));
    expect(await city.stateOf(dutch)).toEqual({ state: 'current', changed: [] });
    await city.reword(english, (raw) => raw.replace('Firstly.', 'Nothing.'));
    expect(await city.stateOf(dutch)).toEqual({ state: 'outdated', changed: ['body#one'] });
  });

  test('does not make a translation current that was outdated before', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, (raw) => raw.replace('First.', 'Nothing.'));
    await city.reword(english, (raw) => withLine('_translationsStillRight: true')(raw.replace('Nothing.', 'Nothing!').replace('Second.', 'Second!')));
    expect(await city.stateOf(dutch)).toEqual({ state: 'outdated', changed: ['body#one'] });
  });

  test('takes the tick back', async () => {
    const { english, dutch } = await city.translated();
    await city.change(city.editor, english, (raw) => withLine('_translationsStillRight: true')(typo(raw)));
    await city.change(city.editor, english, withLine('_translationsStillRight: false'));
    await city.publish(english);
    expect(await city.stateOf(dutch)).toMatchObject({ state: 'outdated' });
  });

  test('keeps the tick of its draft where its page says that what is published means the same', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, typo);
    await city.change(city.editor, english, (raw) => withLine('_translationsStillRight: true')(raw.replace('Firstly.', 'At first.')));
    expect((await city.api(city.editor, 'markTranslationsStillRight', { path: pathOf(english) })).status).toBe(200);
    expect(await city.stateOf(dutch)).toEqual({ state: 'current', changed: [] });
    await city.publish(english);
    expect(await city.publishedText(english)).toContain('At first.');
    expect(await city.stateOf(dutch)).toEqual({ state: 'current', changed: [] });
  });

  test('with a draft that means something else is not made to mean the same', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, typo);
    await city.change(city.editor, english, (raw) => raw.replace('Firstly.', 'Nothing.'));
    await city.api(city.editor, 'markTranslationsStillRight', { path: pathOf(english) });
    expect(await city.stateOf(dutch)).toEqual({ state: 'current', changed: [] });
    await city.publish(english);
    expect(await city.stateOf(dutch)).toEqual({ state: 'outdated', changed: ['body#one'] });
  });

  test('that is published says by its page that its translations are right', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, typo);
    expect(await city.stateOf(dutch)).toMatchObject({ state: 'outdated' });
    expect((await city.api(city.translator, 'markTranslationsStillRight', { path: pathOf(english) })).status).toBe(403);
    expect((await city.api(city.editor, 'markTranslationsStillRight', { path: pathOf(dutch) })).body).toMatchObject({
      message: 'marked',
      parts: ['body#one'],
    });
    expect(await city.stateOf(dutch)).toEqual({ state: 'current', changed: [] });
    expect((await city.api(city.editor, 'markTranslationsStillRight', { path: pathOf(english) })).body).toMatchObject({ message: 'unchanged' });
    expect((await city.store.history(english))[0]).toMatchObject({ action: 'same-meaning', by: city.editor.id });
  });
});
