import { Schema, type DOMOutputSpec, type MarkSpec, type NodeSpec } from '@tiptap/pm/model';
import { tableNodes } from '@tiptap/pm/tables';
import { isAllowedAddress } from './addresses.ts';
import { componentSpecs } from './component-specs.ts';

/** Which block of the text that was read this is (`mdx/memory.ts`); nothing for what is new. */
const origin = { origin: { default: null as number | null } };

/** Stands in the page as text, never as what it says: what no other node can hold, byte for byte. */
const raw = (inline: boolean): NodeSpec => ({
  group: inline ? 'inline' : 'block',
  inline,
  atom: true,
  selectable: true,
  draggable: true,
  attrs: { source: { default: '' }, ...(!inline && origin) },
  toDOM: ({ attrs }): DOMOutputSpec => [inline ? 'code' : 'pre', { class: 'rt-raw', 'data-raw': String(attrs['source']) }, String(attrs['source'])],
  parseDOM: [
    { tag: inline ? 'code[data-raw]' : 'pre[data-raw]', priority: 60, getAttrs: (element) => ({ source: element.getAttribute('data-raw') ?? '' }) },
  ],
});

const side = (element: HTMLElement): string | null => /^(?:left|center|right)$/.exec(element.getAttribute('data-align') ?? '')?.[0] ?? null;
const tables = tableNodes({
  tableGroup: 'block',
  cellContent: 'paragraph',
  cellAttributes: { align: { default: null, getFromDOM: side, setDOMAttr: (value, attrs) => value && (attrs['data-align'] = value) } },
});

const nodes: Record<string, NodeSpec> = {
  // `memory` is not content: it is carried along so that writing needs the document alone.
  doc: { content: 'block+', attrs: { memory: { default: null } } },
  paragraph: { content: 'inline*', group: 'block', attrs: origin, parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { level: { default: 2 }, ...origin },
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(4, Math.max(2, level)) } })),
    toDOM: ({ attrs }) => [`h${attrs['level']}`, 0],
  },
  bullet_list: {
    content: 'list_item+',
    group: 'block',
    attrs: { tight: { default: true }, ...origin },
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  ordered_list: {
    content: 'list_item+',
    group: 'block',
    attrs: { start: { default: 1 }, tight: { default: true }, ...origin },
    parseDOM: [{ tag: 'ol', getAttrs: (element) => ({ start: Number(element.getAttribute('start')) || 1 }) }],
    toDOM: ({ attrs }) => ['ol', attrs['start'] === 1 ? {} : { start: attrs['start'] }, 0],
  },
  list_item: {
    content: 'block+',
    defining: true,
    attrs: { checked: { default: null }, ...origin },
    parseDOM: [{ tag: 'li' }],
    toDOM: ({ attrs }) => ['li', attrs['checked'] === null ? {} : { 'data-checked': String(attrs['checked']) }, 0],
  },
  blockquote: { content: 'block+', group: 'block', defining: true, attrs: origin, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
  table: { ...tables.table, attrs: origin },
  table_row: { ...tables.table_row, attrs: origin },
  table_cell: tables.table_cell,
  table_header: tables.table_header,
  horizontal_rule: { group: 'block', attrs: origin, parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  code_block: {
    content: 'text*',
    group: 'block',
    marks: '',
    code: true,
    defining: true,
    attrs: { lang: { default: null }, meta: { default: null }, ...origin },
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', ['code', 0]],
  },
  raw: raw(false),
  ...componentSpecs(origin),
  text: { group: 'inline' },
  raw_inline: raw(true),
  hard_break: { inline: true, group: 'inline', selectable: false, linebreakReplacement: true, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
};

const plain = (name: string, tags: readonly string[]): MarkSpec => ({ parseDOM: tags.map((tag) => ({ tag })), toDOM: () => [name, 0] });

/** From the outside in, as they are written. */
const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: {}, title: { default: null } },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = element.getAttribute('href') ?? '';
          return isAllowedAddress(href) && { href, title: element.getAttribute('title') };
        },
      },
    ],
    // Where it leads is read, not followed: a click puts the cursor there.
    toDOM: ({ attrs }) => ['a', { href: isAllowedAddress(String(attrs['href'])) ? attrs['href'] : '', title: attrs['title'] ?? attrs['href'] }, 0],
  },
  strong: plain('strong', ['strong', 'b']),
  em: plain('em', ['em', 'i']),
  strike: plain('del', ['del', 's', 'strike']),
  code: plain('code', ['code']),
};

/** What a text can be made of: CommonMark, tables, and the components of `src/mdx/components.ts`. */
export const schema = new Schema({ nodes, marks });
