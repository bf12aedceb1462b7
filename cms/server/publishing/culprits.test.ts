import { describe, expect, test } from 'vitest';
import type { MainChange } from '../store/store.ts';
import { culprits, suspectsOf, without } from './culprits.ts';
import type { ReleaseProblem } from './publishing.ts';

const guide = { collection: 'guides', lang: 'en', slug: 'register' } as const;
const dutch = { ...guide, lang: 'nl' } as const;
const story = { collection: 'stories', lang: 'en', slug: 'k1d4' } as const;
const topics = { collection: 'settings', lang: 'all', slug: 'topics' } as const;
const published = (by: string, ...documents: MainChange['documents']): MainChange => ({ action: 'publish', by, documents });
const problem = (path: string, file?: string): ReleaseProblem => ({ path, problem: 'is too large', ...(file ? { file } : {}) });
const named = (changes: readonly MainChange[], ...problems: ReleaseProblem[]) => culprits(suspectsOf(changes), problems).map(({ name }) => name);

describe('the culprit', () => {
  test('is the document whose file has the problem', () => {
    expect(named([published('u_a', guide, story)], problem('/nl/guides/register/', 'guides/en/register.mdx'))).toEqual([guide]);
    expect(named([published('u_a', topics, story)], problem('settings/topics.yml', 'settings/topics.yml'))).toEqual([topics]);
  });

  test('is the entry in the language that was published, where its page is shown from another file', () => {
    expect(named([published('u_a', guide)], problem('/nl/guides/register/', 'guides/nl/register.mdx'))).toEqual([guide]);
  });

  test('is the translation alone, where both were published and one has the problem', () => {
    expect(named([published('u_a', guide, dutch)], problem('/nl/guides/register/', 'guides/nl/register.mdx'))).toEqual([dutch]);
  });

  test('is nobody, where the page is a list or of something that was not published', () => {
    expect(named([published('u_a', guide)], problem('/en/guides/'), problem('/en/stories/k1d4/'))).toEqual([]);
  });

  test('is never what was taken off, nor what the server put back', () => {
    const changes: MainChange[] = [
      { action: 'unpublish', by: 'u_a', documents: [guide] },
      { action: 'put-back', by: 'server', documents: [guide] },
    ];
    expect(named(changes, problem('/en/guides/register/'))).toEqual([]);
  });
});

test('what is left of changes without some documents keeps who did it, and changes without documents', () => {
  const media: MainChange = { action: 'media', by: 'u_b', documents: [] };
  const left = without([published('u_a', guide, story), published('u_b', guide), media], suspectsOf([published('u_a', guide)]));
  expect(left).toEqual([published('u_a', story), media]);
});
