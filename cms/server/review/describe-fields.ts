import type { FieldNode } from '../../../src/content-model/describe.ts';
import { shortestEdit } from '../translating/shortest-edit.ts';
import { wordDifference, type Piece } from '../translating/word-difference.ts';
import type { ChangeWords } from './change-words.ts';
import { kindFor, labelOf, nodeOf, wordsOf } from './field-words.ts';

/** What became of one field. */
export interface FieldChange {
  /** The names of the field and of what it stands in: `At a glance`, `Cost`. */
  labels: readonly string[];
  kind: 'changed' | 'new' | 'gone';
  pieces: readonly Piece[];
}

interface Place {
  node: FieldNode | undefined;
  labels: readonly string[];
  words: ChangeWords;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNothing = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isFields(value) && Object.keys(value).length === 0);
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
/** More items than this that differ are told one by one as gone and new. */
const mostEdits = 400;

/** What became of a value, field by field, in the order of the model. */
export function describeValue(before: unknown, after: unknown, place: Place): FieldChange[] {
  if (isSame(before, after) || (isNothing(before) && isNothing(after))) return [];
  if (isFields(before) || isFields(after)) {
    // A group that is new or gone as a whole is told as one thing.
    const inGroup = place.labels.length > 0;
    if (inGroup && (isNothing(before) || isNothing(after))) return oneChange(before, after, place);
    return isFields(before) && isFields(after) ? describeGroup(before, after, place) : oneChange(before, after, place);
  }
  if (Array.isArray(before) || Array.isArray(after)) return describeList(asList(before), asList(after), place);
  return oneChange(before, after, place);
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : isNothing(value) ? [] : [value]);

/** Each field of a group of fields: those of the model in its order, then the others. */
export function describeGroup(before: Fields, after: Fields, { node, labels, words }: Place): FieldChange[] {
  const known = Object.keys(kindFor(node, after)?.properties ?? {});
  const names = [...new Set([...known, ...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const child = nodeOf(node, after, name) ?? nodeOf(node, before, name);
    return describeValue(before[name], after[name], { node: child, labels: [...labels, labelOf(child, name, words)], words });
  });
}

function oneChange(before: unknown, after: unknown, { node, labels, words }: Place): FieldChange[] {
  const [was, is] = [wordsOf(before, node, words), wordsOf(after, node, words)];
  if (was === is) return [];
  const kind = isNothing(before) ? 'new' : isNothing(after) ? 'gone' : 'changed';
  const pieces: readonly Piece[] = kind === 'changed' ? wordDifference(was, is) : [{ kind: 'same', text: kind === 'new' ? is : was }];
  return [{ labels, kind, pieces }];
}

function describeList(before: readonly unknown[], after: readonly unknown[], { node, labels, words }: Place): FieldChange[] {
  const item = kindFor(node, after)?.items;
  const steps = shortestEdit(before.map(keyOf), after.map(keyOf), mostEdits) ?? [
    ...before.map((_, at) => ['gone', at] as const),
    ...after.map((_, at) => ['new', at] as const),
  ];
  const groups = [...before, ...after].some(isFields);
  if (!groups) return [{ labels, kind: kindOfList(before, after), pieces: listPieces(steps, { before, after, item, words }) }];
  const numbered = (at: number): Place => ({ node: item, labels: [...labels.slice(0, -1), `${labels.at(-1) ?? ''} ${at + 1}`.trim()], words });
  const changes: FieldChange[] = [];
  const gone: number[] = [];
  for (const [kind, at] of steps) {
    if (kind === 'gone') gone.push(at);
    if (kind === 'same') gone.splice(0).forEach((was) => changes.push(...oneChange(before[was], undefined, numbered(was))));
    if (kind !== 'new') continue;
    // An item that came in the place of another is its new version.
    const was = gone.shift();
    changes.push(...describeValue(was === undefined ? undefined : before[was], after[at], numbered(at)));
  }
  gone.forEach((was) => changes.push(...oneChange(before[was], undefined, numbered(was))));
  return changes;
}

const keyOf = (value: unknown): string => JSON.stringify(value) ?? '';
const kindOfList = (before: readonly unknown[], after: readonly unknown[]): FieldChange['kind'] =>
  before.length === 0 ? 'new' : after.length === 0 ? 'gone' : 'changed';

/** A list of words: what is gone, new and still there, with commas between. */
function listPieces(
  steps: readonly (readonly ['same' | 'gone' | 'new', number])[],
  { before, after, item, words }: { before: readonly unknown[]; after: readonly unknown[]; item: FieldNode | undefined; words: ChangeWords },
): Piece[] {
  const marked = before.length > 0 && after.length > 0;
  return steps.flatMap(([kind, at], index): Piece[] => {
    const text = wordsOf((kind === 'gone' ? before : after)[at], item, words);
    const comma: Piece[] = index === 0 ? [] : [{ kind: 'same', text: ', ' }];
    return [...comma, { kind: marked ? kind : 'same', text }];
  });
}
