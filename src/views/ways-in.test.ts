import { beforeAll, describe, expect, it } from 'vitest';
import { facetsOf } from '../content-model/facets.ts';
import { fixtureDay, fixtureSource } from '../fixture-city/fixture-city.ts';
import type { ContentSource } from '../graph/content-source.ts';
import { contentOf } from '../graph/content.ts';
import { addressOf, entriesFromAToZ, letterOf, lettersOf, route as azPage } from './a-z.ts';
import { route as about } from './about.ts';
import { route as changes } from './changes.ts';
import { letterTo } from './letter.ts';
import { allPages } from './routes.ts';
import { route as search } from './search.ts';
import { find, siteOn, type Site } from './site.ts';
import { route as story } from './story.ts';
import { audience, cameFor, from, model, stage, topic } from './ways-in.ts';

let source: ContentSource;
beforeAll(async () => {
  source = await fixtureSource();
});
function city(changed: Record<string, string> = {}): Site {
  return siteOn(contentOf({ ...source, texts: new Map([...source.texts, ...Object.entries(changed)]) }).graph!, fixtureDay);
}
const textOf = (file: string) => source.texts.get(file)!;

describe('a way in', () => {
  it('gathers for some readers their stories, their guides in the order of the way, and the pages of the city', () => {
    const view = audience.route.view(city(), { lang: 'en', audience: 'student' });
    expect(view.title).toBe('Students');
    const stories = view.groups.find(({ of }) => of === 'stories')!;
    expect(stories.items.map(({ href }) => href)).toContain('/en/stories/k1d4/');
    expect(view.groups.filter(({ of }) => of === 'guides').map(({ label }) => label)).toEqual(['The first weeks']);
    expect(view.near[0]!.links.map(({ href }) => href)).toEqual(['/en/for/refugee/', '/en/for/local/']);
  });

  it('exists for every reader, stage, topic and reason, and for countries only from which somebody told', () => {
    const site = city();
    const paths = [...allPages(site)].map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['/en/for/local/', '/ar/when/staying/', '/nl/topics/people/', '/en/stories/from/ng/', '/ar/stories/came-for/business/']),
    );
    expect(paths).not.toContain('/en/stories/from/fr/');
    expect(from.route.view(site, { lang: 'en', country: 'sy' }).groups[0]!.items.map(({ href }) => href)).toEqual(['/en/stories/r5h8/']);
  });

  it('says where nothing is yet, and leads to what is near', () => {
    const view = cameFor.route.view(city(), { lang: 'en', reason: 'business' });
    expect(view.groups).toEqual([]);
    expect(view.missing).toContain('“a business of one’s own”');
    expect(view.near.map(({ title }) => title)).toEqual(['By reason for coming', 'By country']);
    expect(view.near[0]!.links.length).toBeGreaterThan(0);
  });

  it('says where there are guides but nobody has told a story', () => {
    const site = city({ 'guides/en/bicycle.mdx': textOf('guides/en/bicycle.mdx').replace(/^topics: .*$/m, 'topics: [people]') });
    const people = topic.route.view(site, { lang: 'en', topic: 'people' });
    const silent = people.groups.every(({ of }) => of !== 'stories');
    expect(people.missing === '').toBe(!silent);
    expect(model.route.view(site, { lang: 'en', model: 'tool' }).missing).toContain('Tool');
  });

  it('is cut into pages where it is long, and each page knows the next', () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `guides/en/more-${index}.mdx`,
        textOf('guides/en/bicycle.mdx')
          .replace(/^title: .*$/m, `title: Guide ${index}`)
          .replace(/^aliases: .*\n/m, '')
          .replace(/^stages: .*$/m, 'stages: [staying]'),
      ]),
    );
    const site = city(many);
    const pages = stage.pageRoute.paths(site).filter(({ lang, stage: id }) => lang === 'en' && id === 'staying');
    expect(pages).toEqual([{ lang: 'en', stage: 'staying', page: '2' }]);
    const first = stage.route.view(site, { lang: 'en', stage: 'staying' });
    const second = stage.pageRoute.view(site, pages[0]!);
    expect(first.next).toBe('/en/when/staying/page/2/');
    expect(second.previous).toBe('/en/when/staying/');
    const items = [first, second].flatMap(({ groups }) => groups.flatMap((group) => group.items.map(({ href }) => href)));
    expect(new Set(items).size).toBe(items.length);
    expect(second.head.title).toContain('Page 2 of 2');
  });
});

describe('a very long list', () => {
  it('ends after 240 entries and says where the others are', () => {
    const text = textOf('guides/en/bicycle.mdx')
      .replace(/^aliases: .*\n/m, '')
      .replace(/^stages: .*$/m, 'stages: [staying]');
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`guides/en/more-${index}.mdx`, text]));
    const site = city(many);
    const pages = stage.pageRoute.paths(site).filter(({ lang, stage: id }) => lang === 'en' && id === 'staying');
    expect(pages).toHaveLength(9);
    expect(stage.pageRoute.view(site, pages.at(-1)!).rest).toMatch(/^\d+ more/);
    expect(stage.pageRoute.view(site, pages[0]!).rest).toBe('');
  });
});

describe('the A–Z', () => {
  it('puts a title under its letter as the language sorts it', () => {
    expect(letterOf('Élan', 'en')).toBe('E');
    expect(letterOf('Йогурт', 'uk')).toBe('Й');
    expect(letterOf('«Їжак»', 'uk')).toBe('Ї');
    expect(letterOf('السكن', 'ar')).toBe('س');
    expect(letterOf('112 rufen', 'de')).toBe('0');
    expect(letterOf('🙂', 'en')).toBe('0');
  });

  it('gives every letter an address that any host can store', () => {
    expect([addressOf('A'), addressOf('Й'), addressOf('س'), addressOf('0')]).toEqual(['a', 'u419', 'u633', '0-9']);
  });

  it('holds what exists in the language, and nothing shown there in another', () => {
    const site = city();
    expect(entriesFromAToZ(site, 'ar').map(({ href }) => href)).toContain('/ar/stories/r5h8/');
    expect(entriesFromAToZ(site, 'nl').map(({ href }) => href)).not.toContain('/nl/stories/r5h8/');
    for (const { lang, letter } of azPage.paths(site))
      expect(azPage.view(site, { lang: lang!, letter: letter! }).items.length, `${lang} ${letter}`).toBeGreaterThan(0);
  });

  it('is what the search page is without JavaScript, letter by letter', () => {
    const site = city();
    const view = search.view(site, { lang: 'en' });
    expect(view.az.letters).toEqual(lettersOf(site, 'en'));
    expect(view.az.groups.flatMap(({ items }) => items)).toEqual(entriesFromAToZ(site, 'en'));
    expect(view.search).toBeUndefined();
  });
});

describe('what changed', () => {
  it('lists what is new and what changed until today, newest first, and nothing of tomorrow', () => {
    const items = changes.view(city(), { lang: 'en' }).months.flatMap(({ items }) => items);
    expect(items.map(({ href }) => href)).toContain('/en/stories/r5h8/');
    expect(items.some(({ what }) => what === 'Changed: Story')).toBe(true);
    const later = city({ 'stories/ar/r5h8.mdx': textOf('stories/ar/r5h8.mdx').replace('updated: 2026-08-01', 'updated: 2026-12-01') });
    expect(
      changes
        .view(later, { lang: 'en' })
        .months.flatMap(({ items }) => items)
        .some(({ on }) => on.includes('December')),
    ).toBe(false);
  });
});

describe('about this site', () => {
  it('counts each voice by entries and words; the shares add up to 100 but for rounding', () => {
    const { voices, inLanguages, credits } = about.view(city(), { lang: 'en' });
    for (const part of ['entries', 'words'] as const) {
      const sum = voices.reduce((total, voice) => total + voice[part], 0);
      expect(Math.abs(sum - 100), part).toBeLessThanOrEqual(2);
    }
    expect(voices.map(({ id }) => id)).toEqual(['resident', 'student', 'official', 'organisation']);
    expect(inLanguages).toHaveLength(3);
    expect(credits).toContain('Drawn for tests, CC0');
  });
});

describe('something wrong here', () => {
  it('reaches the owner of the page and names the page', () => {
    const href = letterTo(city(), { owner: 'city', path: '/en/guides/register/' });
    expect(href).toBe('mailto:balie@kleinhaven.example?subject=Doorstep%20Kleinhaven&body=https://kleinhaven.example/en/guides/register/');
    expect(letterTo(city(), { owner: 'nobody', path: '/x/' })).toContain('mailto:desk@kleinhaven.example');
  });

  it('falls back to the telephone where the settings have no e-mail, and to nothing where they have neither', () => {
    const settings = textOf('settings/site.yml');
    const organisations = textOf('settings/organisations.yml').replaceAll(/ contact: [^,]+,/g, '');
    const phone = city({
      'settings/site.yml': settings.replace('email: desk@kleinhaven.example, ', ''),
      'settings/organisations.yml': organisations,
    });
    expect(letterTo(phone, { owner: 'city', path: '/x/' })).toBe('tel:+31000000000');
    const silent = city({ 'settings/site.yml': settings.replace(/^contact: .*$/m, 'contact: {}'), 'settings/organisations.yml': organisations });
    expect(letterTo(silent, { owner: 'city', path: '/x/' })).toBeUndefined();
  });
});

describe('onward from an entry', () => {
  it('leads to people who came for the same reason, to the topic and to the readers', () => {
    const view = story.view(city(), { lang: 'en', slug: 'k1d4' });
    expect(view.onward?.map(({ href }) => href)).toEqual(
      expect.arrayContaining(['/en/stories/came-for/study/', '/en/topics/housing/', '/en/for/student/']),
    );
  });
});

describe('facets', () => {
  it('are what the model marks so, wherever in the entry it stands', () => {
    const { original } = find(city(), 'stories', 'k1d4')!;
    expect(facetsOf('stories', original.data)).toMatchObject({
      voice: ['student'],
      audiences: ['student'],
      stages: ['arriving', 'staying'],
      topics: ['housing'],
      country: ['NG'],
      cameFor: ['study'],
    });
  });
});
