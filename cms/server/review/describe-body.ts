import { shortestEdit } from '../translating/shortest-edit.ts';
import { wordDifference, type Piece } from '../translating/word-difference.ts';
import type { Block } from './page-of-blocks.ts';

/** What became of one block: `form` where the words are the same in another form, `moved` where it only stands elsewhere now. */
export interface BlockChange {
  kind: 'same' | 'changed' | 'new' | 'gone' | 'form' | 'moved';
  block: Block;
  pieces: readonly Piece[];
}

/** More blocks than this that differ are told as what was and what is. */
const mostEdits = 600;
/** As far as a new wording is looked for among what is gone: each with each would take seconds for a long text that was replaced by another. */
const nearby = 40;
/** From this share of common words on, one paragraph is taken for the new wording of another. */
const alike = 0.34;

const keyOf = ({ kind, within, text }: Block): string => [kind, ...within, text].join('\u0000');

/** What became of a text, block by block, in the order of the new text. */
export function describeBody(before: readonly Block[], after: readonly Block[]): BlockChange[] {
  const steps = shortestEdit(before.map(keyOf), after.map(keyOf), mostEdits) ?? [
    ...before.map((_, at) => ['gone', at] as const),
    ...after.map((_, at) => ['new', at] as const),
  ];
  const changes: BlockChange[] = [];
  let gap: { gone: Block[]; added: Block[] } = { gone: [], added: [] };
  const moved = movedKeys(before, after, steps);
  let earlier = 0;
  for (const [kind, at] of steps) {
    if (kind === 'gone') {
      earlier = at + 1;
      if (!moved.has(keyOf(before[at]!))) gap.gone.push(before[at]!);
    } else if (kind === 'new') gap.added.push(after[at]!);
    else {
      changes.push(...closeGap(gap, moved), unchanged(before[earlier++]!, after[at]!));
      gap = { gone: [], added: [] };
    }
  }
  return [...changes, ...closeGap(gap, moved)];
}

const unchanged = (before: Block, after: Block): BlockChange => ({
  kind: before.form === after.form ? 'same' : 'form',
  block: after,
  pieces: [{ kind: 'same', text: after.text }],
});

/** The blocks that are gone at one place and new at another. Short ones are no news: “and” stands in many lists. */
function movedKeys(before: readonly Block[], after: readonly Block[], steps: ReturnType<typeof shortestEdit> & object): ReadonlySet<string> {
  const keys = (kind: 'gone' | 'new', blocks: readonly Block[]) => steps.filter(([is]) => is === kind).map(([, at]) => keyOf(blocks[at]!));
  const gone = new Set(keys('gone', before));
  return new Set(keys('new', after).filter((key) => gone.has(key)));
}

/** Pairs what is gone with what came in its place, in the order of both. */
function closeGap({ gone, added }: { gone: readonly Block[]; added: readonly Block[] }, moved: ReadonlySet<string>): BlockChange[] {
  const changes: BlockChange[] = [];
  const isRewording = createRewordings();
  let next = 0;
  for (const block of added) {
    const near = moved.has(keyOf(block)) ? [] : gone.slice(next, next + nearby);
    const partner = next + near.findIndex((was) => isRewording(was, block));
    if (partner < next) {
      changes.push({ kind: moved.has(keyOf(block)) ? 'moved' : 'new', block, pieces: [{ kind: 'same', text: block.text }] });
      continue;
    }
    changes.push(...gone.slice(next, partner).map(goneBlock));
    changes.push({ kind: 'changed', block, pieces: wordDifference(gone[partner]!.text, block.text) });
    next = partner + 1;
  }
  return [...changes, ...gone.slice(next).map(goneBlock)];
}

const goneBlock = (block: Block): BlockChange => ({ kind: 'gone', block, pieces: [{ kind: 'same', text: block.text }] });

/** Whether one block is most likely a new wording of the other: the same component, or enough words in common. The words of each are looked for once. */
function createRewordings(): (was: Block, is: Block) => boolean {
  const known = new Map<Block, ReadonlySet<string>>();
  const wordsOf = (block: Block) => {
    const words = known.get(block) ?? new Set(block.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
    known.set(block, words);
    return words;
  };
  return (was, is) => {
    if (was.within.join() !== is.within.join()) return false;
    if (was.kind === 'component' || is.kind === 'component') return was.kind === is.kind;
    const [a, b] = [wordsOf(was), wordsOf(is)];
    const common = [...a].filter((word) => b.has(word)).length;
    return common >= alike * Math.min(a.size, b.size);
  };
}
