import { blockHtml, type Block } from './blocks.ts';
import { nestItems } from './word-lists.ts';
import { styleOf } from './pasted-style.ts';
import { dropped, type Pasted } from './pasted.ts';
import { cellsOf } from './tables.ts';
import { digitsOf, hasWords, lookIn, plainText, type Look, type Run } from './words.ts';

/** What an entry can hold is 256 KB; beyond this many blocks a browser takes seconds to show them. */
const mostLetters = 200_000;
const mostBlocks = 3_000;

/** What became of what was pasted: clean HTML of a few elements without attributes but those of links; nothing where it is too much at once. */
export interface Cleaned {
  html: string | undefined;
  pictures: number;
}

const blocks = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption blockquote pre hr section article header footer main aside nav address figure figcaption form fieldset details summary center body html'.split(
    ' ',
  ),
);

/** Cleans what was pasted from office programs and web pages: structure stays, looks, scripts and pictures do not. */
export function cleanMarkup(root: Pasted): Cleaned {
  const cleaner = new Cleaner();
  const found = nestItems(cleaner.flow(root.children, {}));
  const tooMuch = cleaner.letters > mostLetters || cleaner.count > mostBlocks;
  const top = cleaner.hasTitle ? 1 : 0;
  return { html: tooMuch ? undefined : found.map((block) => blockHtml(block, top)).join(''), pictures: cleaner.pictures };
}

/** One class, since the walk counts what it finds. */
class Cleaner {
  pictures = 0;
  letters = 0;
  count = 0;
  /** A heading of the first level: then all headings go down one level. */
  hasTitle = false;
  readonly #holdsBlocks = new Map<Pasted, boolean>();

  flow(nodes: readonly Pasted[], look: Look): Block[] {
    const out: Block[] = [];
    let run: Run[] = [];
    const flush = () => {
      out.push(...this.#paragraphs(run));
      run = [];
    };
    for (const node of nodes) {
      if (this.#skips(node)) continue;
      if (!this.#isBlock(node)) run.push(...this.words([node], look));
      else {
        flush();
        out.push(...this.#block(node, lookIn(node, look)));
      }
    }
    flush();
    return out;
  }

  /** The words in what holds no blocks. */
  words(nodes: readonly Pasted[], look: Look): Run[] {
    return nodes.flatMap((node): Run[] => {
      if (this.#skips(node)) return [];
      if (node.tag === 'br') return ['br'];
      if (node.tag !== '') {
        const inside = this.words(node.children, lookIn(node, look));
        return node.tag === 'sup' || node.tag === 'sub'
          ? inside.map((run) => (run === 'br' ? run : { ...run, text: digitsOf(node.tag, run.text) }))
          : inside;
      }
      const text = plainText(node.text);
      this.letters += text.length;
      return text === '' ? [] : [{ text, look }];
    });
  }

  #skips({ tag, attributes }: Pasted): boolean {
    if (tag === 'img' || tag === 'picture' || tag === 'v:imagedata') {
      this.pictures++;
      return true;
    }
    if (tag === '') return false;
    const { hidden, listSign } = styleOf(attributes['style']);
    return dropped.has(tag) || 'hidden' in attributes || attributes['aria-hidden'] === 'true' || Boolean(hidden) || Boolean(listSign);
  }

  #isBlock(node: Pasted): boolean {
    if (node.tag === '') return false;
    if (blocks.has(node.tag)) return true;
    const known = this.#holdsBlocks.get(node);
    if (known !== undefined) return known;
    const holds = node.children.some((child) => this.#isBlock(child));
    this.#holdsBlocks.set(node, holds);
    return holds;
  }

  /** An empty line between words parts paragraphs, however it was made. */
  #paragraphs(run: readonly Run[]): Block[] {
    const parts: Run[][] = [[]];
    run.forEach((one, index) => {
      if (one === 'br' && run[index + 1] === 'br') parts.push([]);
      else if (!(one === 'br' && parts.at(-1)!.length === 0)) parts.at(-1)!.push(one);
    });
    const filled = parts.filter(hasWords);
    this.count += filled.length;
    return filled.map((words) => ({ kind: 'p', words }));
  }

  #block(node: Pasted, look: Look): Block[] {
    const level = /^h([1-6])$/.exec(node.tag)?.[1] ?? (/\bMsoTitle\b/.test(node.attributes['class'] ?? '') ? '1' : undefined);
    if (level) return this.#heading(node, Number(level));
    switch (node.tag) {
      case 'ul':
      case 'ol':
        return this.#list(node, look);
      case 'li':
        return [{ kind: 'ul', items: [this.flow(node.children, look)] }];
      case 'table':
        return this.#table(node, look);
      case 'blockquote':
        return [{ kind: 'blockquote', blocks: this.flow(node.children, look) }];
      case 'pre':
        return [{ kind: 'pre', text: textOf(node) }];
      case 'hr':
        return [{ kind: 'hr' }];
      case 'dt':
        return this.flow(node.children, { ...look, strong: true });
      default:
        return this.#marked(node, this.flow(node.children, look));
    }
  }

  /** Paragraphs of Word that are items of a list say so in their style. */
  #marked(node: Pasted, found: Block[]): Block[] {
    const level = styleOf(node.attributes['style']).listLevel;
    if (node.tag !== 'p' || level === undefined) return found;
    const sign = textOf(firstSign(node) ?? node).trim();
    return [{ kind: 'word-item', level, ordered: /^\(?(?:\d{1,3}|[a-z]{1,4})[.)]/i.test(sign), blocks: found }];
  }

  #heading(node: Pasted, level: number): Block[] {
    const inside = this.flow(node.children, {});
    const words = inside.flatMap((block): Run[] => ('words' in block ? [...block.words, { text: ' ', look: {} }] : []));
    if (!hasWords(words)) return inside;
    this.hasTitle ||= level === 1;
    return [{ kind: 'h', level, words: words.map((run) => (run === 'br' ? { text: ' ', look: {} } : { ...run, look: {} })) }];
  }

  #list(node: Pasted, look: Look): Block[] {
    const items: Block[][] = [];
    for (const child of node.children) {
      if (this.#skips(child) || (child.tag === '' && child.text.trim() === '')) continue;
      // Google's documents put a list beside the item it belongs to.
      if (child.tag === 'ul' || child.tag === 'ol') (items.at(-1) ?? (items[0] = [])).push(...this.#list(child, look));
      else items.push(this.flow(child.tag === 'li' ? child.children : [child], child.tag === 'li' ? lookIn(child, look) : look));
    }
    const filled = items.filter((item) => item.length > 0);
    this.count += filled.length;
    return filled.length > 0 ? [{ kind: node.tag === 'ol' ? 'ol' : 'ul', items: filled, start: Number(node.attributes['start']) || 1 }] : [];
  }

  #table(node: Pasted, look: Look): Block[] {
    const { rows, isLayout } = cellsOf(node);
    if (isLayout) return rows.flat().flatMap((cell) => (cell ? this.flow(cell.children, look) : []));
    const filled = rows.map((row) => row.map((cell) => (cell ? this.#cell(cell, look) : []))).filter((row) => row.some(hasWords));
    this.count += filled.reduce((sum, row) => sum + row.length, 0);
    return filled.length > 0 ? [{ kind: 'table', rows: filled }] : [];
  }

  /** A cell holds one paragraph. */
  #cell(cell: Pasted, look: Look): Run[] {
    const flat = (found: readonly Block[]): Run[] =>
      found.flatMap((block): Run[] => {
        if ('words' in block) return [...block.words.map((run): Run => (run === 'br' ? { text: ' ', look: {} } : run)), { text: ' ', look: {} }];
        if ('items' in block) return block.items.flatMap(flat);
        return 'blocks' in block ? flat(block.blocks) : 'text' in block ? [{ text: plainText(block.text), look: {} }] : [];
      });
    return flat(this.flow(cell.children, cell.tag === 'th' ? {} : look));
  }
}

const textOf = (node: Pasted): string => (node.tag === '' ? node.text : node.tag === 'br' ? '\n' : node.children.map(textOf).join(''));

function firstSign(node: Pasted): Pasted | undefined {
  if (styleOf(node.attributes['style']).listSign) return node;
  for (const child of node.children) {
    const found = firstSign(child);
    if (found) return found;
  }
  return undefined;
}
