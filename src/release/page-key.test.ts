import { expect, test } from 'vitest';
import { fixtureDay, fixtureSource } from '../fixture-city/fixture-city.ts';
import { contentOf } from '../graph/content.ts';
import { allPages, viewOf } from '../views/routes.ts';
import { siteOn } from '../views/site.ts';
import { pageKey } from './page-key.ts';

const source = await fixtureSource();
/** Reads and joins everything anew, so that nothing remembered helps. */
function keys({ code = 'code', day = fixtureDay, change = (_file: string, text: string) => text } = {}): Map<string, string> {
  const texts = new Map([...source.texts].map(([file, text]) => [file, change(file, text)]));
  const site = siteOn(contentOf({ ...source, texts }).graph!, day);
  return new Map([...allPages(site)].map((ref) => [ref.path, pageKey(viewOf(site, ref), code)]));
}
const first = keys();
const differing = (now: Map<string, string>) => [...first].filter(([path, key]) => now.get(path) !== key).map(([path]) => path);

test('the same content gives the same keys, and every page its own', () => {
  expect(differing(keys())).toEqual([]);
  expect(new Set(first.values()).size).toBe(first.size);
});

test('other code gives every page another key', () => {
  expect(differing(keys({ code: 'other' }))).toHaveLength(first.size);
});

test('a changed word of the interface changes the pages of its language', () => {
  const changed = differing(
    keys({ change: (file, text) => (file === 'strings/nl.yml' ? text.replace(/^nav\.skip: .*$/m, 'nav.skip: Verder') : text) }),
  );
  expect(changed).toEqual([...first.keys()].filter((path) => path.startsWith('/nl/')));
});

test('the day changes the pages on which it is seen: here, the alert goes everywhere', () => {
  expect(differing(keys({ day: '2026-11-23' }))).toEqual([]);
  expect(differing(keys({ day: '2026-12-01' })).filter((path) => first.has(path))).toHaveLength(first.size);
});
