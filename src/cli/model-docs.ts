import { collections, schemas, type Collection } from '../content-model/collections.ts';
import { describe, type FieldNode } from '../content-model/describe.ts';
import { settingsSchemas, type SettingsName } from '../content-model/settings.ts';
import { stringKeys } from '../content-model/string-keys.ts';
import { editorSchema, stringsSchema } from './editor-schema.ts';

const introductions: Record<Collection, string> = {
  stories: 'A person and how they came to live in the city. The slug of a resident’s story is its opaque id.',
  guides: 'What a newcomer asks, answered in steps.',
  pages: 'A page of the city: its text, then its blocks.',
  practices: 'What another city did to welcome people, and what came of it.',
  facts: 'One figure or rule, kept in one place and shown by `<Fact id="…" />` anywhere. It has no page of its own.',
};
const settingsIntroductions: Record<SettingsName, string> = {
  site: 'The city and how its site is run.',
  topics: 'What entries are about, each with its colour.',
  audiences: 'The readers.',
  stages: 'Where on the way a reader is.',
  organisations: 'Who owns entries, and whom readers can go to.',
  desks: 'Who edits what.',
  navigation: 'The links at the top of every page.',
};

/** Everything that is generated from the model, by path from the root of the repository. */
export function modelDocs(): Map<string, string> {
  const files = new Map<string, string>([['docs/content-model.md', document()]]);
  const settings = Object.entries(settingsSchemas);
  for (const name of collections)
    files.set(
      `docs/schemas/${name}.json`,
      json({ ...head(`An entry of ${name}`), anyOf: [editorSchema(schemas.original[name]), editorSchema(schemas.translation[name])] }),
    );
  for (const [name, schema] of settings) files.set(`docs/schemas/${name}.json`, json({ ...head(`settings/${name}.yml`), ...editorSchema(schema) }));
  files.set('docs/schemas/strings.json', json({ ...head('Interface texts of one language'), ...stringsSchema() }));
  files.set(
    '.vscode/settings.json',
    json({
      'yaml.schemas': Object.fromEntries([
        ...settings.map(([name]) => [`./docs/schemas/${name}.json`, `content/settings/${name}.yml`]),
        ['./docs/schemas/strings.json', 'content/strings/*.yml'],
      ]),
    }),
  );
  return files;
}

const head = (title: string) => ({ $schema: 'https://json-schema.org/draft/2020-12/schema', title });
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function document(): string {
  const parts = [
    `# The content model

Generated from \`src/content-model/\` by \`npm run docs:model\`; change it there.

Content is a folder:

| Where | What |
|---|---|
| \`content/<collection>/<language>/<slug>.mdx\` | Entries: fields between two lines of \`---\`, then text in Markdown with the components that the writers’ handbook shows. |
| \`content/settings/*.yml\` | The city: its languages, colours, organisations and so on. |
| \`content/strings/<language>.yml\` | The ${Object.keys(stringKeys).length} texts of the interface. |
| \`content/media/\` | Pictures. |

\`npm run check\` says what is wrong in a folder, where, and what to do.

A code editor with YAML support completes settings and interface texts: \`.vscode/settings.json\` tells it which schema belongs to which file.
The fields of an entry are YAML too. An editor that reads YAML between \`---\` can be given \`docs/schemas/<collection>.json\`; where it looks for a
comment, write \`# yaml-language-server: $schema=../../../docs/schemas/guides.json\` as the first line below the first \`---\`.`,
    translationsPart(),
    `## Collections

Reading the tables: \`hard[].text\` is the field \`text\` of each item of the list \`hard\`. *Own in translations* says that a translation has a value of its own; everything else it inherits.`,
    ...collections.map((name) => `### ${name}\n\n${introductions[name]}\n\n${table(describe(schemas.original[name]))}`),
    '## Settings',
    ...(Object.keys(settingsSchemas) as SettingsName[]).map(
      (name) => `### settings/${name}.yml\n\n${settingsIntroductions[name]}\n\n${table(describe(settingsSchemas[name]), { translated: false })}`,
    ),
    `## Interface texts\n\nEvery language of the site has all ${Object.keys(stringKeys).length}. What stands in {braces} is filled in; a text with {count} may have the forms zero, one, two, few, many and other.\n\n${row(['Key', 'Where it is shown'])}\n|---|---|\n${Object.entries(
      stringKeys,
    )
      .map(([key, description]) => row([code(key), description]))
      .join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function translationsPart(): string {
  return `## Translations

An entry has one original, in any language. A translation has the same slug in another language’s folder, says \`translates: <language of the original>\`, and holds only what it translates.

${table(describe(schemas.translation.facts), { translated: false, only: ['translates', 'revision', 'state', 'translator'] })}

| State | When | What readers get |
|---|---|---|
| original | It does not say \`translates\`. | The page. |
| current | Its \`revision\` names the present wording of every field and section of the original. | The page. |
| outdated | A field or section of the original has changed since, by its meaning: white space does not count. | The page, with a notice that names what changed. |
| summary | It says \`state: summary\`. | What is translated, and the way to the original. |
| missing | There is no file. | The original with a notice, in its own language and direction. |

\`npm run translated -- content/guides/nl/register.mdx\` notes that translations say what their originals say now.
\`npm run translated -- --still-right content/guides/en/register.mdx\` notes on an original that its wording changed and not its meaning, so that its translations stay current.`;
}

interface Row {
  path: string;
  node: FieldNode;
  required: boolean;
}

/** The fields of a schema, groups before what is in them. */
function* rows(node: FieldNode, path: string): Generator<Row> {
  for (const [name, child] of Object.entries(node.properties ?? {})) {
    if (child.const !== undefined) continue;
    const here = path ? `${path}.${name}` : name;
    yield { path: here, node: child, required: node.required?.includes(name) ?? false };
    yield* within(child, here);
  }
}

function* within(node: FieldNode, path: string): Generator<Row> {
  if (node.properties) yield* rows(node, path);
  const item = node.items;
  if (!item) return;
  for (const option of item.oneOf ?? item.anyOf ?? [item]) {
    const kind = option.properties?.['type']?.const;
    yield* rows(option, kind === undefined ? `${path}[]` : `${path}[${String(kind)}]`);
  }
}

function table(node: FieldNode, { translated = true, only }: { translated?: boolean; only?: readonly string[] } = {}): string {
  const all =
    node.type === 'array' && node.items
      ? [...within(node, '')].map((found) => ({ ...found, path: found.path.replace(/^\[\]\./, '') }))
      : [...rows(node, '')];
  const shown = only ? all.filter(({ path }) => only.includes(path)) : all;
  const title = ['Field', 'Label', 'What to write', 'Kind', 'Required', ...(translated ? ['Own in translations'] : []), 'If left out'];
  const lines = shown.map(({ path, node: field, required }) =>
    row([
      code(path),
      field.label ?? '',
      field.hint ?? '',
      kindOf(field),
      required ? 'yes' : '',
      ...(translated ? [field.translated ? 'yes' : ''] : []),
      field.default === undefined ? '' : code(JSON.stringify(field.default)),
    ]),
  );
  return [row(title), `|${'---|'.repeat(title.length)}`, ...lines].join('\n');
}

const row = (cells: readonly string[]) =>
  `| ${cells
    .map((cell) =>
      cell
        .replaceAll('|', '\\|')
        .replaceAll('\n', ' ')
        .replaceAll('<', '&lt;')
        .replace(/`([^`]*)`/g, (whole) => whole.replaceAll('&lt;', '<')),
    )
    .join(' | ')} |`;
const code = (text: string) => `\`${text}\``;

/** What kind of value a field holds, in words. */
function kindOf(node: FieldNode): string {
  if (node.refersTo) return node.refersTo === 'media' ? 'picture of content/media/' : `id in ${node.refersTo}`;
  if (node.format === 'mdx') return 'Markdown';
  if (node.enum) return `one of ${node.enum.map((value) => code(String(value))).join(', ')}`;
  if (node.const !== undefined) return code(String(node.const));
  const options = node.anyOf ?? node.oneOf;
  if (options) return options.every(({ properties }) => properties) ? 'group' : options.map(kindOf).join(', or ');
  if (node.prefixItems) return `${node.prefixItems.length} numbers`;
  if (node.type === 'array') return listKind(node);
  if (node.type === 'object')
    return node.properties
      ? 'group'
      : 'propertyNames' in node && (node.propertyNames as FieldNode).pattern
        ? 'text in each language'
        : 'kept by the editor';
  if (node.type === 'string') return textKind(node);
  if (node.type === 'boolean') return '`true` or `false`';
  if (node.type === 'integer' || node.type === 'number') return numberKind(node);
  return node.type ?? '';
}

function listKind({ items, minItems, maxItems }: FieldNode): string {
  const size =
    minItems && maxItems && maxItems < 1000
      ? `, ${minItems} to ${maxItems}`
      : minItems
        ? `, at least ${minItems}`
        : maxItems && maxItems < 1000
          ? `, at most ${maxItems}`
          : '';
  const kind = items ? kindOf(items) : 'values';
  return `list${kind === 'group' ? '' : ` of ${kind}`}${size}`;
}

/** Texts of a form of their own, by how their pattern begins (`field.ts`). */
const patterns: Record<string, string> = {
  '^\\d{4}': 'year or month, `2022` or `2022-10`, in quotes',
  '^[a-z0-9]+(?:-': 'id: small letters, digits, hyphens',
  '^[a-z]{2,3}(-': 'language tag',
  '^[A-Z]{2}$': 'two capital letters',
  '^#': 'colour, `#13409f`',
  '^https?': 'web address',
};

function textKind({ format, pattern, maxLength }: FieldNode): string {
  const known: Record<string, string> = { date: 'day, `2026-10-31`', uri: 'web address', email: 'e-mail address' };
  if (format && known[format]) return known[format];
  const patterned = Object.entries(patterns).find(([start]) => pattern?.startsWith(start));
  if (patterned) return patterned[1];
  return maxLength ? `text, at most ${maxLength}` : 'text';
}

function numberKind({ minimum, maximum, type }: FieldNode): string {
  const whole = type === 'integer' ? 'whole number' : 'number';
  const bounded = minimum !== undefined && maximum !== undefined && Math.abs(maximum) < Number.MAX_SAFE_INTEGER;
  return bounded ? `${whole}, ${minimum} to ${maximum}` : whole;
}
