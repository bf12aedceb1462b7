import type { ContentSource } from '../graph/content-source.ts';
import type { Attack } from '../mdx/attacks.ts';

/** A story in which every field that takes words holds the text, and a guide with the same; by the path of their files. */
function storyOf(text: string, number: number): string {
  const words = (most: number) => JSON.stringify(cut(text, most));
  const picture = `{ file: portraits/ike.svg, alt: ${words(300)}, credit: ${words(200)}, licence: ${words(120)} }`;
  return `---
title: ${words(160)}
summary: ${words(320)}
voice: student
topics: [housing]
owner: doorstep
published: 2026-06-10
number: ${number}
person:
  name: ${words(60)}
  age: 24
  work: ${words(120)}
  from: ${words(120)}
  country: NG
  languages: [{ language: en, level: c2 }]
  since: 2024-09
  cameFor: study
  with: ${words(160)}
  home: ${words(160)}
  localLanguage: ${words(160)}
  status: ${words(160)}
portrait: ${picture}
picture: ${picture}
quote: { language: ig, said: ${words(400)}, text: ${words(400)} }
line: [{ place: ${words(80)}, when: '2002' }, { place: ${words(80)}, when: 2024-09, note: ${words(60)}, waiting: true }]
legs: [{ where: ${words(80)}, when: ${words(60)} }]
hard: [{ number: ${words(12)}, unit: ${words(40)}, text: ${words(300)} }]
helped: [{ who: ${words(120)}, how: ${words(300)}, voice: resident }]
circle: { first: 2024, now: 2026, then: [{ who: ${words(80)}, near: weekly, kind: elsewhere }], today: [{ who: ${words(80)}, near: daily, kind: here }] }
advice: { language: en, said: ${words(400)} }
listener: ${words(120)}
told: ${words(200)}
paid: ${words(160)}
guides: [g${number}]
consent: { id: c-${number}, scopes: [site, portrait, share], until: sample }
---

## Before

Hello.
`;
}

/** A guide with the text in its fields, or around a body. */
function guideOf({ text = 'Hello', body = 'Hello.', fields = '' }: { text?: string; body?: string; fields?: string }): string {
  const words = (most: number) => JSON.stringify(cut(text, most));
  return `---
${fields ? `${fields}\n` : ''}title: ${words(160)}
summary: ${words(320)}
voice: official
topics: [papers]
audiences: [student]
stages: [arriving]
owner: city
published: 2026-02-01
glance: { who: ${words(160)}, cost: ${words(160)}, time: ${words(160)}, bring: ${words(240)}, languages: [nl] }
variants: [{ id: eu, label: ${words(80)} }, { id: non-eu, label: ${words(80)} }]
sources: [{ title: ${words(240)}, by: ${words(160)}, part: ${words(160)} }]
reviewed: 2026-06-15
reviewEvery: 6
contact: city
changed: { on: 2026-06-20, before: ${words(300)}, now: ${words(300)}, why: ${words(300)} }
---

${body}
`;
}

/** Whole characters, so that a cut makes no halves of one. */
const cut = (text: string, most: number) => {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most) break;
    kept += character;
  }
  return kept;
};

/** One case: what was tried, and the entries that were written for it. */
export interface AttackCase {
  name: string;
  text: string;
  /** Whether the text stands in the title, word for word. */
  titled: boolean;
  slugs: { collection: 'stories' | 'guides'; slug: string }[];
}

/** The fixture city with an entry (or two) for every attack in place of its own stories and guides. */
export function attackCity(fixture: ContentSource, attacks: readonly Attack[]): { source: ContentSource; cases: AttackCase[] } {
  const texts = new Map([...fixture.texts].filter(([path]) => /^(settings|strings)\//.test(path)));
  const cases = attacks.map(({ name, where, text }, index): AttackCase => {
    const number = index + 1;
    const [story, guide] = [`s${number}`, `g${number}`];
    const slugs: AttackCase['slugs'] = [{ collection: 'guides', slug: guide }];
    const file = `guides/en/${guide}.mdx`;
    if (where === 'title') {
      texts.set(file, guideOf({ text }));
      texts.set(`stories/en/${story}.mdx`, storyOf(text, number));
      slugs.push({ collection: 'stories', slug: story });
    } else if (where === 'frontmatter') texts.set(file, guideOf({ fields: text }));
    else texts.set(file, guideOf({ body: where === 'url' ? `[words](${text})\n\n[words][a]\n\n[a]: ${text}` : text }));
    return { name: `${where}: ${name}`, text, titled: where === 'title', slugs };
  });
  return { source: { texts, media: fixture.media }, cases };
}
