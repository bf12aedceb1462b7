import { stringKeys } from '../content-model/string-keys.ts';
import type { MediaFile } from '../graph/content-source.ts';
import { contentOf, type Content } from '../graph/content.ts';
import { checkContent } from './checks.ts';

/** Test support: a city of one story, two guides, a page, a practice and a fact in English and Dutch, in which nothing is wrong. */

/** What a test changes: a file's text, a change to its text, or null to take the file away. */
export type Changes = Record<string, string | null | ((text: string) => string)>;

/** The day on which nothing in the small city is overdue. */
export const smallDay = '2026-11-22';

export const smallMedia: ReadonlyMap<string, MediaFile> = new Map([['portraits/ana.svg', { hash: 'a'.repeat(64), width: 100, height: 100 }]]);

/** The small city's text files by path, with a test's changes. */
export function smallCity(changes: Changes = {}): Map<string, string> {
  const files = new Map(Object.entries(original));
  for (const [file, change] of Object.entries(changes)) {
    if (change === null) files.delete(file);
    else if (typeof change === 'string') files.set(file, change);
    else {
      const before = files.get(file) ?? '';
      const after = change(before);
      if (after === before) throw new Error(`The change to ${file} changes nothing: its text is not what the test takes it to be.`);
      files.set(file, after);
    }
  }
  return files;
}

/** The small city, read and joined. */
export function smallContent(changes?: Changes, media = smallMedia): Content {
  unchanged ??= contentOf({ texts: smallCity(), media: smallMedia });
  return contentOf({ texts: smallCity(changes), media }, unchanged);
}
/** Parsed once; only what a test changes is parsed for it. */
let unchanged: Content | undefined;

interface Circumstances {
  day?: string;
  release?: boolean;
  media?: ReadonlyMap<string, MediaFile>;
  /** Only what this check finds. */
  only?: string;
}

/** Everything that is wrong with the small city after a test's changes. */
export const findingsOf = (changes: Changes, { day = smallDay, release = false, media = smallMedia }: Circumstances = {}) =>
  checkContent(smallContent(changes, media), { day, release });

/** The same, as a report prints it: one paragraph a finding. */
export const told = (changes: Changes, circumstances?: Circumstances): string =>
  findingsOf(changes, circumstances)
    .filter(({ check }) => circumstances?.only === undefined || check === circumstances.only)
    .map(({ check, severity, file, line, column, field, found, rule, fix }) =>
      [`${severity} (${check}) ${file}${line ? `:${line}${column ? `:${column}` : ''}` : ''}${field ? ` ${field}` : ''}`, found, rule, fix].join(
        '\n',
      ),
    )
    .join('\n\n');

const strings = Object.entries(stringKeys)
  .map(([key, description]) => `${key}: ${JSON.stringify(description)}`)
  .join('\n');

const original: Record<string, string> = {
  'settings/site.yml': `name: Welcome to Kade
city: { en: Kade, nl: Kade }
origin: https://welcome.kade.example
cmsOrigin: https://cms.kade.example
languages:
  - { id: en, name: English }
  - { id: nl, name: Nederlands }
defaultLanguage: en
localLanguage: nl
timeZone: Europe/Amsterdam
sign: '#13409f'
stories: [ana]
figures: [months-on-the-list]
runBy: { en: Run by the municipality of Kade., nl: Gemaakt door de gemeente Kade. }
contact: { email: welcome@kade.example }
`,
  'settings/topics.yml': `- { id: housing, icon: housing, colour: '#b02a10', label: { en: Housing, nl: Wonen } }
- { id: papers, icon: papers, colour: '#8a5600', label: { en: Papers, nl: Papieren } }
`,
  'settings/audiences.yml': `- { id: student, icon: study, label: { en: Students, nl: Studenten }, line: { en: I am coming to study, nl: Ik kom studeren } }
- { id: family, icon: family, label: { en: Families, nl: Gezinnen }, line: { en: I am coming with children, nl: Ik kom met kinderen } }
`,
  'settings/stages.yml': `- { id: arriving, label: { en: The first weeks, nl: De eerste weken }, line: { en: Registering and a bed, nl: Inschrijven en een bed } }
`,
  'settings/organisations.yml': `- { id: municipality, name: Gemeente Kade, voice: official, contact: burgerzaken@kade.example }
`,
  'settings/desks.yml': `- { id: city, name: City desk, contact: desk@kade.example }
`,
  'settings/navigation.yml': `- { to: stories }
- { to: guides }
- { to: pages/welcome }
`,
  'strings/en.yml': strings,
  'strings/nl.yml': strings,
  'stories/en/ana.mdx': `---
title: Nineteen months on the list
summary: Ana came to study water and waited nineteen months for a room.
voice: resident
audiences: [student]
stages: [arriving]
topics: [housing]
owner: municipality
desk: city
published: 2026-10-01
number: 1
person:
  name: Ana
  work: second-year hydrology
  from: Porto
  country: PT
  languages: [{ language: pt, level: native }]
  since: '2023-09'
  cameFor: study
portrait:
  file: portraits/ana.svg
  alt: Ana at a window over the harbour
  credit: Kade desk
  licence: CC0
quote: { language: en, said: I knew the timetable of every night bus. }
line:
  - { place: Porto, when: '2001' }
  - { place: Kade, when: '2025-04' }
hard:
  - { number: '19', unit: months, text: No room of my own. }
advice: { language: en, said: Ask at the table in the library. }
listener: City desk
paid: € 75, as everyone is
guides: [register]
consent: { id: c-1, scopes: [site, portrait], until: 2028-01-01 }
---

I came in September.

## Before the room

I read [the guide](/guides/register/#what-to-bring).
`,
  'guides/en/register.mdx': `---
title: Register at the town hall
summary: What to bring, and how long it takes.
voice: official
audiences: [student, family]
stages: [arriving]
topics: [papers]
owner: municipality
published: 2026-10-01
glance: { who: Everyone who stays four months or longer, cost: Nothing, time: Twenty minutes, bring: Passport and lease }
variants:
  - { id: eu, label: EU passport }
sources:
  - { title: Wet basisregistratie personen, url: https://wetten.overheid.nl/ }
reviewed: 2026-09-01
reviewEvery: 6
---

You need an address first.

## What to bring

Your passport and your lease.

<For audience="eu, student">

An identity card will do.

</For>

## What happens then

See [how to find a room](/guides/find-a-room/). The list is <Fact id="months-on-the-list" /> long.
`,
  'guides/nl/register.mdx': `---
translates: en
translator: City desk
state: full
revision:
  title: '3f22c1018b79'
  summary: '4fd8874e52a8'
  glance: '7d840a1471a1'
  variants: '9a680279569d'
  body: 'f7d57c167d37'
  'body#what-to-bring': '79eded1219d2'
  'body#what-happens-then': 'b8c5d6f491d8'
title: Inschrijven bij de gemeente
summary: Wat u meeneemt en hoe lang het duurt.
glance: { who: Iedereen die vier maanden of langer blijft, cost: Niets, time: Twintig minuten, bring: Paspoort en huurcontract }
variants:
  - { label: EU-paspoort }
---

U hebt eerst een adres nodig.

## Wat u meeneemt

Uw paspoort en uw huurcontract.

## Wat er dan gebeurt

Zie [een kamer vinden](/guides/find-a-room/).
`,
  'guides/en/find-a-room.mdx': `---
title: Find a room
summary: Where to look, and what is not legal.
voice: official
topics: [housing]
owner: municipality
published: 2026-10-01
aliases: [rooms]
glance: { who: Students, cost: See the text, time: Months, bring: Patience }
sources: [{ title: Wet betaalbare huur }]
reviewed: 2026-09-01
reviewEvery: 12
---

Begin before you come.
`,
  'pages/en/welcome.mdx': `---
title: Welcome
summary: What this city is like.
voice: official
topics: [housing]
owner: municipality
published: 2026-10-01
blocks:
  - { type: figures, facts: [months-on-the-list] }
---

A city on the water.
`,
  'practices/en/porto-desk.mdx': `---
title: One desk for everyone
summary: A desk where one asks once.
voice: official
topics: [papers]
owner: municipality
published: 2026-10-01
city: Porto
country: PT
theme: facilities
model: one-stop
sources: [{ title: Report of the city }]
---

They put everybody at one table.
`,
  'facts/en/months-on-the-list.mdx': `---
title: Months on the list for a room
topics: [housing]
owner: municipality
published: 2026-10-01
value: 19
unit: months
asOf: 2026-06-01
source: { title: Student housing monitor, url: https://example.org/monitor }
expires: 2027-06-01
---
`,
};
