import { Mark, type Node } from '@tiptap/pm/model';
import { schema } from '../schema.ts';

/** Signs that mean something to a parser, in and between words of several scripts. */
const words =
  'word كلمة слово * _ ` ~ ~~ [ ]( x) < <Fact </Step> { } & &amp; # + - 1. 2) ! [x] | \\ " \' : https://a.nl www.x.nl a@b.nl = === import export *a b* _c_ ** > --- a--b . ( ... AT&T {/* [^1] <!-- $1'.split(
    ' ',
  );
const addresses = ['https://a.nl/x_(y)', '/guides/a/', '#b', 'mailto:a@b.nl', 'https://a.nl/a b{c}'];

/** Documents as nobody would write them, the same for the same seed: what they hold must survive being written. */
export function randomDocument(seed: number): Node {
  const chance = mulberry32(seed);
  const upTo = (count: number): number => 1 + Math.floor(chance() * count);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

  const text = (): string => many(upTo(4), () => pick(words) + (chance() < 0.6 ? ' ' : '')).join('');
  const piece = (): Node => {
    const link = chance() < 0.15 ? [schema.mark('link', { href: pick(addresses) })] : [];
    const kind = chance();
    if (kind < 0.1) return schema.node('Fact', { attributes: { id: 'a-b' } }, undefined, link);
    if (kind < 0.16) return schema.node('hard_break');
    const look = chance() < 0.35 ? [schema.mark(pick(['strong', 'em', 'strike', 'code']))] : [];
    return schema.text(text(), Mark.setFrom([...link, ...look]));
  };
  const line = (type = 'paragraph', attrs = {}): Node => schema.node(type, attrs, many(upTo(4), piece));
  const row = (type: string): Node =>
    schema.node(
      'table_row',
      null,
      many(2, () => schema.node(type, null, [line()])),
    );
  const blocks = (depth: number, count = 3): Node[] => many(upTo(count), () => block(depth));

  /** How often each kind comes up, out of a hundred; deep inside only paragraphs do. */
  const kinds: readonly [share: number, make: (depth: number) => Node][] = [
    [40, () => line()],
    [8, () => line('heading', { level: pick([2, 3, 4]) })],
    [
      10,
      (depth) =>
        schema.node(
          pick(['bullet_list', 'ordered_list']),
          { tight: chance() < 0.5 },
          many(upTo(3), () => item(depth)),
        ),
    ],
    [6, (depth) => schema.node('blockquote', null, blocks(depth))],
    [6, () => schema.node('table', null, [row('table_header'), row('table_cell'), row('table_cell')])],
    [4, () => schema.node('horizontal_rule')],
    [4, () => schema.node('code_block', null, [schema.text(`${text()}\n${text()}`)])],
    [10, (depth) => schema.node('Callout', { attributes: { title: text() } }, blocks(depth))],
    [
      6,
      (depth) =>
        schema.node(
          'Steps',
          null,
          many(2, () => schema.node('Step', { attributes: { title: text() } }, blocks(depth))),
        ),
    ],
    [6, () => schema.node('Phrase', { attributes: { say: text(), means: text() } })],
  ];
  const item = (depth: number): Node =>
    schema.node('list_item', { checked: chance() < 0.1 ? true : null }, [line(), ...(chance() < 0.3 ? blocks(depth, 1) : [])]);
  function block(depth: number): Node {
    if (depth > 2) return line();
    let left = chance() * 100;
    return (kinds.find(([share]) => (left -= share) < 0) ?? kinds[0]!)[1](depth + 1);
  }
  return schema.node('doc', null, blocks(0));
}

/** A small generator of even numbers between 0 and 1 (Tommy Ettinger's, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
