import { describe, expect, test } from 'vitest';
import { smallCity, smallDay, smallMedia, type Changes } from '../../../src/checks/small-city.ts';
import type { MediaFile } from '../../../src/graph/content-source.ts';
import { documentFile, documentName, type DocumentName } from '../document.ts';
import { checkDocument, type DocumentToCheck } from './check-document.ts';
import { contentInMemory } from './content-in-memory.ts';

const city = (changes?: Changes) => contentInMemory({ texts: smallCity(changes), media: smallMedia }, smallDay);
const small = city();
const named = (file: string): DocumentName => documentName(file)!;
const texts = smallCity();

const story = 'stories/en/ana.mdx';
const guide = 'guides/en/register.mdx';
const dutch = 'guides/nl/register.mdx';
const room = 'guides/en/find-a-room.mdx';

/** The small city's file with a change. */
function changed(file: string, ...pairs: [from: string | RegExp, to: string][]): string {
  return pairs.reduce((text, [from, to]) => {
    const after = text.replace(from, to);
    if (after === text) throw new Error(`${String(from)} is not in ${file}.`);
    return after;
  }, texts.get(file)!);
}

const check = (file: string, text: string, more: Partial<DocumentToCheck> = {}) =>
  checkDocument({ mainContent: small, name: named(file), text, purpose: 'draft', ...more });
const errorsOf = async (file: string, text: string, more?: Partial<DocumentToCheck>) =>
  (await check(file, text, more)).errors.map(({ file: at, line, field, found }) => `${at}:${line ?? ''} ${field ?? ''} ${found}`);

test('every file of a city in which nothing is wrong can be saved and published', async () => {
  for (const [file, text] of texts)
    for (const purpose of ['draft', 'publish'] as const)
      expect(await check(file, text, { purpose }), file).toEqual({ errors: [], incomplete: [], warnings: [] });
});

describe('what is wrong refuses a draft', () => {
  test.each<[string, string, string, string[]]>([
    [
      'a reference to nothing',
      room,
      changed(room, ['topics: [housing]', 'topics: [housng]']),
      [`${room}:5 topics[0] There is no topic called \`housng\`.`],
    ],
    ['a field that is not known', room, changed(room, ['summary:', 'summry:']), [`${room}:3 summry There is no field called \`summry\`.`]],
    [
      'a value of a wrong form',
      room,
      changed(room, ['reviewEvery: 12', 'reviewEvery: often']),
      [`${room}:12 reviewEvery "Review every … months" is "often".`],
    ],
    ['a text that is too long', room, changed(room, ['Find a room', 'x'.repeat(161)]), [`${room}:2 title "Title" is "${'x'.repeat(77)}…".`]],
    [
      'a link to nothing',
      room,
      changed(room, ['Begin', '[Begin](/guides/registr/)']),
      [`${room}:15  The link /guides/registr/ leads nowhere: there is no guides/…/registr.mdx.`],
    ],
    [
      'a fact in the text that is not there',
      room,
      changed(room, ['Begin', '<Fact id="rent" /> Begin']),
      [`${room}:15 <Fact id> There is no fact called \`rent\`.`],
    ],
    [
      'a picture that is not there',
      story,
      changed(story, ['portraits/ana.svg', 'portraits/anna.svg']),
      [`${story}:21 portrait.file There is no picture media/portraits/anna.svg.`],
    ],
    [
      'a reference of the settings to nothing',
      'settings/site.yml',
      changed('settings/site.yml', ['[ana]', '[anna]']),
      ['settings/site.yml:12 stories[0] There is no story called `anna`.'],
    ],
    [
      'a name in braces that a text of the interface does not have',
      'strings/nl.yml',
      changed('strings/nl.yml', [/^nav\.home:.*$/m, 'nav.home: "{nobody}"']),
      ['strings/nl.yml:6 nav.home `nav.home` has {nobody}.'],
    ],
    [
      'the house number of another story',
      'stories/en/ben.mdx',
      texts.get(story)!,
      ['stories/en/ben.mdx:11 number stories/en/ana.mdx and stories/en/ben.mdx both have the house number 1.'],
    ],
    [
      'the house number of a story that comes after it',
      'stories/en/abe.mdx',
      texts.get(story)!,
      ['stories/en/ana.mdx:11 number stories/en/abe.mdx and stories/en/ana.mdx both have the house number 1.'],
    ],
    [
      'an earlier address that is taken',
      guide,
      changed(guide, ['reviewed:', 'aliases: [rooms]\nreviewed:']),
      [`${guide}:15 aliases[0] The earlier address "rooms" belongs to ${room}.`],
    ],
  ])('%s', async (_, file, text, expected) => {
    expect(await errorsOf(file, text)).toEqual(expected);
  });

  test('a second original of an address, in words for whoever writes it', async () => {
    // By its language one comes before the original that is there, the other after it.
    for (const [file, mainContent] of [
      ['guides/nl/find-a-room.mdx', small],
      [
        'guides/ar/find-a-room.mdx',
        city({ 'settings/site.yml': (text) => text.replace('- { id: nl,', '- { id: ar, name: العربية }\n  - { id: nl,') }),
      ],
    ] as const) {
      const { errors } = await check(file, texts.get(room)!, { mainContent });
      expect(errors).toMatchObject([
        {
          file,
          check: 'addresses',
          fix: 'Write `translates: en` here; or, if it is about something else, give it another slug, such as find-a-room-2.',
        },
      ]);
    }
  });

  test('all of it at once: what is missing, what is unknown, what is unsafe, in fields and in the text', async () => {
    const text = changed(
      'pages/en/welcome.mdx',
      [/^title:.*\n/m, ''],
      ['topics: [housing]', 'topics: [housng]'],
      ['[months-on-the-list] }', '[months] }\n  - { type: text, text: "<script>1</script> [a](/guides/nothing/)" }'],
      ['A city', '<b>A city</b> <Fact id="rent" /> [there](/pages/welcom/)'],
    );
    const { errors, incomplete } = await check('pages/en/welcome.mdx', text);
    expect(incomplete.map(({ field }) => field)).toEqual(['title']);
    expect(errors.map(({ line, check: by, field }) => [line, by, field ?? ''])).toEqual([
      [4, 'references', 'topics[0]'],
      [8, 'references', 'blocks[0].facts[0]'],
      [9, 'safe-mdx', ''],
      [9, 'links', ''],
      [12, 'references', '<Fact id>'],
      [12, 'safe-mdx', ''],
      [12, 'links', ''],
    ]);
  });

  test('a language that the site does not have, of entries and of interface texts', async () => {
    expect(await errorsOf('guides/de/find-a-room.mdx', texts.get(room)!)).toEqual([
      'guides/de/find-a-room.mdx:  “de” is not a language of this site.',
    ]);
    expect(await errorsOf('strings/de.yml', texts.get('strings/en.yml')!)).toEqual(['strings/de.yml:  “de” is not a language of this site.']);
  });
});

describe('a draft may lack what is required', () => {
  test('and what it has is checked all the same', async () => {
    const text =
      '---\ntitle: A room\naudiences: [studnt]\nguides: []\n---\n\n[There](/guides/registr/)\n\n<Figure file="no.jpg" alt="a" credit="b" licence="CC0" />\n\n<For audience="nobody">a</For>\n';
    const { errors, incomplete } = await check('guides/en/new.mdx', text);
    expect(errors.map(({ line, field, found }) => `${line} ${field ?? ''} ${found}`)).toEqual([
      '3 audiences[0] There is no audience called `studnt`.',
      '4 guides There is no field called `guides`.',
      '7  The link /guides/registr/ leads nowhere: there is no guides/…/registr.mdx.',
      '9 <Figure file> There is no picture media/no.jpg.',
      '11 <For audience> There is no audience called `nobody`, and no variant of this guide.',
    ]);
    expect(incomplete.map(({ field }) => field)).toEqual([
      'glance',
      'owner',
      'published',
      'reviewEvery',
      'reviewed',
      'sources',
      'summary',
      'topics',
      'voice',
    ]);
  });

  test('a block that does not say its kind yet', async () => {
    const text = changed('pages/en/welcome.mdx', ['type: figures, ', '']);
    const { errors, incomplete } = await check('pages/en/welcome.mdx', text);
    expect([errors, incomplete.map(({ field }) => field)]).toEqual([[], ['blocks[0].type']]);
  });

  test('a portrait while the consent is not filled in', async () => {
    const text = changed(story, [/^consent:.*$/m, 'consent: { id: c-1 }']);
    const { errors, incomplete } = await check(story, text);
    expect([errors, incomplete.map(({ field }) => field)]).toEqual([[], ['consent.scopes', 'consent.until']]);
  });

  test('a name that is misspelt is told as misspelt, not as missing', async () => {
    const { errors, incomplete } = await check(room, changed(room, ['summary:', 'sumary:']));
    expect([errors.length, incomplete.length]).toEqual([1, 0]);
  });
});

describe('pictures', () => {
  const withPicture = changed(room, ['Begin', '<Figure file="places/9f8a.jpg" alt="a" credit="b" licence="CC0" />\n\nBegin']);
  const picture: MediaFile = { hash: 'b'.repeat(64), width: 10, height: 10 };
  test('that come with the save, or came with its draft, are there', async () => {
    const media = new Map([['places/9f8a.jpg', picture]]);
    expect(await errorsOf(room, withPicture)).toHaveLength(1);
    expect(await errorsOf(room, withPicture, { media })).toEqual([]);
    expect(await errorsOf(room, withPicture, { draftsMedia: media })).toEqual([]);
    expect(await errorsOf(room, withPicture, { media, purpose: 'publish' })).toEqual([]);
  });
  test('that cannot be used are refused with the text that brings them', async () => {
    const media = new Map([['places/9f8a.jpg', { ...picture, problem: 'it is broken, or not a picture' }]]);
    expect(await errorsOf(room, withPicture, { media })).toEqual([
      'media/places/9f8a.jpg:  This picture cannot be used: it is broken, or not a picture.',
    ]);
  });
});

describe('translations', () => {
  const translation = '---\ntranslates: en\ntitle: Werk vinden\n---\n\nBegin op tijd. [Hier](/guides/registr/)\n';
  const sound = translation.replace(' [Hier](/guides/registr/)', '');
  const work = 'guides/nl/find-work.mdx';
  const draftOf = (file: string, text: string) => async (name: DocumentName) => (documentFile(name) === file ? text : undefined);
  const draft = draftOf('guides/en/find-work.mdx', '---\ntitle: Find work\n---\n\nBegin early.\n');

  test('of something that is neither published nor a draft are wrong', async () => {
    expect(await errorsOf(work, sound)).toEqual([`${work}:2 translates It translates guides/en/find-work.mdx, which is not there.`]);
    expect(await errorsOf(work, sound, { draftText: draftOf('guides/en/other.mdx', '') })).toHaveLength(1);
  });

  test('of a draft can be drafts, are checked, and cannot be published', async () => {
    const begun = await check(work, sound, { draftText: draft });
    expect([begun.errors, begun.incomplete.map(({ found }) => found)]).toEqual([
      [],
      ['It translates guides/en/find-work.mdx, which is a draft and not published yet.'],
    ]);
    expect(await errorsOf(work, translation, { draftText: draft })).toEqual([
      `${work}:6  The link /guides/registr/ leads nowhere: there is no guides/…/registr.mdx.`,
    ]);
    expect(await errorsOf(work, sound, { draftText: draft, purpose: 'publish' })).toEqual([
      `${work}:2 translates It translates guides/en/find-work.mdx, which is a draft and not published yet.`,
    ]);
  });

  test('of a draft that is a translation itself are wrong', async () => {
    const circle = draftOf('guides/en/find-work.mdx', '---\ntranslates: nl\ntitle: Find work\n---\n');
    expect(await errorsOf(work, sound, { draftText: circle })).toContain(
      `${work}:2 translates It translates guides/en/find-work.mdx, which says that it is a translation itself.`,
    );
  });

  test('that name the wrong language are wrong', async () => {
    expect(await errorsOf(dutch, changed(dutch, ['translates: en', 'translates: nl']))).toHaveLength(1);
  });

  test('that leave something out are accepted, and told what', async () => {
    for (const purpose of ['draft', 'publish'] as const) {
      const { errors, warnings } = await check(dutch, changed(dutch, ['summary: Wat u meeneemt en hoe lang het duurt.\n', '']), { purpose });
      expect([errors, warnings.map(({ found }) => found)]).toEqual([[], ['1 part not translated: “Summary” (summary).']]);
    }
  });

  test('with an empty field may be drafts', async () => {
    const text = changed(dutch, [/^title:.*$/m, "title: ''"]);
    expect(await errorsOf(dutch, text)).toEqual([]);
    expect(await errorsOf(dutch, text, { purpose: 'publish' })).toEqual([`${dutch}:13 title This is empty.`]);
  });
});

describe('publishing', () => {
  const publish = (file: string, text: string, more?: Partial<DocumentToCheck>) => errorsOf(file, text, { purpose: 'publish', ...more });

  test('refuses what brings an error to another file, which a draft may', async () => {
    const text = changed(guide, ['## What to bring', '## What you take']);
    expect(await errorsOf(guide, text)).toEqual([]);
    expect(await publish(guide, text)).toEqual([
      `${story}:42  The link /guides/register/#what-to-bring leads to a heading that ${guide} does not have.`,
    ]);
  });

  test('refuses settings without a topic that entries have', async () => {
    const text = changed('settings/topics.yml', [/^- \{ id: papers.*\n/m, '']);
    expect(await errorsOf('settings/topics.yml', text)).toEqual([]);
    expect((await publish('settings/topics.yml', text)).map((told) => told.split(' ')[0])).toEqual([`${guide}:7`, 'practices/en/porto-desk.mdx:5']);
  });

  test('does not refuse because of what is wrong elsewhere already', async () => {
    const broken = city({ [story]: (text) => text.replace('guides: [register]', 'guides: [registr]') });
    expect(await publish(room, changed(room, ['Begin', 'Start']), { mainContent: broken })).toEqual([]);
    expect(await publish(room, changed(room, ['Begin', '[Start](/pages/no/)']), { mainContent: broken })).toHaveLength(1);
  });

  test('refuses what is wrong in it already', async () => {
    const text = changed(room, ['topics: [housing]', 'topics: [housng]']);
    expect(await publish(room, text, { mainContent: city({ [room]: text }) })).toHaveLength(1);
  });

  test('tells of translations that go out of date', async () => {
    const { errors, warnings } = await check(guide, changed(guide, ['title: Register at the town hall', 'title: Register here']), {
      purpose: 'publish',
    });
    expect(errors).toEqual([]);
    expect(warnings).toMatchObject([{ file: dutch, field: 'revision' }]);
  });
});

describe('a new language', () => {
  const withGerman = changed('settings/site.yml', [
    '  - { id: nl, name: Nederlands }',
    '  - { id: nl, name: Nederlands }\n  - { id: de, name: Deutsch }',
  ]);
  const draftText = async (name: DocumentName) => (name.slug === 'site' ? withGerman : undefined);
  const words = texts.get('strings/en.yml')!;

  test('comes with its texts first, then with the settings', async () => {
    expect(await errorsOf('settings/site.yml', withGerman)).toEqual([]);
    expect(await errorsOf('settings/site.yml', withGerman, { purpose: 'publish' })).toEqual([
      'strings/de.yml:  The interface texts of Deutsch (de) are missing.',
    ]);
    expect(await errorsOf('strings/de.yml', words, { draftText, purpose: 'publish' })).toEqual([]);
    expect(await errorsOf('settings/site.yml', withGerman, { mainContent: city({ 'strings/de.yml': words }), purpose: 'publish' })).toEqual([]);
  });
});

test('a city whose settings cannot be read can be mended, and nothing worse comes in', async () => {
  const broken = city({ 'settings/site.yml': 'name: [' });
  expect((await broken.current()).graph).toBeNull();
  expect(await errorsOf('settings/site.yml', texts.get('settings/site.yml')!, { mainContent: broken, purpose: 'publish' })).toEqual([]);
  expect(await errorsOf(room, changed(room, ['title: Find a room', 'titel: Find a room']), { mainContent: broken })).toHaveLength(1);
});

test('a publication that comes in between is not blamed on the writer', async () => {
  const other = city({ [story]: (text) => text.replace('guides: [register]', 'guides: [registr]') });
  let asked = 0;
  const moving = {
    current: async () => (asked++ === 0 ? small : other).current(),
    with: other.with,
    day: other.day,
  };
  expect(await errorsOf(room, texts.get(room)!, { mainContent: moving, purpose: 'publish' })).toEqual([]);
});
