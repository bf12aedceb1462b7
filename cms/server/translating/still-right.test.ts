import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { documentKey, type DocumentName } from '../document.ts';
import { createTranslatingCity, pathOf, type TranslatingCity } from './translating-city.ts';

let city: TranslatingCity;
beforeAll(async () => {
  city = await createTranslatingCity({ files: await fixtureFiles(), day: fixtureDay });
});
afterAll(() => city.close());

describe('“still right”', () => {
  const reviewed = async (name: DocumentName) => (await city.group(name)).byLanguage.get(name.lang)!.data;

  test('sets the day of the review for all languages, and nothing else', async () => {
    const { english, dutch } = await city.translated();
    const file = `${documentKey(english)}.mdx`;
    const [before] = await city.store.read([file]);
    const snapshot = (await city.store.snapshot()).files;
    const answer = await city.api(city.editor, 'stillRight', { path: pathOf(dutch) });
    expect(answer.body).toMatchObject({ message: 'reviewed', document: documentKey(english), reviewed: fixtureDay });
    expect((await reviewed(dutch)) as unknown).toMatchObject({ reviewed: fixtureDay });
    expect(await city.stateOf(dutch)).toEqual({ state: 'current', changed: [] });
    const [after] = await city.store.read([file]);
    expect(after!.text).toBe(before!.text.replace('reviewed: 2026-06-01', `reviewed: '${fixtureDay}'`));
    const moved = [...(await city.store.snapshot()).files].filter(([path, revision]) => snapshot.get(path) !== revision).map(([path]) => path);
    expect(moved).toEqual([file]);
    expect((await city.store.history(english))[0]).toMatchObject({ action: 'still-right', by: city.editor.id });
  });

  test('said twice on a day is said once', async () => {
    const name = await city.published();
    await city.api(city.editor, 'stillRight', { path: pathOf(name) });
    const before = city.ref('refs/heads/main');
    expect((await city.api(city.editor, 'stillRight', { path: pathOf(name) })).status).toBe(200);
    expect(city.ref('refs/heads/main')).toBe(before);
  });

  test('leaves a draft able to be published, which does not undo it', async () => {
    const name = await city.published();
    await city.change(city.editor, name, (raw) => raw.replace('First.', 'First, in a draft.'));
    await city.api(city.editor, 'stillRight', { path: pathOf(name) });
    expect(await city.publishedText(name)).not.toContain('in a draft');
    await city.publish(name);
    const [after] = await city.store.read([`${documentKey(name)}.mdx`]);
    expect(after!.text).toContain('in a draft');
    expect((await reviewed(name)) as unknown).toMatchObject({ reviewed: fixtureDay });
  });

  test('is for whoever may publish the guide, and for guides alone', async () => {
    const name = await city.published();
    const before = city.written();
    for (const role of ['contributor', 'translator', 'student-editor'] as const)
      expect((await city.api(city.person(role), 'stillRight', { path: pathOf(name) })).status, role).toBe(403);
    expect((await city.api(city.editor, 'stillRight', { path: 'content/stories/en/k1d4.mdx' })).status).toBe(422);
    expect((await city.api(city.editor, 'stillRight', { path: 'content/settings/site.yml' })).status).toBe(422);
    expect((await city.api(city.editor, 'stillRight', { path: 'content/guides/en/gone.mdx' })).status).toBe(404);
    expect(city.written()).toBe(before);
  });
});
