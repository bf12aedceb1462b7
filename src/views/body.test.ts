import { beforeAll, expect, test } from 'vitest';
import { fixtureDay, fixtureSource } from '../fixture-city/fixture-city.ts';
import type { ContentSource } from '../graph/content-source.ts';
import { contentOf } from '../graph/content.ts';
import { examples } from '../mdx/examples.ts';
import { componentNames, component } from '../mdx/components.ts';
import { parseBody } from '../mdx/body.ts';
import { resolveBody, type ResolvedComponent, type ResolvedSegment } from './body.ts';
import { leadLinks } from './inner-links.ts';
import { siteOn, type Site } from './site.ts';

let source: ContentSource;
let site: Site;
beforeAll(async () => {
  source = await fixtureSource();
  site = siteOn(contentOf(source).graph!, fixtureDay);
});

/** The fixture city with one of its files changed. */
function siteWith(file: string, change: (text: string) => string): Site {
  const texts = new Map(source.texts).set(file, change(source.texts.get(file)!));
  return siteOn(contentOf({ ...source, texts }).graph!, fixtureDay);
}

interface Where {
  of?: Site;
  lang?: string;
  around?: string;
  notes?: boolean;
  variants?: { id: string; label: string }[];
}
function resolve(mdx: string, { of = site, lang = 'en', around, notes = false, variants = [] }: Where = {}) {
  const language = around ?? lang;
  const { body } = parseBody(mdx, { file: `guides/${language}/test.mdx` });
  return resolveBody(of, { segments: body!.intro, entry: { lang: language, data: { variants } }, lang, notes });
}
const only = <Name extends ResolvedComponent['component']>(segments: ResolvedSegment[], name: Name) =>
  segments.find((segment) => 'component' in segment && segment.component === name) as Extract<ResolvedComponent, { component: Name }> | undefined;
const html = (segments: ResolvedSegment[]) => segments.map((segment) => ('html' in segment ? segment.html : '')).join('');

test('a link within the site leads into the language of the page', () => {
  expect(html(resolve('See [how](/guides/register/#wat-u-doet).', { lang: 'nl' }).segments)).toBe(
    '<p>See <a href="/nl/guides/register/#wat-u-doet">how</a>.</p>',
  );
  expect(leadLinks('<a href="/stories/">all</a>', { site, lang: 'ar' })).toBe('<a href="/ar/stories/">all</a>');
});

test('a link to an earlier address leads to the present one', () => {
  expect(html(resolve('[how](/guides/sign-up/)').segments)).toContain('<a href="/en/guides/register/">how</a>');
});

test('a link to what is not there, or not public yet, keeps its words and is no link', () => {
  const later = siteWith('guides/nl/register.mdx', (text) => text.replace('published: 2026-02-01', 'published: 2027-02-01'));
  expect(html(resolve('[no](/guides/nowhere/) [not *yet*](/guides/register/) [out](https://x.example/)', { of: later }).segments)).toBe(
    '<p>no not <em>yet</em> <a href="https://x.example/" rel="noopener">out</a></p>',
  );
});

test('the words of a teller whose consent has run out are gone with the story', () => {
  const quote = '<Quote lang="ar" story="r5h8">كنت الأولى.</Quote>\n\n<Story id="r5h8" />\n\nStill here.';
  expect(only(resolve(quote).segments, 'Quote')).toBeDefined();
  const ended = siteWith('stories/ar/r5h8.mdx', (text) => text.replace('until: 2028-01-01', 'until: 2026-11-21'));
  expect(resolve(quote, { of: ended }).segments).toEqual([{ html: '<p>Still here.</p>' }]);
});

test('a quote stands between the marks of its language, with its direction and its translation', () => {
  const quote = only(resolve('<Quote lang="ar" by="Amal" translation="First in the queue.">كنت **الأولى**.</Quote>').segments, 'Quote')!;
  expect(quote.props).toEqual({
    lang: 'ar',
    dir: 'rtl',
    by: 'Amal',
    translation: { text: '“First in the queue.”', label: 'Translated from Arabic' },
  });
  expect(html(quote.children)).toBe('<p>«كنت <strong>الأولى</strong>.»</p>');
});

test('blocks for some readers that follow one another are ways of one fork, labelled as the guide labels them', () => {
  const variants = [{ id: 'eu', label: 'An EU passport' }];
  const { segments } = resolve(
    '<For audience="eu">A.</For>\n\n<For audience="student, refugee">B.</For>\n\nBetween.\n\n<For audience="local">C.</For>',
    { variants },
  );
  const forks = segments.filter((segment) => 'component' in segment && segment.component === 'Fork') as Extract<
    ResolvedComponent,
    { component: 'Fork' }
  >[];
  expect(forks.map(({ props }) => props.branches.map(({ ids, label }) => [ids, label]))).toEqual([
    [
      [['eu'], 'An EU passport'],
      [['student', 'refugee'], 'Students, Refugees'],
    ],
    [[['local'], 'Locals']],
  ]);
});

test('a fact is shown with its figure, and its source is for the list of the page', () => {
  const { segments, facts } = resolve('Now <Fact id="people" />, yes <Fact id="people" />.', { notes: true });
  const { props } = only(segments, 'Fact')!;
  expect(props.note?.id).toBe('Fact-people');
  expect(facts.map(({ slug }) => slug)).toEqual(['people']);
  expect(facts[0]!.text.text).toBe(props.text.text);
});

test('where a page has no list of sources, the source stands beside the figure', () => {
  const { props } = only(resolve('Now <Fact id="people" />.').segments, 'Fact')!;
  expect(props.note).toBeUndefined();
  expect(props.source).toMatch(/as of/);
});

test('a fact that had to be checked again says so', () => {
  const late = siteWith('facts/en/people.mdx', (text) => `${text.replace(/expires: .*\n/, '').replace('\nvalue:', '\nexpires: 2026-11-21\nvalue:')}`);
  expect(only(resolve('<Fact id="people" />', { of: late }).segments, 'Fact')!.props.late).toBe('should have been checked again by 21 November 2026');
  expect(only(resolve('<Fact id="people" />').segments, 'Fact')!.props.late).toBeUndefined();
});

test('a fact that is not there leaves the sentence as it is', () => {
  expect(html(resolve('Now <Fact id="nothing" /> here.').segments)).toBe('<p>Now  here.</p>');
});

test('an entry that is shown in its original has words of the interface in that language, and links in the page’s', () => {
  const { segments } = resolve('<Callout>Let op.</Callout>\n\n<Guide id="bicycle" />', { lang: 'ar', around: 'nl' });
  expect(only(segments, 'Callout')!.props.title).toBe('Goed om te weten');
  expect(only(segments, 'Guide')!.props).toMatchObject({ href: '/ar/guides/bicycle/', title: { text: 'Een fiets vinden' } });
});

test('a phrase is in the language of the place where none is named', () => {
  expect(only(resolve('<Phrase say="Goedemorgen" means="Good morning" />').segments, 'Phrase')!.props.say).toEqual({
    text: 'Goedemorgen',
    lang: 'nl',
    dir: 'ltr',
  });
});

test('every component has an example', () => {
  const shown = new Set(examples.map((example) => example.component));
  expect(componentNames.filter((name) => !shown.has(name) && component(name).within === undefined)).toEqual([]);
});

test.each(examples.map(({ component, name, mdx }) => [`${component}: ${name}`, mdx]))('the example “%s” is what an entry may hold', (_, mdx) => {
  const filled = mdx
    .replace('$picture', 'places/harbour.jpg')
    .replace('$facts', 'people, rent')
    .replace(/\$[a-z]+/g, 'people');
  expect(parseBody(filled, { file: 'handbook/en/example.mdx' }).problems).toEqual([]);
});
