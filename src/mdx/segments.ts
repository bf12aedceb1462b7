import { component, type ComponentName } from './components.ts';
import { cut, cuts, type Marked } from './marks.ts';

/** What a body is made of: HTML text, or an allowed component. A component may stand in the middle of a paragraph, between two pieces of HTML. */
export type Segment = { html: string } | { component: ComponentName; attributes: Record<string, string>; children: Segment[]; line: number };

/** HTML with marks, cut at them: what stands before the first section, and what stands in each. */
export function segmentsOf(html: string, marked: readonly Marked[]): { intro: Segment[]; sections: Segment[][] } {
  const intro: Segment[] = [];
  const sections: Segment[][] = [];
  let open: Segment[][] = [intro];
  for (const piece of html.split(cuts)) {
    const at = cut.exec(piece);
    if (!at) {
      if (piece !== '') open.at(-1)!.push({ html: piece });
      continue;
    }
    const mark = marked[Number(at[3])]!;
    if (mark.kind === 'section') {
      if (at[1] === '/') continue;
      open = [[]];
      sections.push(open[0]!);
    } else if (at[1] === '/') open.pop();
    else {
      const { name, attributes, line } = mark;
      const children: Segment[] = [];
      open.at(-1)!.push({ component: name, attributes, children, line });
      open.push(children);
    }
  }
  return { intro: tidy(intro), sections: sections.map(tidy) };
}

const isHtml = (segment: Segment | undefined): segment is { html: string } => segment !== undefined && 'html' in segment;

/** Without the white space that stands only between blocks: at the ends, and beside components that are no part of a sentence. */
function tidy(segments: Segment[]): Segment[] {
  const out: Segment[] = [];
  for (const [index, segment] of segments.entries()) {
    if (!isHtml(segment)) {
      out.push({ ...segment, children: tidy(segment.children) });
      continue;
    }
    let { html } = segment;
    if (isBlock(segments[index - 1])) html = html.trimStart();
    if (isBlock(segments[index + 1])) html = html.trimEnd();
    if (html !== '') out.push({ html });
  }
  return out;
}
const isBlock = (segment: Segment | undefined) => segment === undefined || ('component' in segment && !component(segment.component).inline);

/**
 * The same segments with every link to a page of this site led through `lead`: `/guides/register/` → `/nl/guides/register/`.
 * Links to the outside and to headings of the page stay. Works on the text of the HTML; see `convert.ts` for why that is safe.
 */
export function localiseLinks(segments: readonly Segment[], lead: (href: string) => string): Segment[] {
  return segments.map((segment) => {
    if (!isHtml(segment)) return { ...segment, children: localiseLinks(segment.children, lead) };
    if (!segment.html.includes('<a href="/')) return segment;
    return { html: segment.html.replace(/<a href="(\/[^"]*)"/g, (_, href: string) => `<a href="${escaped(lead(href))}"`) };
  });
}
const escaped = (href: string) => (/["<>]/.test(href) ? href.replaceAll('"', '%22').replaceAll('<', '%3C').replaceAll('>', '%3E') : href);
