import type { ResolvedComponent, ResolvedSegment } from './body.ts';

/** A piece of a leg: text with what stands in its margin, or something that takes the whole width. */
export type LegPart = { main: ResolvedSegment[]; side: ResolvedSegment[] } | { full: ResolvedSegment };

/** A stop of a guide's line: a step, which is numbered; a section; or text without a heading. */
export interface GuideLeg {
  title: string;
  id?: string;
  /** Of steps: 1, 2, 3 … */
  number?: number;
  /** Level of the heading: steps below a section's heading are 3. */
  level: 2 | 3;
  parts: LegPart[];
}

interface Part {
  /** Missing of the introduction. */
  id?: string;
  title?: string;
  segments: readonly ResolvedSegment[];
}

/** Others’ words, signs and notes stand in the margin of the text. */
const inMargin = new Set<ResolvedComponent['component']>(['Quote', 'Phrase', 'Callout']);
const wide = new Set<ResolvedComponent['component']>(['Fork', 'Numbers']);
const is = (names: ReadonlySet<string>, segment: ResolvedSegment) => 'component' in segment && names.has(segment.component);

/** The introduction and the sections of a guide as stops of its line. Steps are counted through the whole guide. */
export function legsOf(parts: readonly Part[]): GuideLeg[] {
  const legs: GuideLeg[] = [];
  let number = 0;
  for (const { id, title = '', segments } of parts) {
    const pieces = aroundSteps(segments);
    const level = title ? 3 : 2;
    for (const [index, piece] of pieces.entries()) {
      if ('steps' in piece) {
        for (const step of piece.steps) legs.push({ title: step.title, id: `Step-${++number}`, number, level, parts: partsOf(step.children) });
        continue;
      }
      const head = index === 0 ? title : '';
      if (head || piece.text.length > 0) legs.push({ title: head, ...(head && id ? { id } : {}), level: 2, parts: partsOf(piece.text) });
    }
  }
  return legs;
}

type Piece = { text: ResolvedSegment[] } | { steps: { title: string; children: ResolvedSegment[] }[] };

/** Text and steps in turn, beginning with text. */
function aroundSteps(segments: readonly ResolvedSegment[]): Piece[] {
  const pieces: Piece[] = [{ text: [] }];
  for (const segment of segments) {
    if ('component' in segment && segment.component === 'Steps') {
      const steps = segment.children.flatMap((child) =>
        'component' in child && child.component === 'Step' ? [{ title: child.props.title, children: child.children }] : [],
      );
      pieces.push({ steps });
      continue;
    }
    const last = pieces.at(-1);
    if (last && 'text' in last) last.text.push(segment);
    else pieces.push({ text: [segment] });
  }
  return pieces;
}

function partsOf(segments: readonly ResolvedSegment[]): LegPart[] {
  const parts: LegPart[] = [{ main: [], side: [] }];
  for (const segment of segments) {
    if (is(wide, segment)) {
      parts.push({ full: segment });
      continue;
    }
    let last = parts.at(-1)!;
    if ('full' in last) parts.push((last = { main: [], side: [] }));
    last[is(inMargin, segment) ? 'side' : 'main'].push(segment);
  }
  return parts;
}
