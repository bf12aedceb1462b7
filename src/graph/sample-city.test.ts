import { readFile } from 'node:fs/promises';
import { hash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Collection } from '../content-model/collections.ts';
import { contentOf } from './content.ts';
import type { EntryGroup, Graph } from './graph.ts';
import { readContent } from './read.ts';

// What the sample city must show a city that looks at it: the promises of the README, counted.
const folder = fileURLToPath(new URL('../../content', import.meta.url));
let graph: Graph;
beforeAll(async () => {
  const content = contentOf(await readContent(folder));
  graph = content.graph!;
});

const groups = <C extends Collection>(collection: C): EntryGroup<C>[] => [...graph.groups[collection].values()];
const inLanguage = (collection: 'stories' | 'guides' | 'pages', lang: string) => groups(collection).filter(({ byLanguage }) => byLanguage.has(lang));
const whole = ['en', 'nl'];
const partly = ['de', 'uk', 'ar'];

describe('the sample city', () => {
  it('has twelve stories of at least 350 words, told in at least four languages, two in Ukrainian, two in Arabic, one in Dutch', () => {
    const originals = groups('stories').map(({ original }) => original.lang);
    expect(groups('stories').length).toBeGreaterThanOrEqual(12);
    expect(groups('stories').filter(({ original }) => original.body.words < 350)).toEqual([]);
    expect(new Set(originals).size).toBeGreaterThanOrEqual(4);
    expect(originals.filter((lang) => lang === 'uk').length).toBeGreaterThanOrEqual(2);
    expect(originals.filter((lang) => lang === 'ar').length).toBeGreaterThanOrEqual(2);
    expect(originals).toContain('nl');
  });

  it('tells of different people: ages, reasons, countries; one who left, one refugee, one partner, one local', () => {
    const people = groups('stories').map(({ original }) => original.data);
    const different = (values: unknown[]) => new Set(values).size;
    expect(different(people.map(({ person }) => person.age))).toBeGreaterThanOrEqual(10);
    expect(different(people.map(({ person }) => person.cameFor))).toBeGreaterThanOrEqual(6);
    expect(different(people.map(({ person }) => person.country))).toBeGreaterThanOrEqual(8);
    expect(people.filter(({ person }) => person.until).length).toBeGreaterThanOrEqual(1);
    for (const audience of ['refugee', 'partner', 'local', 'student'])
      expect(people.filter(({ audiences }) => audiences.includes(audience)).length, audience).toBeGreaterThanOrEqual(1);
    expect(people.filter(({ hard }) => hard.length === 0)).toEqual([]);
  });

  it('has fourteen guides of at least 300 words, eight pages, and fifteen facts with their source in the two documents', () => {
    expect(groups('guides').length).toBeGreaterThanOrEqual(14);
    expect(groups('guides').filter(({ original }) => original.body.words < 300)).toEqual([]);
    expect(groups('pages').length).toBeGreaterThanOrEqual(8);
    const documents = /Welcoming International Talent|International Talent Management in cities/;
    expect(groups('facts').filter(({ original }) => documents.test(original.data.source.title)).length).toBeGreaterThanOrEqual(15);
  });

  it('is whole in English and Dutch, and has at least four stories and four guides in each other language', () => {
    for (const collection of ['stories', 'guides', 'pages'] as const)
      for (const lang of whole) expect(inLanguage(collection, lang).length, `${collection} in ${lang}`).toBe(groups(collection).length);
    for (const collection of ['stories', 'guides'] as const)
      for (const lang of partly) expect(inLanguage(collection, lang).length, `${collection} in ${lang}`).toBeGreaterThanOrEqual(4);
  });

  it('shows every state of a translation in each language that is not whole', () => {
    for (const lang of partly) {
      const states = (['stories', 'guides', 'pages'] as const).flatMap((collection) =>
        groups(collection).map(({ byLanguage }) => byLanguage.get(lang)?.state ?? 'missing'),
      );
      expect([...new Set(states)], lang).toEqual(expect.arrayContaining(['current', 'outdated', 'summary', 'missing']));
    }
  });

  it('marks everybody and every invented text as a sample', () => {
    const invented = [...groups('stories'), ...groups('guides'), ...groups('pages')].map(({ original }) => original);
    expect(invented.filter(({ data }) => !data.sample).map(({ file }) => file)).toEqual([]);
  });

  it('gives every teller a portrait of their own', async () => {
    const files = groups('stories').map(({ original }) => original.data.portrait?.file);
    const faces = await Promise.all(files.map(async (file) => hash('sha256', await readFile(`${folder}/media/${file}`), 'hex')));
    expect(new Set(faces).size).toBe(groups('stories').length);
  });
});
