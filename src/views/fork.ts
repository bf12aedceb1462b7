import type { Segment } from '../mdx/body.ts';

/** A situation in which the answer differs, as a guide names it. */
export interface Variant {
  id: string;
  label: string;
}

/** One way of a fork. */
export interface ForkBranch<S> {
  /** Variants or audiences: a reader who chose one of them sees this way. */
  ids: readonly string[];
  label: string;
  children: S[];
}

type Used = Extract<Segment, { component: unknown }>;
/** A piece of a body: as written, or blocks of `<For>` that follow one another, which are ways of one fork. */
export type Piece = Segment | { fork: { audience: string[]; children: Segment[] }[] };

/** Gathers blocks of `<For>` that follow one another. */
export function forksOf(segments: readonly Segment[]): Piece[] {
  const pieces: Piece[] = [];
  for (const segment of segments) {
    if (!isFor(segment)) {
      pieces.push(segment);
      continue;
    }
    const { attributes, children } = segment;
    const way = { audience: (attributes['audience'] ?? '').split(',').map((id) => id.trim()), children };
    const last = pieces.at(-1);
    if (last && 'fork' in last) last.fork.push(way);
    else pieces.push({ fork: [way] });
  }
  return pieces;
}

const isFor = (segment: Segment): segment is Used => 'component' in segment && segment.component === 'For';
