import type { z } from 'zod';
import type { FieldNode } from './describe.ts';
import { fieldPath, nearest, type Finding } from './problems.ts';

export interface Origin {
  file: string;
  /** The described schema, to name fields by their labels. */
  schema: FieldNode;
  value: unknown;
  lineOf: (path: readonly (string | number)[]) => number | undefined;
}

type Path = (string | number)[];
type Told = Pick<Finding, 'found' | 'rule' | 'fix' | 'incomplete'>;
/** A field as a finding speaks of it. */
interface Field {
  name: string;
  node: FieldNode | undefined;
  value: unknown;
  hint: string;
}

/** Words zod's issues for people: one finding an issue, each with line, what was found, the rule and the fix. */
export function schemaFindings(error: z.ZodError, origin: Origin): Finding[] {
  const findings = error.issues.flatMap((issue) => findingsOf(issue, origin));
  // A misspelt field is told of once: not also as missing under its right name.
  const misspelt = new Set(
    findings.flatMap(
      ({ field = '', fix }) => /^Did you mean `(.+)`\?$/.exec(fix)?.[1]?.replace(/^/, field.slice(0, field.lastIndexOf('.') + 1)) ?? [],
    ),
  );
  return findings.filter(({ field = '', found }) => !(found.endsWith('is missing.') && misspelt.has(field)));
}

function findingsOf(issue: z.core.$ZodIssue, origin: Origin): Finding[] {
  const path = issue.path as Path;
  const node = nodeAt(origin.schema, path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => finding(origin, [...path, key], unknownField(key, node)));
  if (issue.code === 'invalid_key')
    return [
      finding(origin, path, {
        found: `\`${String(path.at(-1))}\` is not a language tag.`,
        rule: 'Texts stand under language tags, such as en, ar or pt-BR.',
        fix: 'Use the languages of settings/site.yml.',
      }),
    ];
  if (issue.code === 'invalid_union' && issue.errors.length === 0) return [finding(origin, path, unknownKind(origin, path))];
  if (issue.code === 'invalid_union') {
    const options = meant(issue.errors);
    const [only] = options;
    if (options.length === 1 && only) return only.flatMap((inner) => findingsOf({ ...inner, path: [...path, ...inner.path] }, origin));
    const field = fieldOf(node, valueAt(origin.value, path));
    return [finding(origin, path, { found: foundIn(field), ...oneOf(options.flat(), field), ...begun(field.value) })];
  }
  const field = path.length === 0 ? wholeFile(origin) : fieldOf(node, valueAt(origin.value, path));
  return [finding(origin, path, { found: foundIn(field), ...ruleOf(issue, field), ...begun(field.value, issue) })];
}

/** Marks what is not filled in yet, or a text or list that is shorter than it must become. */
const begun = (value: unknown, issue?: z.core.$ZodIssue): Pick<Finding, 'incomplete'> =>
  value === undefined || value === null || value === '' || (issue?.code === 'too_small' && ['string', 'array'].includes(issue.origin))
    ? { incomplete: true }
    : {};

function finding(origin: Origin, path: Path, told: Told): Finding {
  const line = path.length === 0 ? 1 : origin.lineOf(path);
  return {
    check: 'schema',
    severity: 'error',
    file: origin.file,
    ...(line ? { line } : {}),
    ...(path.length > 0 ? { field: fieldPath(path) } : {}),
    ...told,
  };
}

const wholeFile = ({ value }: Origin): Field => ({
  name: 'The file',
  node: undefined,
  value,
  hint: 'docs/content-model.md shows what belongs in it.',
});
const fieldOf = (node: FieldNode | undefined, value: unknown): Field => ({
  name: node?.label ? `"${node.label}"` : 'This',
  node,
  value,
  hint: node?.hint ?? 'docs/content-model.md shows what belongs here.',
});

function foundIn({ name, value }: Field): string {
  if (value === undefined) return name === 'The file' ? 'The file is empty.' : `${name} is missing.`;
  return value === null || value === '' ? `${name} is empty.` : `${name} is ${shown(value)}.`;
}

function unknownField(key: string, parent: FieldNode | undefined): Told {
  const known = Object.keys(parent?.properties ?? {});
  const told = { found: `There is no field called \`${key}\`.`, rule: 'Only fields of the model are allowed.' };
  // `{ who: The company, that owns it }`: what follows the comma has become a field.
  if (/\s/.test(key))
    return {
      ...told,
      fix: `If this is part of a text, put the whole text in quotes: inside { } a comma begins a new field. Known here: ${known.join(', ')}.`,
    };
  const near = nearest(key, known);
  return { ...told, fix: near ? `Did you mean \`${near}\`?` : `Remove it. Known here: ${known.join(', ')}.` };
}

/** The `type` of a block is missing or none of the kinds there are. */
function unknownKind({ schema, value }: Origin, path: Path): Told {
  const block = nodeAt(schema, path.slice(0, -1));
  const kinds = (block?.oneOf ?? block?.anyOf ?? []).flatMap((option) => option.properties?.['type']?.const ?? []).map(String);
  const given = valueAt(value, path);
  const near = nearest(String(given ?? ''), kinds);
  return {
    found:
      given === undefined || given === null
        ? 'This item does not say what it is: `type` is missing.'
        : `There is no type called \`${String(given)}\`.`,
    rule: `The type is one of: ${kinds.join(', ')}.`,
    fix: given && near ? `Did you mean \`${near}\`?` : 'Choose one of these.',
    ...begun(given),
  };
}

/** Of the forms a field may have, those that the writer can have meant: where only the kind of value is wrong, another was meant. */
function meant(options: z.core.$ZodIssue[][]): z.core.$ZodIssue[][] {
  const fitting = options.filter((issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0));
  return fitting.length > 0 ? fitting : options;
}

function oneOf(issues: readonly z.core.$ZodIssue[], field: Field): Omit<Told, 'found'> {
  const values = issues.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : []));
  const near = typeof field.value === 'string' ? nearest(field.value, values) : undefined;
  const forms = issues.map(wanted);
  const rule = forms.includes(undefined) ? `${field.name} is one of these: ${field.hint}` : `${field.name} must be ${forms.join(', or ')}.`;
  if (field.value === undefined) return { rule: `${field.name} must be filled in.`, fix: field.hint };
  return { rule, fix: near ? `Did you mean \`${near}\`?` : field.hint };
}

/** What an issue asks for, to be said after "must be"; nothing where zod's words are for programs. */
function wanted(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length === 1 ? `"${String(issue.values[0])}"` : `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return kindNames[issue.expected] ?? issue.expected;
    case 'invalid_format':
      return formatNames[issue.format] ?? (issue.message.startsWith('Invalid') ? undefined : issue.message);
    default:
      return undefined;
  }
}

function ruleOf(issue: z.core.$ZodIssue, field: Field): Omit<Told, 'found'> {
  const { name, value, hint, node } = field;
  if (value === undefined || value === null || value === '') return { rule: `${name} must be filled in.`, fix: hint };
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = nearest(String(value), values);
      return { rule: `${name} is one of: ${values.join(', ')}.`, fix: near ? `Did you mean \`${near}\`?` : 'Choose one of these.' };
    }
    case 'too_big':
      return {
        rule: `${name} ${size('at most', Number(issue.maximum), issue.origin)}.`,
        fix:
          typeof value === 'string'
            ? `Shorten it by ${counted(value.length - Number(issue.maximum), 'character')}.`
            : issue.origin === 'array'
              ? `Take ${counted((value as unknown[]).length - Number(issue.maximum), 'item')} away.`
              : hint,
      };
    case 'too_small':
      return { rule: `${name} ${size('at least', Number(issue.minimum), issue.origin)}.`, fix: hint };
    case 'invalid_type': {
      if (issue.expected === 'record' && typeof value === 'string')
        return {
          rule: `${name} has a text for each language.`,
          fix: `Write { en: ${JSON.stringify(value)} }, with the languages of settings/site.yml.`,
        };
      const plain = typeof value === 'number' || typeof value === 'boolean';
      return { rule: `${name} must be ${wanted(issue)}.`, fix: issue.expected === 'string' && plain ? `Put it in quotes: '${value}'` : hint };
    }
    case 'invalid_format':
      return { rule: `${name} must be ${wanted(issue) ?? `of the form ${node?.pattern ?? 'shown in docs/content-model.md'}`}.`, fix: hint };
    default:
      return { rule: issue.message, fix: hint };
  }
}

const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;
function size(bound: string, count: number, origin: string): string {
  if (origin === 'string') return `has ${bound} ${counted(count, 'character')}`;
  return origin === 'array' ? `has ${bound} ${counted(count, 'item')}` : `is ${bound} ${count}`;
}

const formatNames: Record<string, string> = {
  date: 'a day that exists, written 2026-10-31',
  url: 'a web address that starts with https://',
  email: 'an e-mail address',
};
const kindNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'a group of fields',
  boolean: 'true or false',
  record: 'a group of fields',
  tuple: 'a list',
};

/** A value as one would quote it, shortened. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const short = text.length > 80 ? `${text.slice(0, 77)}…` : text;
  return typeof value === 'string' ? `"${short}"` : short;
}

/** The description of the field at a path; none where the model has no such field. */
export function nodeAt(node: FieldNode | undefined, path: readonly (string | number)[]): FieldNode | undefined {
  let at = node;
  for (const step of path) {
    const options: (FieldNode | undefined)[] = [at, ...(at?.anyOf ?? []), ...(at?.oneOf ?? [])];
    at = options.map((option) => stepInto(option, step)).find((next) => next !== undefined);
  }
  return at;
}
function stepInto(node: FieldNode | undefined, step: string | number): FieldNode | undefined {
  if (typeof step === 'number') return node?.prefixItems?.[step] ?? node?.items;
  const named = node?.properties?.[step];
  if (named) return named;
  return typeof node?.additionalProperties === 'object' ? node.additionalProperties : undefined;
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined),
    value,
  );
}
