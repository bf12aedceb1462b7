import { beforeEach, expect, test, vi } from 'vitest';

const [a, b, c] = ['a', 'b', 'c'].map((sign) => sign.repeat(40)) as [string, string, string];
const text = (revision: string) => `---\n_revision: '${revision}'\ntitle: Register\n---\nWords.\n\n_revision: 'in the body'\n`;
let revisions: typeof import('./revisions.ts');
beforeEach(async () => {
  vi.resetModules();
  revisions = await import('./revisions.ts');
});

test('a text says which revision it was begun from, wherever its body says something like it', () => {
  expect(revisions.revisionIn(text(a))).toBe(a);
  expect(revisions.revisionIn(`---\ntitle: New\n---\n_revision: '${a}'\n`)).toBeUndefined();
  expect(revisions.revisionIn(`_revision: '${a}'\nname: Site\n`)).toBe(a);
});

test('after two saves of one’s own the next one says the revision that the second made', () => {
  revisions.saved('content/guides/nl/register.mdx', a, b);
  revisions.saved('content/guides/nl/register.mdx', b, c);
  expect(revisions.latest('content/guides/nl/register.mdx', text(a))).toBe(text(c));
  expect(revisions.latest('content/guides/nl/other.mdx', text(a))).toBe(text(a));
});

test('an earlier wording that is saved again ends the way and is no circle', () => {
  revisions.saved('x', a, b);
  revisions.saved('x', b, a);
  expect(revisions.latest('x', text(b))).toBe(text(a));
  expect(revisions.latest('x', text(a))).toBe(text(a));
});

test('without a revision a text is something new, and nothing else of it differs', () => {
  expect(revisions.withRevision(text(a), null)).toBe(text(a).replace(`_revision: '${a}'\n`, ''));
});
