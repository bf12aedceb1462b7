import type { Finding } from '../../../src/content-model/problems.ts';
import { wrongContent } from './shown-findings.ts';

/** What a text that is being edited says of itself, in fields that are in no stored text. */
export interface Told {
  /** What its writer saw; undefined where it does not say, as of something new. */
  revision: string | undefined;
  /** Of a translation: the revision of its original's file that the translator saw. */
  original?: string | undefined;
  /** Of a translation: everything in it is right, whatever has changed in the original. */
  stillRight?: boolean | undefined;
  /** Of an original: its translations are right, since only its wording changed. */
  translationsStillRight?: boolean | undefined;
}

const revisionValue = /^[ \t]*(?:(['"]?)([0-9a-f]{40,64})\1|''|""|null|~)?[ \t]*$/;
const yesOrNo = /^[ \t]*((true)|false|''|""|null|~)?[ \t]*$/;

/** Each field with the values that it may have, and what to say of others. */
const fields = {
  _revision: { value: revisionValue, wrong: 'A revision that is none' },
  _original: { value: revisionValue, wrong: 'A revision of the original that is none' },
  _stillRight: { value: yesOrNo, wrong: 'Neither yes (true) nor no (false)' },
  _translationsStillRight: { value: yesOrNo, wrong: 'Neither yes (true) nor no (false)' },
} as const;
type FieldName = keyof typeof fields;
export const toldOfEntries = Object.keys(fields) as readonly FieldName[];

interface Where {
  file: string;
  /** The line of the file on which the fields begin. */
  firstLine: number;
  names: readonly FieldName[];
}

interface Line {
  name: FieldName;
  start: number;
  end: number;
  /** The value as it stands there, without quotes; undefined where there is none. */
  value: string | undefined;
}

/** Takes these fields out of others; every other byte stays. Throws a `Refusal` (422) where one stands twice, or has a value that it cannot have. */
export function takeTold(source: string, where: Where): { rest: string; told: Told } {
  const lines = where.names.flatMap((name) => lineOf(source, name, where) ?? []).toSorted((a, b) => a.start - b.start);
  const valueOf = (name: FieldName) => lines.find((line) => line.name === name)?.value;
  const tick = (name: FieldName) => (valueOf(name) === undefined ? undefined : valueOf(name) === 'true');
  let rest = '';
  let at = 0;
  for (const { start, end } of lines) {
    rest += source.slice(at, start);
    at = end;
  }
  return {
    rest: rest + source.slice(at),
    told: {
      revision: valueOf('_revision'),
      original: valueOf('_original'),
      stillRight: tick('_stillRight'),
      translationsStillRight: tick('_translationsStillRight'),
    },
  };
}

function lineOf(source: string, name: FieldName, { file, firstLine }: Where): Line | undefined {
  const [only, second] = source.matchAll(new RegExp(`^(?:${name}|'${name}'|"${name}")[ \\t]*:(.*)(?:\\n|$)`, 'gm'));
  if (!only) return undefined;
  const { value, wrong: problem } = fields[name];
  const found = value.exec(only[1]!);
  const wrong = second ?? (found ? undefined : only);
  if (!wrong) return { name, start: only.index, end: only.index + only[0].length, value: valueIn(found!) };
  const line = firstLine + source.slice(0, wrong.index).split('\n').length - 1;
  throw wrongContent([
    {
      check: 'revision',
      severity: 'error',
      file,
      line,
      field: name,
      found: second ? `The name “${name}” a second time` : problem,
      rule: 'A text says once which version it was begun from, in the words in which it was served.',
      fix: 'Open the entry again and make the change there.',
    } satisfies Finding,
  ]);
}

/** A revision without its quotes; yes or no as a word; nothing where nothing stands there. */
function valueIn([, first, second]: RegExpExecArray): string | undefined {
  if (second !== undefined) return second;
  return first === 'false' ? first : undefined;
}
