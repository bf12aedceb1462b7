import { describe, expect, test } from 'vitest';
import { contentOf } from '../graph/content.ts';
import { leastSettings } from '../graph/least-content.ts';
import { checkContent } from './checks.ts';
import { findingsOf, smallCity, smallDay, smallMedia, told, type Changes } from './small-city.ts';

const replace =
  (...pairs: [from: string, to: string][]) =>
  (text: string) =>
    pairs.reduce((result, [from, to]) => {
      if (!result.includes(from)) throw new Error(`"${from}" is not in the small city.`);
      return result.replace(from, to);
    }, text);

const story = 'stories/en/ana.mdx';
const guide = 'guides/en/register.mdx';
const dutch = 'guides/nl/register.mdx';
const room = 'guides/en/find-a-room.mdx';
const site = 'settings/site.yml';

test('in the small city nothing is wrong', () => {
  expect(told({})).toBe('');
});

test('findings come in the order of files and lines, whatever found them', () => {
  const found = findingsOf({
    [guide]: replace(['[student, family]', '[studnet, family]'], ['id="months-on-the-list"', 'id="month-on-the-list"']),
    [site]: replace(['[ana]', '[anna]']),
  });
  expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'guides/en/register.mdx:5',
    'guides/en/register.mdx:33',
    'guides/nl/register.mdx:5',
    'settings/site.yml:12',
  ]);
});

test('what would turn or colour a terminal’s text is written by its number', () => {
  const [finding] = findingsOf({ [site]: replace(["sign: '#13409f'", 'sign: "\\u202Eblue"']) });
  expect(finding?.found).toContain('U+202E');
});

describe('what bad input gets', () => {
  const table: [name: string, changes: Changes, only?: string][] = [
    ['code in an entry', { [room]: replace(['Begin before you come.', "import fs from 'node:fs'"]) }, 'safe-mdx'],
    ['an unknown audience', { [guide]: replace(['[student, family]', '[studnet, family]']) }],
    ['two originals with one address', { 'guides/nl/find-a-room.mdx': smallCity().get(room)! }],
    ['an alias that is taken', { [guide]: replace(['reviewed:', 'aliases: [find-a-room]\nreviewed:']) }],
    ['an alias that two entries have', { [guide]: replace(['reviewed:', 'aliases: [rooms]\nreviewed:']) }],
    ['an alias that is the present address', { [guide]: replace(['reviewed:', 'aliases: [register]\nreviewed:']) }],
    ['a slug with capitals and spaces', { 'guides/en/Find Work.mdx': '' }],
    ['a slug whose corrected form is taken', { 'guides/en/Register.mdx': '' }],
    ['a file that is no entry', { 'guides/register.mdx': '' }],
    ['a language folder that is not in the settings', { 'guides/nll/find-a-room.mdx': smallCity().get(room)! }],
    ['a translation of nothing', { 'guides/nl/find-work.mdx': '---\ntranslates: en\ntitle: Werk vinden\n---\n' }],
    [
      'a translation of a translation',
      { 'guides/nl/find-work.mdx': '---\ntranslates: en\n---\n', 'guides/en/find-work.mdx': '---\ntranslates: nl\n---\n' },
    ],
    ['a translation of the wrong language', { [dutch]: replace(['translates: en', 'translates: nl']) }],
    ['a translation whose original cannot be read', { [guide]: replace(['title: Register at the town hall', 'title:']) }, 'translations'],
    ['settings without languages', { [site]: (text) => text.replace(/languages:\n.*\n.*\n/, '') }],
    ['an empty settings file', { 'settings/topics.yml': '' }],
    ['a settings file that is missing', { 'settings/desks.yml': null }],
    ['a settings file that nothing reads', { 'settings/colours.yml': 'a: b' }],
    ['a language without interface texts', { 'strings/nl.yml': null }],
    ['a default language that the site does not have', { [site]: replace(['defaultLanguage: en', 'defaultLanguage: fr']) }],
    ['interface texts of a language that the site does not have', { 'strings/de.yml': smallCity().get('strings/en.yml')! }],
    ['a misspelt interface text', { 'strings/nl.yml': replace(['nav.skip:', 'nav.skp:']) }],
    ['interface texts that have just been begun', { 'strings/nl.yml': 'nav.home: Begin' }],
    ['a title with a right-to-left override', { [room]: replace(['title: Find a room', 'title: "Find \\u202Emoor a\\u202C"']) }],
    ['a title with a direction that is not ended', { [room]: replace(['title: Find a room', 'title: "Find \\u202Emoor a"']) }],
  ];
  test.each(table)('%s', (_, changes, only) => {
    // How many texts the interface has is no matter of wording.
    expect(told(changes, only === undefined ? {} : { only }).replaceAll(/\b\d{2,}(?= (?:texts are missing|more\.))/g, 'N')).toMatchSnapshot();
  });

  test.each([
    ['a script’s end', '</script>'],
    ['a section’s end', ']]>'],
    ['emoji', '👩🏽‍🚀 🏳️‍🌈'],
    ['a word of 150 characters', 'x'.repeat(150)],
  ])('%s in a title is text like any other', (_, words) => {
    expect(told({ [room]: replace(['title: Find a room', `title: ${JSON.stringify(words)}`]) })).toBe('');
  });

  test('an empty content folder', () => {
    const content = contentOf({ texts: new Map(), media: new Map() });
    expect(content.graph).toBeNull();
    expect(checkContent(content, { day: smallDay }).map(({ file, found, rule, fix }) => [file, found, rule, fix].join('\n'))).toMatchSnapshot();
  });

  test('the example for an empty content folder is a city in which nothing is missing', () => {
    const texts = new Map(Object.entries(leastSettings).map(([name, text]) => [`settings/${name}.yml`, text]));
    texts.set('strings/en.yml', smallCity().get('strings/en.yml')!);
    expect(checkContent(contentOf({ texts, media: new Map() }), { day: smallDay })).toEqual([]);
  });
});

describe('fields that do not fit', () => {
  test.each<[string, Changes]>([
    ['a number for a text', { [room]: replace(['title: Find a room', 'title: 2024']) }],
    ['a year without quotes', { [story]: replace(["since: '2023-09'", 'since: 2023']) }],
    ['nothing where something must be', { [room]: replace(['title: Find a room', 'title:']) }],
    ['a text that is too long', { [room]: replace(['Find a room', 'x'.repeat(161)]) }],
    ['a list that is too short', { [room]: replace(['topics: [housing]', 'topics: []']) }],
    ['a list that is too long', { [story]: replace(['hard:', 'hard:\n  - { text: A }\n  - { text: B }\n  - { text: C }']) }],
    ['a number that is too large', { [guide]: replace(['reviewEvery: 6', 'reviewEvery: 60']) }],
    ['a word that is none of the choices', { [story]: replace(['cameFor: study', 'cameFor: studdy']) }],
    ['a day that does not exist', { [room]: replace(['published: 2026-10-01', 'published: 2026-02-30']) }],
    ['a day or a word', { [story]: replace(['until: 2028-01-01', 'until: samle']) }],
    ['an address without a scheme', { [guide]: replace(['url: https://wetten.overheid.nl/', 'url: wetten.overheid.nl']) }],
    ['a misspelt field', { [room]: replace(['summary:', 'sumary:']) }],
    ['a comma in braces', { [story]: replace(['place: Porto,', 'place: Porto, by the sea,']) }],
    ['a block of no kind', { 'pages/en/welcome.mdx': replace(['type: figures', 'type: figure']) }],
    ['a block that does not say its kind', { 'pages/en/welcome.mdx': replace(['type: figures, ', '']) }],
    ['a text that is not in languages', { [site]: replace(['city: { en: Kade, nl: Kade }', 'city: Kade']) }],
    ['a text in a language that is none', { [site]: replace(['city: { en: Kade,', 'city: { english: Kade,']) }],
    ['a colour by its name', { [site]: replace(["'#13409f'", 'blue']) }],
    ['a link of the navigation that is none', { 'settings/navigation.yml': replace(['to: guides', 'to: guidse']) }],
    ['one value for a group', { [guide]: (text) => text.replace(/glance: .*/, 'glance: Everyone') }],
  ])('%s', (_, changes) => {
    expect(told(changes, { only: 'schema' })).toMatchSnapshot();
  });
});

describe('references', () => {
  test.each<[string, Changes]>([
    ['a guide', { [story]: replace(['guides: [register]', 'guides: [registr]']) }],
    ['a topic', { [room]: replace(['topics: [housing]', 'topics: [money]']) }],
    ['a stage', { [guide]: replace(['stages: [arriving]', 'stages: [arrivng]']) }],
    ['an organisation', { [room]: replace(['owner: municipality', 'owner: police']) }],
    ['a desk', { [story]: replace(['desk: city', 'desk: cities']) }],
    ['a fact in a block, in the text and on the home page', { 'facts/en/months-on-the-list.mdx': null }],
    ['a story of the settings', { [site]: replace(['stories: [ana]', 'stories: [anna]']) }],
    ['a variant of a guide', { [guide]: replace(['audience="eu, student"', 'audience="ue, studnt"']) }],
    ['an entry that is left out', { [guide]: replace(['reviewEvery: 6', 'reviewEvery: six']) }],
  ])('%s', (_, changes) => {
    expect(told(changes, { only: 'references' })).toMatchSnapshot();
  });
});

test('of many names that are not there the first fifty of a file get a suggestion', () => {
  const found = findingsOf({ [room]: replace(['topics: [housing]', `topics: [${Array(60).fill('housng').join(', ')}]`]) });
  expect(found).toHaveLength(60);
  expect(found.filter(({ fix }) => fix === 'Did you mean `housing`?')).toHaveLength(50);
});

describe('links', () => {
  const link = (href: string): Changes => ({ [room]: replace(['Begin before', `[Begin](${href}) before`]) });
  test.each<[string, Changes]>([
    ['to a page that is not there', link('/guides/registr/')],
    ['to an earlier address', { [guide]: replace(['/guides/find-a-room/', '/guides/rooms/']) }],
    ['to a heading of another page that is not there', link('/guides/register/#what-to-brin')],
    ['to a heading of a page that has none', { [guide]: replace(['/guides/find-a-room/', '/guides/find-a-room/#rents']) }],
    ['to a heading of this page that is not there', { [guide]: replace(['/guides/find-a-room/', '#what-happens-than']) }],
    ['to a page that is left out', { ...link('/guides/register/'), [guide]: replace(['reviewEvery: 6', 'reviewEvery: six']) }],
    ['to a page that is not published yet', { ...link('/guides/register/'), [guide]: replace(['published: 2026-10-01', 'published: 2026-12-24']) }],
  ])('%s', (_, changes) => {
    expect(told(changes, { only: 'links' })).toMatchSnapshot();
  });

  test('without the closing slash are refused where MDX is read', () => {
    expect(told(link('/guides/register'), { only: 'safe-mdx' })).toMatchSnapshot();
  });

  test('of a translation lead to headings in its own language', () => {
    const changes = (anchor: string): Changes => ({ [dutch]: replace(['/guides/find-a-room/', `#${anchor}`]) });
    expect(told(changes('wat-u-meeneemt'), { only: 'links' })).toBe('');
    expect(told(changes('what-to-bring'), { only: 'links' })).toMatchSnapshot();
  });

  test('to the home page and to pages that are there are right', () => {
    expect(
      told(
        { [room]: replace(['Begin', '[a](/) [b](/guides/register/#what-to-bring) [c](/pages/welcome/) [d](https://example.org/)']) },
        { only: 'links' },
      ),
    ).toBe('');
  });
});

describe('pictures', () => {
  test('that are missing, with the name that was meant', () => {
    expect(told({}, { media: new Map([['portraits/anna.svg', smallMedia.get('portraits/ana.svg')!]]), only: 'pictures' })).toMatchSnapshot();
  });
  test('that are broken, or hold 144 megapixels, with the entries that show them', () => {
    const bomb = { hash: '', width: 0, height: 0, problem: 'it has more than 50 megapixels' };
    const broken = { hash: '', width: 0, height: 0, problem: 'it is broken, or not a picture' };
    expect(
      told(
        {},
        {
          media: new Map([
            ['portraits/ana.svg', bomb],
            ['places/old.jpg', broken],
          ]),
          only: 'pictures',
        },
      ),
    ).toMatchSnapshot();
  });
  test('of which nobody says what they show, who made them and how they may be used', () => {
    const changes = {
      [story]: replace(
        ['alt: Ana at a window over the harbour', "alt: ''"],
        ['credit: Kade desk', 'credit: unknown'],
        ['licence: CC0', 'licence: n/a'],
      ),
    };
    expect(told(changes, { only: 'pictures' })).toMatchSnapshot();
  });
  test('in the text, and pictures described by their file’s name', () => {
    const changes = {
      [room]: replace(['Begin before you come.', '<Figure file="portraits/ana.svg" alt="IMG_2034.jpg" credit="?" licence="CC0" />']),
    };
    expect(told(changes, { only: 'pictures' })).toMatchSnapshot();
  });
});

describe('translations', () => {
  const outdated = replace(
    ['What to bring, and', 'What you bring, and'],
    ['Your passport and', 'Your passport or'],
    ['## What happens then', '## Afterwards'],
  );
  test('that are outdated say what changed, in words', () => {
    expect(told({ [guide]: outdated })).toMatchSnapshot();
  });
  test('that do not say what they render', () => {
    expect(told({ [dutch]: (text) => text.replace(/revision:\n(?: {2}.*\n)+/, 'revision: {}\n') })).toMatchSnapshot();
  });
  test('whose original was declared to mean the same are current', () => {
    const changes = {
      [guide]: replace(['summary: What to bring, and', "equivalent: { summary: { of: '0123', was: ['x'] } }\nsummary: What you bring, and"]),
    };
    expect(told(changes)).toContain('the field “Summary”');
  });
  test('that leave out fields and sections, and have more items than the original', () => {
    const changes = {
      [dutch]: replace(
        ['summary: Wat u meeneemt en hoe lang het duurt.\n', ''],
        [', cost: Niets', ''],
        ['## Wat er dan gebeurt', ''],
        ['  - { label: EU-paspoort }', '  - { label: EU-paspoort }\n  - { label: Anders }'],
      ),
    };
    expect(told(changes)).toMatchSnapshot();
  });
  test('that have no text', () => {
    expect(told({ [dutch]: (text) => text.slice(0, text.indexOf('\nU hebt')) })).toMatchSnapshot();
  });
  test('that are summaries may leave out what they like', () => {
    const changes = {
      [dutch]: (text: string) => text.slice(0, text.indexOf('\nU hebt')).replace('state: full', 'state: summary').replace(', cost: Niets', ''),
    };
    expect(told(changes)).toBe('');
  });
  test('of what somebody said are needed in every language but that in which it was said', () => {
    const ana = (lines: string) =>
      `---\ntranslates: en\nrevision: {}\ntitle: Negentien maanden\nsummary: Ana in Kade\nperson: { work: student, from: Porto }\nportrait: { alt: Ana }\nline: [{}, {}]\nhard: [{ unit: maanden, text: Geen kamer. }]\npaid: niets\n${lines}---\n\nTekst.\n\n## Kop\n`;
    expect(told({ 'stories/nl/ana.mdx': ana('') }, { only: 'translations' })).toContain(
      '2 parts not translated: “Translation” (quote.text) and “Translation” (advice.text).',
    );
    const changes = {
      'stories/nl/ana.mdx': ana(''),
      [story]: replace(['quote: { language: en', 'quote: { language: nl'], ['advice: { language: en', 'advice: { language: nl']),
    };
    expect(told(changes, { only: 'translations' })).not.toContain('not translated');
  });
});

describe('what a day brings', () => {
  test('a review that is overdue names its owner', () => {
    expect(told({}, { day: '2027-03-02', only: 'reviews' })).toMatchSnapshot();
    expect(told({}, { day: '2027-03-01', only: 'reviews' })).toBe('');
  });
  test('a fact that has expired names the pages that show it', () => {
    expect(told({}, { day: '2027-06-02', only: 'facts' })).toMatchSnapshot();
    expect(told({}, { day: '2027-06-01', only: 'facts' })).toBe('');
  });
  test('a consent that ended yesterday keeps the story back', () => {
    expect(told({}, { day: '2028-01-02', only: 'consent' })).toMatchSnapshot();
  });
  test('a consent that ends soon is told of 60 days before', () => {
    expect(told({}, { day: '2027-11-01', only: 'consent' })).toBe('');
    expect(told({}, { day: '2027-11-02', only: 'consent' })).toMatchSnapshot();
    expect(told({}, { day: '2028-01-01', only: 'consent' })).toMatchSnapshot();
  });
  test('a portrait that the teller did not agree to', () => {
    expect(told({ [story]: replace(['[site, portrait]', '[site]']) }, { only: 'consent' })).toMatchSnapshot();
  });
});

describe('sample content', () => {
  const changes = { [story]: replace(['until: 2028-01-01', 'until: sample']), [room]: replace(['published:', 'sample: true\npublished:']) };
  test('is silent while one tries things out', () => {
    expect(told(changes)).toBe('');
  });
  test('is refused in a release', () => {
    expect(told(changes, { release: true })).toMatchSnapshot();
  });
});

describe('settings', () => {
  test.each<[string, Changes]>([
    [
      'colours that are too light',
      { 'settings/topics.yml': replace(['#b02a10', '#ffcc00'], ['#8a5600', '#c47a00']), [site]: replace(['#13409f', '#66aaff']) },
    ],
    [
      'two topics with one id',
      {
        'settings/topics.yml': replace(['id: papers', 'id: housing']),
        'practices/en/porto-desk.mdx': null,
        [guide]: replace(['[papers]', '[housing]']),
      },
    ],
    [
      'a language that is listed twice',
      { [site]: replace(['  - { id: nl, name: Nederlands }', '  - { id: nl, name: Nederlands }\n  - { id: nl, name: Dutch }']) },
    ],
    ['a page of the navigation that is not there', { 'settings/navigation.yml': replace(['pages/welcome', 'pages/welcom']) }],
    ['a page of the navigation that is not published yet', { 'pages/en/welcome.mdx': replace(['2026-10-01', '2026-12-24']) }],
    ['a page of the navigation that is left out', { 'pages/en/welcome.mdx': replace(['published: 2026-10-01', 'published: soon']) }],
    ['a link to another site without a label', { 'settings/navigation.yml': replace(['to: guides', 'to: https://kade.example/']) }],
    ['a local language that the site does not have', { [site]: replace(['localLanguage: nl', 'localLanguage: fy']) }],
    ['a time zone that does not exist', { [site]: replace(['Europe/Amsterdam', 'Europe/Amsterdm']) }],
    ['an editor on the host of the site', { [site]: replace(['https://cms.kade.example', 'https://welcome.kade.example:8443']) }],
    [
      'texts that lack a language',
      {
        [site]: replace([', nl: Gemaakt door de gemeente Kade.', '']),
        'settings/audiences.yml': replace([', nl: Studenten', ''], [', nl: Ik kom studeren', '']),
      },
    ],
  ])('%s', (_, changes) => {
    expect(told(changes)).toMatchSnapshot();
  });

  test('two stories with one house number are both named, and a free one', () => {
    const ben = smallCity().get(story)!.replace('title: Nineteen', 'title: Twenty');
    expect(told({ 'stories/en/ben.mdx': ben })).toMatchSnapshot();
  });
});
