import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { documentKey } from '../document.ts';
import { createTranslatingCity, inLanguage, pathOf, withLine, type TranslatingCity } from './translating-city.ts';

let city: TranslatingCity;
beforeAll(async () => {
  city = await createTranslatingCity({ files: await fixtureFiles(), day: fixtureDay });
});
afterAll(() => city.close());

describe('saving a translation', () => {
  test('records what it renders, of what is filled in', async () => {
    const { dutch } = await city.translated();
    expect((await city.group(dutch)).byLanguage.get('nl')!.parsed.data['revision']).toEqual(
      expect.objectContaining({ title: expect.any(String) as string, 'body#one': expect.any(String) as string }),
    );
  });

  test('nothing that is only told to editors is stored', async () => {
    const { dutch } = await city.translated();
    await city.change(city.translator, dutch, withLine('_stillRight: true'));
    expect(await city.publishedText(dutch)).not.toMatch(/_original|_stillRight|_revision/);
  });

  test('a translation that is brought up to date part by part is outdated in the others', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, (raw) => raw.replace('First.', 'First, at nine.').replace(/^title: .*$/m, 'title: The new bridge'));
    expect(await city.stateOf(dutch)).toEqual({ state: 'outdated', changed: ['title', 'body#one'] });
    await city.reword(dutch, (raw) => raw.replace('Eerst.', 'Eerst, om negen uur.'));
    expect(await city.stateOf(dutch)).toEqual({ state: 'outdated', changed: ['title'] });
    await city.reword(dutch, withLine('_stillRight: true'));
    expect(await city.stateOf(dutch)).toEqual({ state: 'current', changed: [] });
  });

  test('what changed in the original while somebody translated it does not count as seen', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, (raw) => raw.replace('First.', 'First, at nine.'));
    const opened = await city.served(city.translator, dutch);
    await city.reword(english, (raw) => raw.replace('at nine', 'at ten').replace('Second.', 'Second, at last.'));
    await city.save(city.translator, dutch, opened.replace('Eerst.', 'Eerst, om negen uur.'));
    await city.publish(dutch);
    expect(await city.stateOf(dutch)).toEqual({ state: 'outdated', changed: ['body#one', 'body#two'] });
    await city.reword(dutch, withLine('_stillRight: true'));
    expect(await city.stateOf(dutch)).toEqual({ state: 'current', changed: [] });
  });

  test('a text that does not say what its translator saw counts as a rendering of the present original', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, (raw) => raw.replace('First.', 'First, at nine.'));
    await city.reword(dutch, (raw) => raw.replace(/^_original: .*\n/m, '').replace('Eerst.', 'Eerst, om negen uur.'));
    expect(await city.stateOf(dutch)).toEqual({ state: 'current', changed: [] });
  });

  test('a version of the original that is none of its versions was seen by nobody', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, (raw) => raw.replace('First.', 'First, at nine.'));
    const { revision } = (await city.store.read([`${documentKey(dutch)}.mdx`]))[0]!;
    await city.reword(dutch, (raw) => raw.replace(/^_original: .*$/m, `_original: '${revision}'`).replace('Eerst.', 'Eerst, om negen uur.'));
    expect(await city.stateOf(dutch)).toMatchObject({ state: 'outdated' });
  });

  test('what a sender says of the revision does not count', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, (raw) => raw.replace('First.', 'First, at nine.'));
    const { 'body#one': now } = (await city.api(city.translator, 'translationSource', { path: pathOf(dutch) })).body.parts;
    expect(now).toBeUndefined();
    await city.reword(dutch, (raw) => raw.replace(/^ {2}'body#one': '.*'$/m, "  'body#one': 'ffffffffffff'").replace('De brug', 'Brug'));
    expect(await city.stateOf(dutch)).toEqual({ state: 'outdated', changed: ['body#one'] });
  });

  test('the same save sent twice is done once, with “still right” too', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, (raw) => raw.replace('First.', 'First, at nine.'));
    const raw = withLine('_stillRight: true')(await city.served(city.translator, dutch));
    const [first, second] = [await city.save(city.translator, dutch, raw, { key: 'k' }), await city.save(city.translator, dutch, raw, { key: 'k' })];
    expect(second.body.entries).toEqual(first.body.entries);
  });

  test('an earlier version that is brought back says what it rendered then', async () => {
    const { english, dutch } = await city.translated();
    const [{ revision } = { revision: '' }] = (await city.api(city.editor, 'getHistory', { path: pathOf(dutch) })).body.versions;
    await city.reword(english, (raw) => raw.replace('First.', 'First, at nine.'));
    await city.reword(dutch, withLine('_stillRight: true'));
    await city.api(city.editor, 'restoreVersion', { path: pathOf(dutch), revision });
    await city.publish(dutch);
    expect(await city.stateOf(dutch)).toEqual({ state: 'outdated', changed: ['body#one'] });
  });

  test('a summary is never outdated in what it leaves out', async () => {
    const english = await city.published();
    const dutch = inLanguage(english, 'nl');
    await city.begin(city.translator, english, 'nl');
    await city.change(city.translator, dutch, (raw) => raw.replace('state: full', 'state: summary\ntitle: De brug\nsummary: Kort.'));
    await city.publish(dutch);
    await city.reword(english, (raw) => raw.replace('cost: Nothing', 'cost: Much').replace('First.', 'Third.'));
    expect(await city.stateOf(dutch)).toEqual({ state: 'summary', changed: [] });
    await city.reword(english, (raw) => raw.replace(/^title: .*$/m, 'title: The new bridge'));
    expect(await city.stateOf(dutch)).toEqual({ state: 'summary', changed: ['title'] });
  });

  test.each([
    ['_stillRight: perhaps', 'Neither yes (true) nor no (false)'],
    ['_stillRight: true\n_stillRight: true', 'The name “_stillRight” a second time'],
    ['_original: main', 'A revision of the original that is none'],
  ])('%j is refused with its line', async (line, found) => {
    const { dutch } = await city.translated();
    const raw = (await city.served(city.translator, dutch)).replace(/^_original: .*\n/m, '');
    const { status, body } = await city.save(city.translator, dutch, withLine(line)(raw));
    expect([status, body.findings]).toMatchObject([422, [{ found }]]);
  });
});
