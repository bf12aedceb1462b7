import type { z } from 'zod';
import type { FieldNode } from './describe.ts';
import { told } from './finding-english.ts';
import { fieldPath, nearest, type Finding } from './problems.ts';
import { meaning, meant, oneOf, ruleOf, type Field } from './schema-rules.ts';
import type { Sentence, Sentences } from './sentence.ts';

export interface Origin {
  file: string;
  /** The described schema, to name fields by their labels. */
  schema: FieldNode;
  value: unknown;
  lineOf: (path: readonly (string | number)[]) => number | undefined;
}

type Path = (string | number)[];
type Told = Sentences & Pick<Finding, 'incomplete'>;

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
        found: { key: 'finding.notLanguage', values: { value: String(path.at(-1)) } },
        rule: { key: 'finding.rule.languages' },
        fix: { key: 'finding.fix.languages' },
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

function finding(origin: Origin, path: Path, { incomplete, ...said }: Told): Finding {
  const line = path.length === 0 ? 1 : origin.lineOf(path);
  return {
    check: 'schema',
    severity: 'error',
    file: origin.file,
    ...(line ? { line } : {}),
    ...(path.length > 0 ? { field: fieldPath(path) } : {}),
    ...told(said),
    ...(incomplete && { incomplete }),
  };
}

const wholeFile = ({ value }: Origin): Field => ({
  name: { key: 'finding.file' },
  node: undefined,
  value,
  hint: { key: 'finding.fix.documentedFile' },
});
const fieldOf = (node: FieldNode | undefined, value: unknown): Field => ({
  name: node?.label ? { key: 'finding.name', values: { name: { ofModel: node.label } } } : { key: 'finding.this' },
  node,
  value,
  hint: node?.hint === undefined ? { key: 'finding.fix.documented' } : { ofModel: node.hint },
});

function foundIn({ name, value }: Field): Sentence {
  const isFile = typeof name === 'object' && 'key' in name && name.key === 'finding.file';
  if (value === undefined && !isFile) return { key: 'finding.missing', values: { name } };
  if (value === undefined || value === null || value === '') return { key: 'finding.empty', values: { name } };
  return { key: 'finding.is', values: { name, value: shown(value) } };
}

function unknownField(key: string, parent: FieldNode | undefined): Told {
  const known = Object.keys(parent?.properties ?? {});
  const found: Sentence = { key: 'finding.noField', values: { field: key } };
  const rule: Sentence = { key: 'finding.rule.fields' };
  // `{ who: The company, that owns it }`: what follows the comma has become a field.
  if (/\s/.test(key)) return { found, rule, fix: { key: 'finding.fix.quoteAll', values: { known: known.join(', ') } } };
  const near = nearest(key, known);
  return { found, rule, fix: near ? meaning(near) : { key: 'finding.fix.remove', values: { known: known.join(', ') } } };
}

/** The `type` of a block is missing or none of the kinds there are. */
function unknownKind({ schema, value }: Origin, path: Path): Told {
  const block = nodeAt(schema, path.slice(0, -1));
  const kinds = (block?.oneOf ?? block?.anyOf ?? []).flatMap((option) => option.properties?.['type']?.const ?? []).map(String);
  const given = valueAt(value, path);
  const near = nearest(String(given ?? ''), kinds);
  return {
    found: given === undefined || given === null ? { key: 'finding.typeMissing' } : { key: 'finding.noType', values: { type: String(given) } },
    rule: { key: 'finding.rule.types', values: { choices: kinds.join(', ') } },
    fix: given && near ? meaning(near) : { key: 'finding.fix.choose' },
    ...begun(given),
  };
}

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
