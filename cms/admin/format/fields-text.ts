import { isMap, isScalar, type YAMLMap } from 'yaml';
import { isSame, type Plain } from './without-empty.ts';
import { readYaml, rewriteField, writeFields } from './yaml-text.ts';

interface Written {
  name: string;
  /** What stands before it: empty lines, comments. */
  lead: string;
  text: string;
}

interface Change {
  /** The fields as they were written. */
  text: string;
  /** What was in them, as it is stored. */
  before: Readonly<Record<string, Plain>>;
  /** What is to be in them, in the order of the model. */
  after: Readonly<Record<string, Plain>>;
}

/** Fields with other values: what did not change stays byte for byte, comments too; what is new goes behind the field that precedes it in the model. */
export function changedFields({ text, before, after }: Change): string {
  const divided = divide(text);
  if (!divided) return writeFields(after);
  const { written, rest } = divided;
  const kept = written.flatMap((field): Written[] => {
    const { name, lead } = field;
    if (!Object.hasOwn(after, name)) {
      // `audiences: []` says what leaving it out says, and stays as somebody wrote it.
      const wasEmpty = !Object.hasOwn(before, name) && !name.startsWith('_');
      return wasEmpty ? [field] : lead.trim() === '' ? [] : [{ name: '', lead, text: '' }];
    }
    return isSame(before[name], after[name]) ? [field] : [{ name, lead, text: rewriteField(field.text, name, after[name]!) }];
  });
  const names = Object.keys(after);
  for (const [at, name] of names.entries()) {
    if (kept.some((field) => field.name === name)) continue;
    const precedes = names.slice(0, at).findLast((one) => kept.some((field) => field.name === one));
    const place = precedes === undefined ? 0 : kept.findIndex((field) => field.name === precedes) + 1;
    kept.splice(place, 0, { name, lead: '', text: writeFields({ [name]: after[name]! }) });
  }
  return kept.map((field) => field.lead + field.text).join('') + rest;
}

/** A text of fields below each other, field by field; none where they are not written so. */
function divide(text: string): { written: Written[]; rest: string } | undefined {
  const { contents, errors } = readYaml(text);
  if (text.trim() === '' || contents === null) return { written: [], rest: text };
  if (errors.length > 0 || !isMap(contents) || contents.flow) return undefined;
  const written: Written[] = [];
  let end = 0;
  for (const { key, value } of (contents as YAMLMap<Ranged, Ranged | null>).items) {
    if (!isScalar(key)) return undefined;
    const start = key.range![0];
    const last = trimmedEnd(text, Math.max(key.range![1], value?.range?.[1] ?? 0));
    const newline = text.indexOf('\n', last);
    const next = newline < 0 ? text.length : newline + 1;
    written.push({ name: String((key as { value?: unknown }).value), lead: text.slice(end, start), text: text.slice(start, next) });
    end = next;
  }
  return { written, rest: text.slice(end) };
}

interface Ranged {
  range?: [number, number, number] | null;
}

/** A block ends where the next line begins; its last sign stands before that. */
function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1]!)) at--;
  return at;
}
