/** One thing that a reader sees as one. */
export interface Block {
  kind: 'text' | 'heading' | 'item' | 'quote' | 'row' | 'code' | 'component';
  /** The components that it stands in, outermost first, by their names. */
  within: readonly string[];
  /** Its words, without markup. */
  text: string;
  /** The same with its markup: where only this differs, the words are the same in another form. */
  form: string;
}

const kinds: Readonly<Record<string, Block['kind']>> = {
  p: 'text',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  blockquote: 'quote',
  tr: 'row',
  pre: 'code',
};
/** What holds blocks and is none itself. */
const structure = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'div', 'hr']);
/** Blocks that give their kind to the paragraphs in them. */
const around = new Set(['li', 'blockquote']);

/** HTML as `parseBody` writes it: tags, whose attributes are quoted, and text between them. */
const pieces = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>|([^<]+)/g;
const href = /\shref="([^"]*)"/;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters that stand for themselves. */
const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex: string, decimal: string, name: string) =>
    name ? (named[name] ?? whole) : String.fromCodePoint(parseInt(hex ?? decimal, hex ? 16 : 10)),
  );

/** Collects the blocks of a text, whose HTML comes in parts with components between them, also in the middle of a sentence. */
export function createPage(leadsTo: (href: string) => string) {
  const blocks: Block[] = [];
  const holders: Block['kind'][] = [];
  const links: string[] = [];
  let open: { kind: Block['kind']; within: readonly string[]; text: string; form: string } | undefined;

  const end = (): void => {
    const text = open?.text.replace(/\s+/g, ' ').trim();
    if (open && text) blocks.push({ ...open, text, form: open.form.replace(/\s+/g, ' ').trim() });
    open = undefined;
  };
  const write = (text: string, form: string, within: readonly string[]): void => {
    open ??= { kind: holders.at(-1) ?? 'text', within, text: '', form: '' };
    open.text += text;
    open.form += form;
  };
  const tag = (name: string, { closing, attributes, within }: { closing: boolean; attributes: string; within: readonly string[] }): void => {
    const kind = kinds[name];
    if (kind) {
      end();
      if (around.has(name) && closing) holders.pop();
      else if (around.has(name)) holders.push(kind);
      else if (!closing && holders.length === 0 && kind !== 'text') open = { kind, within, text: '', form: `<${name}>` };
    } else if (structure.has(name)) end();
    else if (name === 'a') {
      if (!closing) links.push(decoded(href.exec(attributes)?.[1] ?? ''));
      const target = closing ? links.pop() : undefined;
      if (target) write(` ${leadsTo(target)}`, '', within);
    } else if (name === 'br') write(' ', '<br>', within);
    else if (name === 'td' || name === 'th') {
      if (!closing && open?.text.trim()) write(' | ', '', within);
    } else write('', `<${closing ? '/' : ''}${name}>`, within);
  };

  return {
    blocks,
    end,
    html(html: string, within: readonly string[]): void {
      for (const [, slash, name, attributes = '', text] of html.matchAll(pieces)) {
        if (name) tag(name, { closing: slash === '/', attributes, within });
        else if (text && (open || text.trim() !== '')) write(decoded(text), decoded(text), within);
      }
    },
    inline: (text: string, within: readonly string[]): void => write(text, text, within),
    block(block: Block): void {
      end();
      blocks.push(block);
    },
  };
}
