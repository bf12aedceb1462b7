import type { Mark, Node } from '@tiptap/pm/model';
import { attributesOf, componentOf } from '../component-specs.ts';
import { schema } from '../schema.ts';
import type { Markup } from './markup.ts';
import { writeTag } from './write-tag.ts';

interface Piece {
  node: Node;
  marks: readonly Mark[];
}

/** The words of a paragraph as a Markdown tree. White space at its ends has no meaning and goes. */
export const writeWords = (block: Node): Markup[] => inLines(nested(trimmed(outsideMarks(piecesOf(block)))));

/** The same for headings and cells, which have no second line. */
export const writeLine = (block: Node): Markup[] =>
  nested(trimmed(outsideMarks(piecesOf(block).map((piece) => (isBreak(piece) ? { ...piece, node: schema.text(' ', piece.marks) } : piece)))));

/** Tags alone on a line would be blocks: a space that is no white space to the parser keeps such a line in its paragraph. */
function inLines(nodes: readonly Markup[]): Markup[] {
  return nodes.flatMap((node, index) => {
    if (node.type !== 'tag' || nodes[index - 1]?.type !== 'break') return [node];
    const end = nodes.findIndex(({ type }, at) => at > index && type === 'break');
    const alone = nodes.slice(index, end < 0 ? undefined : end).every(({ type, value }) => type === 'tag' || value?.trim() === '');
    return alone ? [{ type: 'tag', value: '&#x20;' }, node] : [node];
  });
}

function piecesOf(block: Node): Piece[] {
  const pieces: Piece[] = [];
  block.forEach((node) => {
    // Space at the ends of a text is taken apart: `**bold **` is no bold.
    const parts = node.isText && !hasCode(node.marks) ? node.text!.split(/^(\s+)|(\s+)$/).filter((part) => part) : [undefined];
    for (const part of parts) pieces.push({ node: part === undefined ? node : schema.text(part, node.marks), marks: node.marks });
  });
  return pieces;
}

const hasCode = (marks: readonly Mark[]): boolean => marks.some(({ type }) => type.name === 'code');
const isSpace = ({ node, marks }: Piece): boolean => node.isText && !hasCode(marks) && node.text!.trim() === '';
const isBreak = ({ node }: Piece): boolean => node.type.name === 'hard_break';

/** Space, and ends of lines, keep only those marks that both neighbours have too. */
function outsideMarks(pieces: readonly Piece[]): Piece[] {
  const marksAt = (from: number, step: 1 | -1): readonly Mark[] => {
    let at = from + step;
    while (pieces[at] && (isSpace(pieces[at]!) || isBreak(pieces[at]!))) at += step;
    return pieces[at]?.marks ?? [];
  };
  return pieces.map((piece, index) => {
    if (!isSpace(piece) && !isBreak(piece)) return piece;
    const [before, after] = [marksAt(index, -1), marksAt(index, 1)];
    return { ...piece, marks: piece.marks.filter((mark) => mark.isInSet(before) && mark.isInSet(after)) };
  });
}

/** Without space and ends of lines at the ends, and without space beside ends of lines. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const isEmpty = (piece: Piece | undefined): boolean => !piece || isSpace(piece) || isBreak(piece);
  const [first, last] = [pieces.findIndex((piece) => !isEmpty(piece)), pieces.findLastIndex((piece) => !isEmpty(piece))];
  if (first < 0) return [];
  return pieces
    .slice(first, last + 1)
    .filter(
      (piece, index, all) => !isSpace(piece) || !((all[index - 1] && isBreak(all[index - 1]!)) || (all[index + 1] && isBreak(all[index + 1]!))),
    );
}

const names: Readonly<Record<string, string>> = { strong: 'strong', em: 'emphasis', strike: 'delete', link: 'link' };

/** Marks that lie over several pieces become nodes around them, the longest outside. */
function nested(pieces: readonly Piece[]): Markup[] {
  const out: Markup[] = [];
  for (let at = 0; at < pieces.length;) {
    const [mark, length] = longest(pieces, at);
    if (!mark) {
      out.push(leaf(pieces[at++]!));
      continue;
    }
    const inside = pieces.slice(at, at + length).map(({ node, marks }) => ({ node, marks: marks.filter((other) => !other.eq(mark)) }));
    const { href, title } = mark.attrs;
    out.push({ type: names[mark.type.name]!, ...(mark.type.name === 'link' && { url: encoded(String(href)), title }), children: nested(inside) });
    at += length;
  }
  return joined(out);
}

function longest(pieces: readonly Piece[], at: number): [mark: Mark | undefined, length: number] {
  let best: [Mark | undefined, number] = [undefined, 0];
  for (const mark of pieces[at]!.marks) {
    if (mark.type.name === 'code') continue;
    let length = 1;
    while (pieces[at + length] && mark.isInSet(pieces[at + length]!.marks)) length++;
    // A link cannot stand in a link, and of two marks of one length it is the outer one.
    if (length > best[1]) best = [mark, length];
  }
  return best;
}

function leaf({ node, marks }: Piece): Markup {
  const name = componentOf(node);
  if (name) return { type: 'tag', value: writeTag(name, attributesOf(node)) };
  if (node.type.name === 'raw_inline') return { type: 'tag', value: node.attrs['source'] as string };
  if (isBreak({ node, marks })) return { type: 'break' };
  return { type: hasCode(marks) ? 'inlineCode' : 'text', value: node.text! };
}

/** Texts that touch are one, so that what they are together is escaped. */
function joined(nodes: readonly Markup[]): Markup[] {
  const out: Markup[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if ((node.type === 'text' || node.type === 'inlineCode') && last?.type === node.type)
      out[out.length - 1] = { ...last, value: last.value! + node.value! };
    else out.push(node);
  }
  return out;
}

/** Addresses hold no space and none of the signs that mean something in a text. */
const encoded = (href: string): string => href.replace(/[\s<>{}\\]/g, (sign) => encodeURIComponent(sign));
