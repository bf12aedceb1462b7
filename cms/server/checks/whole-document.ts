import { schemas } from '../../../src/content-model/collections.ts';
import { places } from '../../../src/content-model/describe.ts';
import { settingsSchemas, type Settings, type SettingsName } from '../../../src/content-model/settings.ts';
import { descriptionOf, type Parsed, type ParsedEntry } from '../../../src/graph/parse.ts';
import { parseBody, type Body } from '../../../src/mdx/body.ts';
import { parseFile } from '../../../src/mdx/entry.ts';
import { parseYaml } from '../../../src/mdx/yaml.ts';
import type { EntryName } from '../../../src/content-model/paths.ts';
import { documentFile, type DocumentName } from '../document.ts';
import { settingsDescription } from './settings-description.ts';
import type { Known } from './stand-in-value.ts';
import { withStandIns } from './stand-ins.ts';

export interface WholeDocument {
  /** The document as if nothing were missing in it, with everything that was found while it was read. */
  parsed: Parsed;
  /** Fields that hold stand-ins: what is found there is no fault of the writer. */
  standIns: readonly string[];
}

interface Given {
  name: DocumentName;
  text: string;
  /** What the text turned out to be. */
  parsed: Parsed;
  /** What its file is now, on the site. */
  published: Parsed | undefined;
  known: Known;
}

/**
 * An unfinished or partly wrong document, made whole for the checks of what it refers to. The graph leaves out whatever does not fit the model, so that
 * nobody would look at the links, references and pictures of a draft until its last field is filled in. A document that is whole is given back as it is;
 * so is one that cannot be read at all.
 */
export function wholeDocument(given: Given): WholeDocument {
  const { parsed } = given;
  if (parsed.kind === 'entry') return parsed.entry ? { parsed, standIns: [] } : wholeEntry(given);
  if (parsed.kind === 'settings') return parsed.value ? { parsed, standIns: [] } : wholeSettings(given, parsed);
  return { parsed, standIns: [] };
}

function wholeEntry({ name, text, parsed, published, known }: Given): WholeDocument {
  const file = documentFile(name);
  const entryName = name as EntryName;
  const { frontmatter, body, lineOf } = parseFile(text, file);
  const unreadable = { parsed, standIns: [] };
  if (!frontmatter) return unreadable;
  const kind = 'translates' in frontmatter ? 'translation' : 'original';
  const mended = withStandIns(frontmatter, {
    schema: schemas[kind][entryName.collection],
    node: descriptionOf(entryName.collection, kind),
    known,
    published: published?.kind === 'entry' ? published.entry?.data : undefined,
  });
  const shown = body ?? parseBody('', { file }).body;
  if (!mended || !shown) return unreadable;
  const data: Record<string, unknown> = mended.value;
  const fragments = fragmentsOf(entryName, { file, data, lineOf });
  const entry: ParsedEntry = {
    ...entryName,
    file,
    data,
    translates: typeof data['translates'] === 'string' ? data['translates'] : undefined,
    body: shown,
    fragments: fragments.bodies,
    lineOf,
  };
  // Bodies in fields have been looked at already where all fields fit the model.
  const findings = schemas[kind][entryName.collection].safeParse(frontmatter).success ? parsed.findings : [...parsed.findings, ...fragments.problems];
  return { parsed: { kind: 'entry', entry, findings }, standIns: mended.standIns };
}

function fragmentsOf({ collection }: EntryName, { file, data, lineOf }: Pick<ParsedEntry, 'file' | 'data' | 'lineOf'>) {
  const found = [...places(descriptionOf(collection, 'original'), data, (node) => node.format === 'mdx')].map(({ path, value }) => ({
    field: path.join('.'),
    ...parseBody(String(value), { file, firstLine: lineOf(path) ?? 1 }),
  }));
  return {
    bodies: new Map<string, Body>(found.flatMap(({ field, body }) => (body ? [[field, body] as const] : []))),
    problems: found.flatMap(({ problems }) => problems),
  };
}

function wholeSettings({ text, published, known }: Given, parsed: Parsed & { kind: 'settings' }): WholeDocument {
  const { value, problems } = parseYaml(text, `settings/${parsed.name}.yml`);
  if (problems.some(({ severity }) => severity === 'error')) return { parsed, standIns: [] };
  const node = settingsDescription(parsed.name);
  const schema = settingsSchemas[parsed.name];
  const mended = withStandIns<typeof schema>(value ?? (node.type === 'array' ? [] : {}), {
    schema,
    node,
    known,
    published: published?.kind === 'settings' ? published.value : undefined,
  });
  if (!mended) return { parsed, standIns: [] };
  return { parsed: { ...parsed, value: mended.value as Settings[SettingsName] }, standIns: mended.standIns };
}
