import type { Body, Segment } from './body.ts';

/** The HTML of a whole body as the pages put it together, components as plain boxes; for tests. */
export function plainHtml(body: Body): string {
  const html = (segments: readonly Segment[]): string =>
    segments.map((segment) => ('html' in segment ? segment.html : html(segment.children))).join('');
  return html(body.intro) + body.sections.map(({ segments }) => html(segments)).join('');
}

const elements = new Set('p h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong del a br hr div table thead tbody tr th td'.split(' '));
const attributes: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:\/\/[^/]|mailto:[^:]|tel:[+\d]|#.|\/(?:$|(?:stories|guides|pages|practices)\/))/i,
  rel: /^noopener$/,
  id: /^[^\s"<>]+$/,
  class: /^(?:scroll|task|align-right|align-center)$/,
  start: /^\d+$/,
};

/** A tree as parse5 makes it, which the tests hand in. */
export interface Parsed {
  nodeName: string;
  tagName?: string;
  attrs?: { name: string; value: string }[];
  value?: string;
  childNodes?: Parsed[];
}

/** What in an HTML text is more than inert text and safe links. */
export function notInert(html: Parsed): string[] {
  const found: string[] = [];
  const visit = (node: Parsed): void => {
    if (node.nodeName === '#comment') found.push('a comment');
    if (node.tagName !== undefined) {
      if (!elements.has(node.tagName)) found.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs ?? []) if (!attributes[name]?.test(value)) found.push(`${name}="${value}"`);
    }
    node.childNodes?.forEach(visit);
  };
  visit(html);
  return found;
}

/** The words of an HTML text. */
export function textOf(html: Parsed): string {
  let text = '';
  const visit = (node: Parsed): void => {
    text += node.value ?? '';
    node.childNodes?.forEach(visit);
    if (node.tagName !== undefined && /^(?:p|h\d|li|td|th|pre|br|hr|blockquote)$/.test(node.tagName)) text += ' ';
  };
  visit(html);
  return text.replace(/\s+/g, ' ').trim();
}
