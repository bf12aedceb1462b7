import type { FieldNode } from '../../../src/content-model/describe.ts';
import { nodeAt } from '../../../src/content-model/schema-findings.ts';
import type { Parsed } from '../../../src/graph/parse.ts';
import { pathOf } from '../checks/field-paths.ts';
import type { WholeDocument } from '../checks/whole-document.ts';

/** What a reader of a preview sees where a text is still missing. */
const gap = '…';
/** What `checks/stand-in-value.ts` gives texts and days that may be any. */
const anyText = /^x+$/;
const anyDay = '2000-01-01';

type Path = readonly (string | number)[];

export interface Typed {
  /** The present day. */
  day: string;
  /** The fields as they were typed. */
  fields: unknown;
  node: FieldNode;
}

/**
 * An unfinished document as it is shown. Stand-ins were made for the checks, and on a page an `x` would look like a mistake of the writer's: missing texts
 * are an ellipsis, missing days the present one, and words that are only too long or too short are shown as they were typed.
 */
export function standInsShown({ parsed, standIns }: WholeDocument, typed: Typed): Parsed {
  if (standIns.length === 0) return parsed;
  const shown = <Value>(value: Value): Value => {
    const copy = { value: structuredClone(value) as unknown };
    for (const field of standIns) {
      const path = pathOf(field);
      change(copy, ['value', ...path], (now) => wordsAt(typed, path) ?? asShown(now, typed.day));
    }
    return copy.value as Value;
  };
  if (parsed.kind === 'entry' && parsed.entry) return { ...parsed, entry: { ...parsed.entry, data: shown(parsed.entry.data) } };
  if (parsed.kind === 'settings' && parsed.value) return { ...parsed, value: shown(parsed.value) };
  return parsed;
}

/** Words that fit no form but that of a line: a field whose pattern takes them takes any. */
const anyWords = 'Any “words”: <b> & (more), even 1 % of them!';
const takesAnyWords = (pattern: string | undefined): boolean => pattern === undefined || new RegExp(pattern, 'u').test(anyWords);

/** Of a field that takes any words, those that were typed; undefined of other fields. A page shows words as text, whatever they are. */
function wordsAt({ fields, node }: Typed, path: Path): string | undefined {
  const field = nodeAt(node, path);
  if (field?.type !== 'string' || field.format || !takesAnyWords(field.pattern) || field.enum || field.refersTo || field.const !== undefined)
    return undefined;
  const words = path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined),
    fields,
  );
  return typeof words === 'string' && words.trim() !== '' ? words : gap;
}

function asShown(value: unknown, day: string): unknown {
  if (typeof value === 'string') return anyText.test(value) ? gap : value === anyDay ? day : value;
  if (Array.isArray(value)) return value.map((item) => asShown(item, day));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, asShown(inside, day)]));
}

function change(root: object, path: Path, to: (value: unknown) => unknown): void {
  const name = path.at(-1);
  const holder = path.slice(0, -1).reduce<unknown>((at, step) => (at as Record<string | number, unknown> | null | undefined)?.[step], root);
  if (typeof holder !== 'object' || holder === null || name === undefined) return;
  const place = holder as Record<string | number, unknown>;
  place[name] = to(place[name]);
}
