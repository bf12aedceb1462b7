import { documentFile, type DocumentName } from '../../server/document.ts';

/** A guide of the campaign by its number. */
export const campaignGuide = (slug: string): DocumentName => ({ collection: 'guides', lang: 'en', slug });

/** The path of a document as the editor sends it. */
export const pathOf = (name: DocumentName): string => `content/${documentFile(name)}`;

/** A mark that a text carries wherever its title is shown, so that one sees which save it came from. */
export const markText = (mark: number): string => `Mark ${String(mark).padStart(7, '0')}`;

/** The mark in a text or page; none where it has none. */
export function markIn(text: string): number | undefined {
  const found = /Mark (\d{7})/.exec(text);
  return found ? Number(found[1]) : undefined;
}

export interface GuideText {
  mark: number;
  /** What follows in the body. */
  more?: string;
  /** A picture to show, from `media/`. */
  picture?: string;
}

/** A whole guide that passes every check. */
export const guideText = ({ mark, more = '', picture }: GuideText): string => `---
title: ${markText(mark)}
summary: Where to find one, and what the law wants of its lamps.
voice: resident
audiences: [student]
stages: [arriving]
topics: [people]
owner: doorstep
published: 2026-05-05
sample: true
${picture ? `picture: { file: ${picture}, alt: A harbour at dusk, credit: Drawn for tests, licence: CC0 }\n` : ''}glance: { who: Everybody, cost: Nothing to € 90, time: An afternoon, bring: A friend who can ride }
sources: [{ title: Invented road code }]
reviewed: 2026-06-01
reviewEvery: 12
---

Bicycles are sold at the mill on Saturdays. ${markText(mark)}.
${more}
<Steps>

<Step title="Look at the chain">

Rust is a reason to pay less.

</Step>

<Step title="Buy two lamps">

White in front, red behind.

</Step>

</Steps>
`;

/** A text as the editor sends it back: with the revision it was opened at as the first field. */
export const withRevision = (text: string, revision: string | null): string =>
  revision ? text.replace(/^---\n/, `---\n_revision: ${revision}\n`) : text;
