import { beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../checks/checks.ts';
import { contentOf, type Content } from '../../graph/content.ts';
import { readContent } from '../../graph/read.ts';
import { defaultContentFolder } from '../../release/folders.ts';
import { corpusDay, makeCorpus, type City, type Corpus } from './corpus.ts';
import { planCorpus } from './plan.ts';
import { readCity } from './write-corpus.ts';

let city: City;
let corpus: Corpus;
let content: Content;
beforeAll(async () => {
  city = await readCity();
  corpus = makeCorpus(30, city);
  const { media } = await readContent(defaultContentFolder);
  content = contentOf({ texts: corpus.texts, media });
});

describe('the corpus of the bench', () => {
  test('has the same bytes for the same number of entries', () => {
    expect(makeCorpus(30, city)).toEqual(corpus);
  });

  test('has a third of its entry files in each language', () => {
    const files = [...corpus.texts.keys()].filter((file) => file.endsWith('.mdx'));
    expect(files).toHaveLength(30);
    for (const lang of ['en', 'nl', 'de']) expect(files.filter((file) => file.split('/')[1] === lang)).toHaveLength(10);
  });

  test('breaks no rule of content', () => {
    expect(checkContent(content, { day: corpusDay }).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('has translations that render what their originals say now', () => {
    const groups = Object.values(content.graph!.groups).flatMap((group) => [...group.values()]);
    const states = groups.flatMap(({ byLanguage }) => [...byLanguage.values()].map(({ state }) => state));
    expect(states.filter((state) => state === 'original')).toHaveLength(10);
    expect(states.filter((state) => state === 'current')).toHaveLength(20);
  });

  test('says in plain Markdown what it says in MDX', () => {
    const guide = corpus.pages.find(({ collection, lang }) => collection === 'guides' && lang === 'en')!;
    expect(guide.body).not.toMatch(/<[A-Z]/);
    const mdx = corpus.texts.get(`guides/en/${guide.slug}.mdx`)!;
    for (const words of ['What to do', 'Look out', 'Good to know']) expect([mdx, guide.body].every((text) => text.includes(words))).toBe(true);
  });

  test('mixes kinds as a city does', () => {
    const plan = planCorpus(3000);
    const counts = Object.values(plan).map((entries) => entries.length);
    expect(counts).toEqual([550, 250, 150, 25, 25]);
    expect(new Set(Object.values(plan).flatMap((entries) => entries.map(({ collection, slug }) => `${collection}/${slug}`))).size).toBe(1000);
  });

  test('has at least one entry of each kind', () => {
    expect(Object.values(planCorpus(24)).every((entries) => entries.length > 0)).toBe(true);
    expect(() => planCorpus(12)).toThrow('at least 24');
  });
});
