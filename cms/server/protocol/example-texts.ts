import type { Collection } from '../../../src/content-model/collections.ts';

/** A whole entry of each collection that passes every check in the fixture city, for tests. */
const common = (slug: string, desk: string | undefined) => `title: About ${slug}
summary: What there is to know of ${slug}.
voice: resident
stages: [arriving]
topics: [people]
owner: doorstep
${desk ? `desk: ${desk}\n` : ''}published: 2026-05-05
sample: true`;

const fields: Record<Collection, (slug: string, number: number) => string> = {
  stories: (_, number) => `number: ${number}
person: { name: Mees, work: keeper of the bridge, from: Texel, country: NL, languages: [{ language: nl }], since: '2020', cameFor: work }
quote: { language: en, said: The bridge waits for nobody. }
line: [{ place: Texel, when: '2000' }, { place: Kleinhaven, when: '2020' }]
hard: [{ text: The wind. }]
advice: { language: en, said: Wear a hat. }
listener: Ria de Wit
paid: nothing
consent: { id: c-${number}, scopes: [site], until: sample }`,
  guides: () => `glance: { who: Everybody, cost: Nothing, time: An afternoon, bring: A friend }
sources: [{ title: Invented road code }]
reviewed: 2026-06-01
reviewEvery: 12`,
  pages: () => 'inNavigation: false',
  practices: () => `city: Havensund
country: DK
theme: social
model: events
sources: [{ title: Invented report }]`,
  facts: () => '',
};

/** An original. @param number one that no other story of the test has */
export const originalText = (
  collection: Collection,
  slug: string,
  { desk, number = 900 }: { desk?: string | undefined; number?: number } = {},
): string =>
  collection === 'facts'
    ? `---
title: Number of ${slug}
topics: [people]
owner: city
published: 2026-01-05
sample: true
value: 12
unit: people
asOf: 2026-01-01
source: { title: Invented register }
---
`
    : `---
${common(slug, desk)}
${fields[collection](slug, number)}
---

Words about ${slug}.
`;

/** A translation of it from English. */
export const translationText = (collection: Collection, slug: string): string =>
  collection === 'facts'
    ? `---
translates: en
title: Aantal ${slug}
unit: mensen
---
`
    : `---
translates: en
title: Over ${slug}
summary: Wat men van ${slug} weten moet.
${
  collection === 'stories'
    ? `person: { work: brugwachter, from: Texel }
quote: { text: De brug wacht op niemand. }
line: [{ place: Texel }, { place: Kleinhaven }]
hard: [{ text: De wind. }]
advice: { text: Draag een muts. }
paid: niets
`
    : collection === 'guides'
      ? 'glance: { who: Iedereen, cost: Niets, time: Een middag, bring: Een vriend }\n'
      : collection === 'practices'
        ? 'city: Havensund\n'
        : ''
}---

Woorden over ${slug}.
`;
