import { beforeAll, describe, expect, it } from 'vitest';
import { fixtureDay, fixtureSource } from '../fixture-city/fixture-city.ts';
import type { ContentSource } from '../graph/content-source.ts';
import { contentOf } from '../graph/content.ts';
import { siteFiles } from '../release/site-files.ts';
import { peopleForm } from './people-form.ts';
import { mostTellers, peopleIndex } from './people-index.ts';
import { siteOn, type Site } from './site.ts';
import { pageRoute, route as stories, storiesAPage } from './stories.ts';

let source: ContentSource;
beforeAll(async () => {
  source = await fixtureSource();
});

const ike = 'stories/en/k1d4.mdx';
const textOf = (file: string) => source.texts.get(file)!;
function city(changes: Record<string, string> = {}): Site {
  return siteOn(contentOf({ ...source, texts: new Map([...source.texts, ...Object.entries(changes)]) }).graph!, fixtureDay);
}
/** A city in which a story was told many times. */
const crowded = (many: number) =>
  city(
    Object.fromEntries(
      Array.from({ length: many }, (_, index) => [`stories/en/more-${index}.mdx`, textOf(ike).replace('number: 12', `number: ${100 + index}`)]),
    ),
  );

describe('the index of tellers', () => {
  it('has who told, in the language of the page or else in their own, and what they share', () => {
    const changed = textOf(ike).replace('cameFor: study', 'cameFor: study\n  household: [alone]\n  fields: [nature]');
    expect(peopleIndex(city({ [ike]: changed }), 'nl').tellers).toEqual([
      {
        href: '/nl/stories/r5h8/',
        name: 'أمل',
        title: 'كنت الأولى في الصف',
        lang: 'ar',
        dir: 'rtl',
        initial: 'أ',
        face: expect.stringMatching(/^\/media\/[0-9a-f]{16}-face72-160\.webp$/) as string,
        topic: 'papers',
        voice: 'resident',
        shares: { country: ['SY'], household: [], cameFor: ['refuge'], fields: [], languages: ['ar', 'nl'], stages: ['arriving'] },
      },
      expect.objectContaining({
        href: '/nl/stories/k1d4/',
        voice: 'student',
        shares: expect.objectContaining({ country: ['NG'], household: ['alone'], fields: ['nature'] }) as object,
      }),
    ]);
  });

  it('leaves out whose consent has ended, and a face that its owner did not agree to', () => {
    const shy = city({ [ike]: textOf(ike).replace('scopes: [site, portrait]', 'scopes: [site]') });
    expect(peopleIndex(shy, 'en').tellers.map(({ href }) => href)).toEqual(['/en/stories/r5h8/', '/en/stories/k1d4/']);
    expect(peopleIndex(shy, 'en').tellers[1]).not.toHaveProperty('face');
  });

  it('holds the newest only, so that it stays small', () => {
    expect(peopleIndex(crowded(mostTellers + 50), 'en').tellers).toHaveLength(mostTellers);
  });

  it('is a file of the site in each language', () => {
    const site = city();
    const files = siteFiles(site);
    for (const lang of site.languages) expect(JSON.parse(files.get(`people/${lang}.json`)!)).toEqual(peopleIndex(site, lang));
  });
});

describe('the form for people like me', () => {
  it('asks for what tellers can share, in the words of the language', () => {
    const { questions } = peopleForm(city(), 'en')!;
    expect(questions.map(({ facet }) => facet)).toEqual(['cameFor', 'country', 'stages', 'household', 'fields', 'languages']);
    const options = (facet: string) => questions.find((question) => question.facet === facet)!.options;
    expect(options('country')).toEqual([
      { value: 'NG', label: 'Nigeria' },
      { value: 'SY', label: 'Syria' },
      { value: '-', label: 'another country' },
    ]);
    expect(options('languages').map(({ label }) => label)).toEqual(['Arabic', 'Dutch', 'English', 'Igbo', 'another language']);
    expect(options('household')).toContainEqual({ value: 'partner children', label: 'with a partner and children' });
  });

  it('has a reason in words for everything, and says how many were found in the grammar of the language', () => {
    for (const lang of city().languages) {
      const { questions, found } = peopleForm(city(), lang)!;
      for (const { also } of questions) expect(also).toContain('{what}');
      expect(new Set(found).size).toBe(6);
    }
    expect(peopleForm(city(), 'ar')!.found.slice(1, 3)).toEqual(['شخص واحد يشترك معك في هذا.', 'شخصان يشتركان معك في شيء، الأقرب أولاً.']);
  });

  it('stands on the first page of the list only, and not where nobody has told', () => {
    const site = crowded(storiesAPage);
    expect(stories.view(site, { lang: 'en' }).people).toBeDefined();
    expect(pageRoute.view(site, { lang: 'en', page: '2' }).people).toBeUndefined();
    const texts = new Map([...source.texts].filter(([file]) => !file.startsWith('stories/')));
    expect(peopleForm(siteOn(contentOf({ ...source, texts }).graph!, fixtureDay), 'en')).toBeUndefined();
  });
});
