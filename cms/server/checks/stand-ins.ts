import type { z } from 'zod';
import type { FieldNode } from '../../../src/content-model/describe.ts';
import { fieldPath } from '../../../src/content-model/problems.ts';
import { nodeAt } from '../../../src/content-model/schema-findings.ts';
import { standInValue, type Known } from './stand-in-value.ts';

type Path = (string | number)[];

export interface Mended<Value> {
  value: Value;
  /** The fields whose values are stand-ins: `glance.cost`. */
  standIns: string[];
}

/** One round for each level at which something new can come to light, and some to spare. */
const rounds = 12;

interface Model<T> {
  schema: T;
  node: FieldNode;
  known: Known;
  /** What is published of it now: what stands there is the best stand-in. */
  published?: unknown;
}

/**
 * A value with stand-ins wherever it does not fit its schema, and without what the schema does not know. So what does fit can be checked further:
 * an entry without a title may name a guide that is not there, and its writer is told of both. Undefined where that does not succeed.
 */
export function withStandIns<T extends z.ZodType>(given: unknown, { schema, node, known, published }: Model<T>): Mended<z.output<T>> | undefined {
  const root = { value: structuredClone(given) };
  const standIns = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const result = schema.safeParse(root.value);
    if (result.success) return { value: result.data, standIns: [...standIns] };
    for (const issue of result.error.issues) {
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) remove(root, [...(issue.path as Path), key]);
        continue;
      }
      if (issue.code === 'invalid_key') {
        remove(root, issue.path as Path);
        continue;
      }
      const path = replaced(issue);
      const place = fieldPath(path);
      // Where the published value does not fit either, since the kind of a block changed, it is not tried again.
      const before = standIns.has(place) ? undefined : valueAt(published, path);
      const whole = before ?? standInValue(nodeAt(node, path), known);
      standIns.add(place);
      set(root, path, (value) => longerOrNew(issue, { value, whole }));
    }
  }
  return undefined;
}

/** The place of what is replaced: an item that does not say its kind is replaced whole. */
function replaced(issue: z.core.$ZodIssue): Path {
  const path = issue.path as Path;
  return issue.code === 'invalid_union' && issue.errors.length === 0 ? path.slice(0, -1) : path;
}

/** Of a list that is too short or too long the items are kept, since they are checked too. */
function longerOrNew(issue: z.core.$ZodIssue, { value, whole }: { value: unknown; whole: unknown }): unknown {
  if (issue.code === 'too_big' && Array.isArray(value)) return value.slice(0, Number(issue.maximum));
  if (issue.code === 'too_small' && Array.isArray(value) && Array.isArray(whole)) return [...value, ...whole.slice(value.length)];
  return structuredClone(whole);
}

type Holder = Record<string | number, unknown>;

const valueAt = (value: unknown, path: Path): unknown => path.reduce<unknown>((at, step) => (isHolder(at) ? at[step] : undefined), value);

function holderOf(root: { value: unknown }, path: Path): { holder: Holder; name: string | number } | undefined {
  const steps = ['value', ...path];
  const name = steps.pop()!;
  const holder = valueAt(root, steps);
  return isHolder(holder) ? { holder, name } : undefined;
}

function set(root: { value: unknown }, path: Path, change: (now: unknown) => unknown): void {
  const place = holderOf(root, path);
  if (place) place.holder[place.name] = change(place.holder[place.name]);
}

function remove(root: { value: unknown }, path: Path): void {
  const place = holderOf(root, path);
  if (place) delete place.holder[place.name];
}

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;
