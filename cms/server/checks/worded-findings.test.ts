import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/checks.ts';
import { smallCity, smallDay, smallMedia } from '../../../src/checks/small-city.ts';
import type { Finding } from '../../../src/content-model/problems.ts';
import type { Strings } from '../../../src/content-model/strings.ts';
import { contentOf } from '../../../src/graph/content.ts';
import { parseText } from '../../../src/graph/parse.ts';
import { wordsIn, type Languages } from '../words.ts';
import { shownFindings, type FindingsReader, type ShownFinding } from './shown-findings.ts';

const languages: Languages = new Map(
  ['en', 'nl', 'de', 'uk', 'ar'].map((lang) => {
    const parsed = parseText(`strings/${lang}.yml`, readFileSync(new URL(`../../../content/strings/${lang}.yml`, import.meta.url), 'utf8'));
    return [lang, (parsed as { value: Strings }).value];
  }),
);
const reader = (lang: string): FindingsReader => ({ lang, words: wordsIn(languages, lang) });
const sentences = ({ found, rule, fix }: ShownFinding) => [found, rule, fix];

/** Wrong in every way in which a field can be. */
const wrong = {
  'stories/en/wrong.mdx': `---
title: ${'x'.repeat(170)}
sumary: Misspelt
summary: ''
voice: residnt
audiences: student
topics: []
owner: Not An Id
published: 2026-02-30
aliases: [3]
sample: perhaps
picture: { file: A.gif, alt: a, credit: b, licence: c, focal: [2, 0] }
number: 0.5
person: { name: 3, work: b, from: c, country: nl, languages: [{ language: Dutch }], since: soon, cameFor: fun, household: [dog], fields: [health, education, science, craft] }
quote: { language: en, said: a, "b, c": d }
line: [{ place: a, when: 2000 }]
hard: [{ text: a }]
circle: { first: 1800, now: 2300, then: [], today: [] }
advice: nothing
listener: "two\\nlines"
paid: a
consent: { id: c-1, scopes: [site], until: never }
---
`,
  'pages/en/wrong.mdx': `---\nblocks: [{ type: chors, stories: [] }, { heading: a }, { type: text, text: 4 }]\n---\n`,
  'guides/en/wrong.mdx': `---\nreviewEvery: often\nsources: [{ title: a, url: nowhere }]\n---\n`,
  'settings/site.yml': `name: a\ncity: Delta\norigin: delta\nsign: blue\nrunBy: { dutch: a }\ncontact: { email: nobody }\nalert: { text: { en: a }, link: here, until: soon }\n`,
  'settings/topics.yml': '',
};
const found: readonly Finding[] = Object.entries(wrong).flatMap(([file, text]) =>
  parseText(file, text).findings.filter(({ check }) => check === 'schema'),
);

/** What a city with names that are not there is told. */
const unknownNames = checkContent(
  contentOf({
    texts: smallCity({
      'guides/en/find-a-room.mdx': (text) =>
        text
          .replace('topics: [housing]', 'topics: [zzzzzzz]\naudiences: [studnt]\ncontact: nobody')
          .concat('\n<Story id="gone" />\n\n<For audience="qqqqqq">A</For>\n\n<Figure file="no.jpg" alt="a" credit="b" licence="c" />\n'),
    }),
    media: smallMedia,
  }),
  { day: smallDay },
).filter(({ severity }) => severity === 'error');

test('the wrong texts are wrong in more than forty ways, and all can be said in other languages', () => {
  expect(found.length).toBeGreaterThan(40);
  expect(unknownNames.map(({ found: what }) => what)).toHaveLength(6);
  for (const finding of [...found, ...unknownNames]) expect(finding.said, finding.found).toBeDefined();
});

test('in English the editor shows what the command line prints', () => {
  const shown = [...found].flatMap((finding) => shownFindings([finding], reader('en')));
  expect(shown.map(sentences)).toEqual(found.map(sentences));
});

describe.each(['nl', 'de', 'uk', 'ar'])('in %s', (lang) => {
  const all = [...found, ...unknownNames];
  const shown = all.flatMap((finding) => shownFindings([finding], reader(lang)));

  test('no sentence of a field is left in English', () => {
    const left = all.flatMap((finding, index) => sentences(finding).filter((sentence, at) => sentence === sentences(shown[index]!)[at]));
    expect(left).toEqual([]);
  });

  test('every name in braces is filled in', () => {
    for (const sentence of shown.flatMap(sentences)) expect(sentence).not.toMatch(/\{[a-z]+\}/);
  });
});

test('sentences in Dutch read as a clerk would say them', () => {
  const dutch = found.filter(({ file }) => file.startsWith('stories/')).flatMap((finding) => shownFindings([finding], reader('nl')));
  const at = (field: string) => dutch.filter((one) => one.field === field).map((one) => [one.label, ...sentences(one)].join(' | '));
  expect(['sumary', 'voice', 'topics', 'published', 'person.country', 'person.household[0]', 'hard', 'circle.first', 'number'].flatMap(at))
    .toMatchInlineSnapshot(`
    [
      " | Er is geen veld met de naam \`sumary\`. | Alleen de velden van het formulier zijn toegestaan. | Bedoel je \`summary\`?",
      "Stem | ‘Stem’ is "residnt". | ‘Stem’ is een van deze: resident, student, official, organisation. | Bedoel je \`resident\`?",
      "Onderwerpen | ‘Onderwerpen’ is []. | ‘Onderwerpen’ heeft ten minste 1 onderdeel. | Waar het over gaat. Het eerste onderwerp geeft de pagina haar kleur.",
      "Voor het eerst verschenen | ‘Voor het eerst verschenen’ is "2026-02-30". | ‘Voor het eerst verschenen’ vraagt om een dag die bestaat, geschreven als 2026-10-31. | De dag waarop het voor het eerst online kwam, zoals 2026-10-31. Voor die dag wordt het niet getoond.",
      "Persoon › Land | ‘Land’ is "nl". | ‘Land’ vraagt om twee hoofdletters, zoals in ISO 3166: UA, SY, NG. | Waar die plaats ligt, als twee hoofdletters.",
      "Persoon › Kwam met, als soort › 1 | Dit is "dog". | Dit is een van deze: alone, partner, children, parents, friends, joined. | Kies een van deze.",
      "De kring › Jaar van de eerste winter | ‘Jaar van de eerste winter’ is 1800. | ‘Jaar van de eerste winter’ is ten minste 1900. | Het jaar van de eerste tekening.",
      "Huisnummer | ‘Huisnummer’ is 0.5. | ‘Huisnummer’ vraagt om een heel getal. | Het nummer van het verhaal, te zien op zijn deur. Geen twee verhalen hebben hetzelfde nummer.",
    ]
  `);
});

test('what is checked in English only stays as it is, with the name of its field in the reader’s language', () => {
  const finding: Finding = { check: 'links', severity: 'error', file: 'guides/en/a.mdx', field: 'title', found: 'A.', rule: 'B.', fix: 'C.' };
  expect(shownFindings([finding], reader('uk'))).toEqual([{ ...finding, label: 'Назва' }]);
});
