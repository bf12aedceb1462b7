import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { documentKey, documentName } from '../document.ts';
import type { Person } from '../person.ts';
import { documentActions, roles, type Role } from '../roles.ts';
import { createApiCity, type ApiCity } from './api-city.ts';
import { originalText, translationText } from './example-texts.ts';
import { draftRights, readableDrafts } from './readable-entries.ts';
import { createRights, type Rights } from './rights.ts';

let city: ApiCity;
let rights: Rights;
/** How often rights were asked for a whole entry. */
let asked = 0;
const me = 'u_me';
beforeAll(async () => {
  const files = await fixtureFiles();
  for (const desk of ['harbour', 'students']) files.set(`guides/en/of-${desk}.mdx`, originalText('guides', `of-${desk}`, { desk }));
  city = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-readable-')), { files, day: fixtureDay });
  const real = createRights(city);
  rights = { ...real, standing: (...of) => (asked++, real.standing(...of)) };
  const save = async (file: string, text: string, by: string) => city.store.save({ name: documentName(file)!, text, seen: null, by });
  for (const by of [me, 'u_other']) {
    const called = by.replace('_', '-');
    await save(`stories/en/story-${called}.mdx`, originalText('stories', called, { number: by === me ? 801 : 802 }), by);
    for (const desk of ['harbour', 'students']) await save(`guides/en/${called}-${desk}.mdx`, originalText('guides', called, { desk }), by);
  }
  await save('guides/nl/of-harbour.mdx', translationText('guides', 'of-harbour'), 'u_other');
  await save('guides/nl/of-students.mdx', translationText('guides', 'of-students'), 'u_other');
}, 60_000);
afterAll(() => city.close());

const callOf = (person: Person) => ({ store: city.store, mainContent: city.mainContent, rights, person });
const people = (): [Role, readonly string[]][] => roles.flatMap((role) => [[role, []] as [Role, string[]], [role, ['harbour']] as [Role, string[]]]);

test('lists say of each draft what the rights say of it, for every role and action, with a desk and without', async () => {
  const drafts = await city.store.drafts();
  expect(drafts).toHaveLength(8);
  for (const [role, desks] of people()) {
    const person = city.person(role, { id: me, desks });
    const may = await draftRights(callOf(person));
    for (const action of documentActions)
      for (const draft of drafts) {
        const real = await rights.mayWith(person, action, await rights.standing(person, draft.name));
        expect([role, desks, action, documentKey(draft.name), await may(action, draft)]).toEqual([
          role,
          desks,
          action,
          documentKey(draft.name),
          real,
        ]);
      }
  }
});

test('an entry is looked at as a whole only where it can matter', async () => {
  const count = async (role: Role, desks: readonly string[] = []) => {
    asked = 0;
    await readableDrafts(callOf(city.person(role, { id: me, desks })));
    return asked;
  };
  expect(await count('editor')).toBe(0);
  expect(await count('translator')).toBe(0);
  expect(await count('contributor')).toBe(3);
  expect(await count('student-editor', ['harbour'])).toBeLessThan(8);
});
