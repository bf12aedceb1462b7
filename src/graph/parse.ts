import { schemas, type Collection } from '../content-model/collections.ts';
import { entryName, type EntryName } from '../content-model/paths.ts';
import type { Finding } from '../content-model/problems.ts';
import { settingsSchemas, type Settings, type SettingsName } from '../content-model/settings.ts';
import { stringsFindings, type Strings } from '../content-model/strings.ts';
import { schemaFindings } from '../content-model/schema-findings.ts';
import { describe, places, type FieldNode } from '../content-model/describe.ts';
import { parseBody, type Body } from '../mdx/body.ts';
import { parseFile } from '../mdx/entry.ts';
import { parseYaml } from '../mdx/yaml.ts';

/** One entry file, parsed: what is written in it and nothing inherited. */
export interface ParsedEntry extends EntryName {
  file: string;
  /** Frontmatter that fits its schema; of a translation, only what it says itself. */
  data: Record<string, unknown>;
  /** The language of the original, where this is a translation. */
  translates: string | undefined;
  body: Body;
  /** Bodies written in frontmatter (fields of format `mdx`), by field path. */
  fragments: ReadonlyMap<string, Body>;
  lineOf: (path: readonly (string | number)[]) => number | undefined;
}

/** What a file of the content folder turned out to be; its findings go into every report, whatever else is wrong. */
export type Parsed =
  | { kind: 'entry'; entry: ParsedEntry | null; findings: Finding[] }
  | { kind: 'settings'; name: SettingsName; value: Settings[SettingsName] | null; lineOf: ParsedEntry['lineOf']; findings: Finding[] }
  | { kind: 'strings'; lang: string; value: Partial<Strings> | null; findings: Finding[] }
  | { kind: 'other'; findings: Finding[] };

const descriptions = new Map<object, FieldNode>();
/** The description of a collection's frontmatter, made once. */
export function descriptionOf(collection: Collection, kind: 'original' | 'translation'): FieldNode {
  const schema = schemas[kind][collection];
  const known = descriptions.get(schema);
  if (known) return known;
  const node = describe(schema);
  descriptions.set(schema, node);
  return node;
}

/** Parses one text file of the content folder. Never throws: what is wrong is in `findings`. */
export function parseText(file: string, text: string): Parsed {
  const [folder, name = ''] = file.split('/');
  if (folder === 'settings') return parseSettings(file, name, text);
  if (folder === 'strings') return parseStrings(file, name, text);
  if (file.endsWith('.mdx')) return parseEntry(file, text);
  return { kind: 'other', findings: [] };
}

function parseEntry(file: string, text: string): Parsed {
  const name = entryName(file);
  const findings: Finding[] = [];
  if ('problem' in name) {
    findings.push(
      name.problem === 'slug'
        ? {
            check: 'addresses',
            severity: 'error',
            file,
            found: `The file name "${file.slice(file.lastIndexOf('/') + 1)}" is not a slug.`,
            rule: 'The name of an entry’s file is its address: small letters, digits and single hyphens, at most 80, and .mdx.',
            fix: `Rename the file to ${name.suggestion}.mdx.`,
          }
        : {
            check: 'addresses',
            severity: 'error',
            file,
            found: 'The file is not where entries are.',
            rule: 'Entries are at <collection>/<language>/<slug>.mdx.',
            fix: 'Move it to, for example, guides/en/register.mdx.',
          },
    );
    return { kind: 'entry', entry: null, findings };
  }
  const parsed = parseFile(text, file);
  findings.push(...parsed.problems);
  if (!parsed.frontmatter) return { kind: 'entry', entry: null, findings };
  const kind = 'translates' in parsed.frontmatter ? 'translation' : 'original';
  const result = schemas[kind][name.collection].safeParse(parsed.frontmatter);
  if (!result.success)
    findings.push(
      ...schemaFindings(result.error, { file, schema: descriptionOf(name.collection, kind), lineOf: parsed.lineOf, value: parsed.frontmatter }),
    );
  if (!result.success || !parsed.body) return { kind: 'entry', entry: null, findings };
  const data: Record<string, unknown> = result.data;
  const fragments = new Map<string, Body>();
  for (const place of places(descriptionOf(name.collection, 'original'), data, (node) => node.format === 'mdx')) {
    const fragment = parseBody(String(place.value), { file, firstLine: parsed.lineOf(place.path) ?? 1 });
    findings.push(...fragment.problems);
    if (fragment.body) fragments.set(place.path.join('.'), fragment.body);
  }
  const refused = findings.some((finding) => finding.severity === 'error');
  const translates = typeof data['translates'] === 'string' ? data['translates'] : undefined;
  return {
    kind: 'entry',
    entry: refused ? null : { ...name, file, data, translates, body: parsed.body, fragments, lineOf: parsed.lineOf },
    findings,
  };
}

function parseSettings(file: string, fileName: string, text: string): Parsed {
  const name = fileName.replace(/\.yml$/, '');
  const schema = settingsSchemas[name as SettingsName];
  if (!schema || !fileName.endsWith('.yml')) {
    const rule = `Settings are the files ${Object.keys(settingsSchemas).join('.yml, ')}.yml.`;
    return {
      kind: 'other',
      findings: [
        { check: 'schema', severity: 'error', file, found: `There is no setting called "${fileName}".`, rule, fix: 'Rename or remove the file.' },
      ],
    };
  }
  const { value, lineOf, problems } = parseYaml(text, file);
  const result = schema.safeParse(value ?? undefined);
  const findings = [...problems];
  const readable = !problems.some(({ severity }) => severity === 'error');
  if (!result.success && readable) findings.push(...schemaFindings(result.error, { file, schema: describe(schema), lineOf, value }));
  return {
    kind: 'settings',
    name: name as SettingsName,
    value: result.success && readable ? (result.data as Settings[SettingsName]) : null,
    lineOf,
    findings,
  };
}

function parseStrings(file: string, fileName: string, text: string): Parsed {
  const lang = fileName.replace(/\.yml$/, '');
  const { value, lineOf, problems } = parseYaml(text, file);
  const { strings, findings } = stringsFindings(value, { file, lineOf });
  return {
    kind: 'strings',
    lang,
    value: problems.some(({ severity }) => severity === 'error') ? null : strings,
    findings: [...problems, ...findings],
  };
}
