import { beforeAll, describe, expect, it } from 'vitest';
import { fixtureDay, fixtureSource } from '../fixture-city/fixture-city.ts';
import type { ContentSource } from '../graph/content-source.ts';
import { contentOf } from '../graph/content.ts';
import { route as home, type HomeView } from './home.ts';
import { siteOn, type Site } from './site.ts';
import { pageRoute, route as stories, storiesAPage, storiesOnFirstPage } from './stories.ts';
import { route as story, type StoryView } from './story.ts';

let source: ContentSource;
beforeAll(async () => {
  source = await fixtureSource();
});

/** The fixture city with some files changed; `null` takes a file away. */
function city(changes: Record<string, string | null> = {}): Site {
  const texts = new Map(source.texts);
  for (const [file, text] of Object.entries(changes)) {
    if (text === null) texts.delete(file);
    else texts.set(file, text);
  }
  return siteOn(contentOf({ ...source, texts }).graph!, fixtureDay);
}
const textOf = (file: string) => source.texts.get(file)!;
const withoutStories = () => Object.fromEntries([...source.texts.keys()].filter((file) => file.startsWith('stories/')).map((file) => [file, null]));
const seeStory = (lang: string, slug = 'k1d4', site = city()): StoryView => story.view(site, { lang, slug });
const seeHome = (lang = 'en', site = city()): HomeView => home.view(site, { lang });

describe('a story', () => {
  it('shows the quote in its own language, marked as such, and its translation beside it', () => {
    const { quote } = seeStory('en', 'r5h8');
    expect(quote.said).toEqual({ text: '«كنت الأولى في الصف، وكان الباب مغلقاً.»', lang: 'ar', dir: 'rtl' });
    expect(quote.translation).toEqual({ text: '“I was the first in line, and the door was shut.”', label: 'Translated from Arabic' });
  });

  it('needs no translation where the quote is in the language of the page', () => {
    expect(seeStory('ar', 'r5h8').quote).toEqual({ said: { text: '«كنت الأولى في الصف، وكان الباب مغلقاً.»' } });
    expect(seeStory('en').quote).toEqual({ said: { text: '“The kettle was there before the bed.”' } });
  });

  it('marks what a summary took over from the original as the original’s language', () => {
    const view = seeStory('ar');
    expect(view.notice).toMatchObject({ state: 'summary', lang: 'ar', original: { lang: 'en', name: 'English', href: '/en/stories/k1d4/' } });
    expect(view.hard[1]!.text).toEqual({ text: 'The first winter.', lang: 'en', dir: 'ltr' });
    expect(view.facts.find(({ text }) => text === 'student permit')).toMatchObject({ lang: 'en', dir: 'ltr' });
    expect(view.line[0]!.place).toEqual({ text: 'Port Harcourt', lang: 'en', dir: 'ltr' });
  });

  it('shows the original, words of the interface included, where it is missing in a language, and says so in the reader’s', () => {
    const view = seeStory('nl', 'r5h8');
    expect(view.notice).toMatchObject({ state: 'missing', lang: 'ar', dir: 'rtl' });
    expect(view.notice.text).toContain('Arabisch');
    expect(view.labels['story.hard']).toBe(city().chrome('ar').words['story.hard']);
    expect(view.breadcrumb.at(-1)).toEqual({ label: 'كنت الأولى في الصف', lang: 'ar', dir: 'rtl' });
    expect(view.head).toMatchObject({ noindex: true, canonical: 'https://kleinhaven.example/ar/stories/r5h8/' });
  });

  it('names what changed where a translation has not followed its original', () => {
    const file = 'stories/en/k1d4.mdx';
    const site = city({
      [file]: textOf(file)
        .replace('had *six* beds', 'had *eight* beds')
        .replace('published: 2026-06-10', 'published: 2026-06-10\nupdated: 2026-11-02'),
    });
    const { notice } = seeStory('nl', 'k1d4', site);
    expect(notice).toMatchObject({ state: 'outdated', original: { href: '/en/stories/k1d4/' } });
    expect(notice.text).toMatch(/^Het origineel is op 2 november 2026 veranderd en deze vertaling nog niet: .*het deel ‘Arriving’\.$/);
  });

  it('makes each section a stop with its place and time, and sets the last one apart', () => {
    const { intro, legs, now } = seeStory('en');
    expect(intro).not.toHaveLength(0);
    expect(legs.map(({ id, where, when, waiting }) => [id, where.text, when.text, waiting])).toEqual([
      ['before', 'Port Harcourt', 'until 2024', false],
      ['arriving', 'The hostel', '', true],
    ]);
    expect(now).toMatchObject({ title: 'Now', where: { text: 'Kleinhaven' } });
  });

  it('draws both circles, each with its people in words', () => {
    const [first, today] = seeStory('en').circles;
    expect(first!.title).toBe('First winter, 2024');
    expect(first!.people).toEqual([
      { who: { text: 'a cousin' }, near: 'most weeks', kind: 'a person elsewhere' },
      { who: { text: 'the housing office' }, near: 'now and then', kind: 'an office' },
    ]);
    expect(today!.dots).toHaveLength(1);
  });

  it('says at the door who listened and what was paid, and how to take the story back', () => {
    const { rights } = seeStory('en');
    expect(rights.sentence).toBe('This is the story of Ike. It can be changed or withdrawn at any time, without giving a reason.');
    expect(rights.details).toContain('Told to Ria de Wit: two conversations, May 2026. Paid to the teller: € 75, as everyone is.');
    expect(rights.links[0]!.href).toBe(
      'mailto:desk@kleinhaven.example?subject=Doorstep%20Kleinhaven%2012&body=https://kleinhaven.example/en/stories/k1d4/',
    );
  });

  it('shows a portrait only to those the teller agreed to', () => {
    expect(seeStory('en').portrait).toBeDefined();
    expect(seeStory('en').head.openGraph.image).toBeUndefined();
    expect(seeStory('en', 'r5h8').head.openGraph.image).toBeDefined();
    const file = 'stories/en/k1d4.mdx';
    const shy = city({ [file]: textOf(file).replace('scopes: [site, portrait]', 'scopes: [site]') });
    expect(seeStory('en', 'k1d4', shy).portrait).toBeUndefined();
    expect(seeStory('en', 'k1d4', shy).pictures).toEqual([]);
  });
});

describe('the list of stories', () => {
  it('leaves out whose consent has ended and who is not published yet', () => {
    expect(stories.view(city(), { lang: 'en' }).stories.map(({ href }) => href)).toEqual(['/en/stories/r5h8/', '/en/stories/k1d4/']);
  });

  it('is divided into pages that lead to each other', () => {
    const file = 'stories/en/k1d4.mdx';
    const more = Object.fromEntries(
      Array.from({ length: storiesAPage }, (_, index) => [
        `stories/en/more-${index}.mdx`,
        textOf(file).replace('number: 12', `number: ${100 + index}`),
      ]),
    );
    const site = city(more);
    expect(stories.view(site, { lang: 'en' })).toMatchObject({ page: 'Page 1 of 2', older: '/en/stories/page/2/' });
    expect(pageRoute.paths(site)).toContainEqual({ lang: 'nl', page: '2' });
    const second = pageRoute.view(site, { lang: 'en', page: '2' });
    expect(second).toMatchObject({ path: '/en/stories/page/2/', newer: '/en/stories/' });
    expect(second.stories).toHaveLength(storiesAPage + 2 - storiesOnFirstPage);
    const all = [...stories.view(site, { lang: 'en' }).stories, ...second.stories].map(({ href }) => href);
    expect(all).toEqual(site.entries.stories.map(({ slug }) => `/en/stories/${slug}/`));
    expect(second.head.title).toContain('Page 2 of 2');
  });

  it('says so where nobody has told yet', () => {
    const view = stories.view(city(withoutStories()), { lang: 'en' });
    expect(view).toMatchObject({ stories: [], count: 'No story has been told here yet.', page: '' });
  });
});

describe('home', () => {
  it('says how many people have told, and takes the stories of the settings', () => {
    const view = seeHome();
    expect(view.title).toBe('2 people have told how they came to live in Kleinhaven.');
    expect(view.stories.map(({ number }) => number)).toEqual([12, 31]);
    expect(view.all).toBeUndefined();
  });

  it('counts in the grammar of the language', () => {
    expect(seeHome('ar').title).toBe('روى شخصان كيف جاءا ليعيشا في كلاينهافن.');
  });

  it('opens only doors behind which there is a guide', () => {
    for (const { guides } of seeHome().doors) expect(guides.length).toBeGreaterThan(0);
  });

  it('marks a guide’s title that is not in the reader’s language', () => {
    const titles = seeHome('ar').doors.flatMap(({ guides }) => guides.map(({ title }) => title));
    expect(titles.some(({ lang }) => lang === 'en' || lang === 'nl')).toBe(true);
  });

  it('still makes sense in a city without stories', () => {
    const view = seeHome('en', city(withoutStories()));
    expect(view.title).toBe('Nobody has told yet how they came to live in Kleinhaven.');
    expect(view.stories).toEqual([]);
    expect(view.all).toBeUndefined();
    expect(view.sign.name.text).toBe('Kleinhaven');
  });
});
