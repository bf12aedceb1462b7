import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';
import { gfm } from 'micromark-extension-gfm';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import { commentSyntax, commentTree } from './comments.ts';
import type { Markup } from './markup.ts';

/** What MDX does not have, and footnotes, which entries do not have. */
const disabled = [
  'autolink',
  'codeIndented',
  'htmlFlow',
  'htmlText',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
] as const;

/** Its transforms look for addresses in the finished text, where escapes are no longer seen. */
const trees = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension);

/** As `src/mdx/body.ts` reads it, but `{…}`, which is text here. Throws where a tag cannot be read. */
const parseMarkup = (source: string): Markup =>
  fromMarkdown(source, {
    extensions: [gfm(), mdxJsx(), commentSyntax, { disable: { null: [...disabled] } }],
    mdastExtensions: [...trees, mdxJsxFromMarkdown(), commentTree],
  }) as Markup;

/** How often a text is tried again with another paragraph left out. */
const tries = 20;

/**
 * The tree of a text. Paragraphs with a tag that cannot be read are told apart: they are filled with letters of the same length first, and
 * what stands in them must be kept as it is. No tree where even that does not help.
 */
export function parseLenient(source: string): { tree: Markup | undefined; unread: readonly (readonly [start: number, end: number])[] } {
  const unread: [number, number][] = [];
  let text = source;
  for (let n = 0; n < tries; n++) {
    try {
      return { tree: parseMarkup(text), unread };
    } catch (problem) {
      const at = offsetOf(problem);
      if (at === undefined) break;
      const [start, end] = paragraphAround(text, at);
      if (start === end || unread.some(([from]) => from === start)) break;
      unread.push([start, end]);
      text = text.slice(0, start) + text.slice(start, end).replace(/\S/g, 'x') + text.slice(end);
    }
  }
  return { tree: undefined, unread: [] };
}

interface Place {
  offset?: number;
  start?: { offset?: number };
}
function offsetOf(problem: unknown): number | undefined {
  const place = (problem as { place?: Place }).place;
  return place?.start?.offset ?? place?.offset;
}

function paragraphAround(text: string, at: number): [number, number] {
  let start = 0;
  for (const { index, 0: gap } of text.matchAll(/\n[ \t]*\n/g)) {
    if (index >= at) return trimmed(text, start, index);
    start = index + gap.length;
  }
  return trimmed(text, start, text.length);
}
function trimmed(text: string, start: number, end: number): [number, number] {
  const part = text.slice(start, end);
  return [start + (part.length - part.trimStart().length), end - (part.length - part.trimEnd().length)];
}
