import { expect, test } from 'vitest';
import type { PreviewPage } from './create-preview.ts';
import { createKeptPages } from './kept-pages.ts';

const name = { collection: 'guides', lang: 'en', slug: 'register' } as const;
const page = (html: string): PreviewPage => ({ html, lang: 'en', languages: [], instead: undefined, withoutText: false, pictures: [] });
const typed = (person: string, html = 'A page.') => ({ person, name, text: '', pages: new Map([['en', page(html)]]) });

test('the newest four texts of somebody are kept, for nobody else', () => {
  const kept = createKeptPages();
  const ids = Array.from({ length: 6 }, () => kept.keep(typed('u_a')).id);
  expect(ids.map((id) => kept.of('u_a', id) !== undefined)).toEqual([false, false, true, true, true, true]);
  expect(kept.of('u_b', ids[5]!)).toBeUndefined();
});

test('what nobody has looked at for two hours is forgotten', () => {
  let at = 0;
  const kept = createKeptPages({ now: () => at });
  const [left, used] = [kept.keep(typed('u_a')).id, kept.keep(typed('u_a')).id];
  at += 3_600_000;
  expect(kept.of('u_a', used)).toBeDefined();
  at += 3_600_000;
  expect(kept.of('u_a', left)).toBeUndefined();
  expect(kept.of('u_a', used)).toBeDefined();
});

test('pages take no more room than there is, also those made later in other languages: what was looked at last stays', () => {
  const kept = createKeptPages({ most: 100 });
  const [first, second] = [kept.keep(typed('u_a', 'x'.repeat(40))), kept.keep(typed('u_b', 'x'.repeat(40)))];
  kept.of('u_a', first.id)!.pages.set('nl', page('x'.repeat(30)));
  expect(kept.of('u_b', second.id)).toBeUndefined();
  expect(kept.of('u_a', first.id)).toBeDefined();
});
