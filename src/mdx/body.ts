import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { mdxToHast } from 'satteri';
import type { Finding } from '../content-model/problems.ts';
import { byPlace } from '../content-model/problems.ts';
import type { ComponentName } from './components.ts';
import { Converter } from './convert.ts';
import { hasShapeOfAttack, isTooLarge, plainLines, withoutControls } from './limits.ts';
import { inParagraphs } from './marks.ts';
import { mask } from './mask.ts';
import type { Node } from './nodes.ts';
import { Report } from './report.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { syntaxError } from './syntax-error.ts';
import { languageOf } from './typography.ts';

export { localiseLinks, type Segment } from './segments.ts';

/** From one `##` to the next. */
export interface Section {
  id: string;
  title: string;
  /** The exact MDX of the section, its heading included. */
  source: string;
  line: number;
  /** What follows the heading. */
  segments: Segment[];
}
export interface Link {
  /** As a reader reads it: `#één`, not percent-encoded, where it leads within the site. */
  href: string;
  line: number;
  column: number;
  text: string;
}
/** A component that was used. */
export interface Use {
  component: ComponentName;
  attributes: Record<string, string>;
  line: number;
  column: number;
}
export interface Body {
  intro: Segment[];
  introSource: string;
  sections: Section[];
  links: Link[];
  uses: Use[];
  /** The id of every heading from ## to ####. */
  anchors: string[];
  words: number;
  /** All words without markup, one line for each paragraph. */
  text: string;
}

/** Footnotes would need a visible word in each language; quotes are ours (`typography.ts`). */
const features = { gfm: { footnotes: false }, frontmatter: false, smartPunctuation: false } as const;
const word = /[\p{L}\p{N}][^\s]*/gu;

/**
 * Parses the body of an entry; nothing in it is evaluated. There is no body if it cannot be read at all. Otherwise there is one even beside
 * errors, so that references in it are checked too: what was refused is not in it, and what is in it is safe.
 */
export function parseBody(source: string, { file, firstLine = 1 }: { file: string; firstLine?: number }): { body: Body | null; problems: Finding[] } {
  const report = new Report('safe-mdx', file);
  const body = isTooLarge(source, report) ? null : parse(withoutControls(plainLines(source), report, firstLine), { report, file, firstLine });
  return { body, problems: report.list().sort(byPlace) };
}

function parse(source: string, { report, file, firstLine }: { report: Report; file: string; firstLine: number }): Body | null {
  if (hasShapeOfAttack(source, report, firstLine)) return null;
  const masked = mask(source);
  let tree: Node;
  try {
    tree = mdxToHast(masked, { position: true, features }) as Node;
  } catch (error) {
    const { place, told } = syntaxError(error instanceof Error ? error.message : '', masked, firstLine);
    report.add(place, told);
    return null;
  }
  const converter = new Converter({ report, source: masked, firstLine, language: languageOf(file) });
  const children = inParagraphs(converter.children(tree, { flow: true, top: true, depth: 0 }));
  const { marked, links, uses, anchors, text } = converter;
  const { intro, sections } = segmentsOf(toHtml({ type: 'root', children } satisfies Root), marked);
  const heads = marked.filter((mark) => mark.kind === 'section');
  return {
    intro,
    introSource: source.slice(0, heads[0]?.offset ?? source.length),
    sections: heads.map(({ id, title, line, offset }, index) => ({
      id,
      title,
      source: source.slice(offset, heads[index + 1]?.offset ?? source.length),
      line,
      segments: sections[index] ?? [],
    })),
    links,
    uses,
    anchors,
    words: text.match(word)?.length ?? 0,
    text,
  };
}
