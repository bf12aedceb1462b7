import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { contentOf } from '../graph/content.ts';
import type { Entry, EntryGroup, Graph } from '../graph/graph.ts';
import { markStillRight, markTranslated } from '../graph/mark-translated.ts';
import { entryName } from '../content-model/paths.ts';
import { readContent } from '../graph/read.ts';
import { entriesOf } from '../checks/entries.ts';
import { defaultContentFolder } from '../release/folders.ts';
import { options } from './options.ts';
import { duration } from './progress.ts';

// For people who translate in a code editor: notes in a translation that it says what its original says now, or with --still-right in an
// original that its wording changed and not its meaning. Changes that one field and leaves the rest of the file as it is.
const started = performance.now();
const { values, positionals } = options({ all: { type: 'boolean' }, 'still-right': { type: 'boolean' }, content: { type: 'string' } });
const folder = resolve(values.content ?? defaultContentFolder);
const usage =
  'Name the files: npm run translated -- content/guides/nl/register.mdx\nAll translations: npm run translated -- --all\nAn original whose meaning did not change: npm run translated -- --still-right content/guides/en/register.mdx';

if (positionals.length === 0 && !values.all) stop(usage);
if (values.all && (values['still-right'] || positionals.length > 0)) stop(`--all stands alone.\n${usage}`);
const { graph } = contentOf(await readContent(folder));
if (!graph) stop('The settings of the content folder cannot be read: `npm run check` says why.');
await (values['still-right'] ? stillRight(graph) : translated(graph));

async function translated(graph: Graph): Promise<void> {
  const entries = values.all
    ? [...entriesOf(graph)].filter((entry) => entry !== groupOf(graph, entry).original)
    : positionals.map((path) => entryAt(graph, path));
  const originals = entries.filter((entry) => entry === groupOf(graph, entry).original);
  if (originals.length > 0)
    stop(
      `${originals.map(({ file }) => file).join(', ')}: an original, not a translation. Did its wording change and not its meaning? Then add --still-right.`,
    );
  let changed = 0;
  for (const entry of entries) {
    const path = join(folder, entry.file);
    const text = markTranslated(await readFile(path, 'utf8'), entry, groupOf(graph, entry));
    if (text === undefined) continue;
    await writeFile(path, text);
    console.log(`  ${entry.file} now says what ${groupOf(graph, entry).original.file} says`);
    changed++;
  }
  done(`${count(changed, 'translation')} noted, ${entries.length - changed} said so already`);
}

async function stillRight(graph: Graph): Promise<void> {
  const groups = positionals.map((path) => groupOf(graph, entryAt(graph, path)));
  const wrong = positionals.filter((path, index) => entryAt(graph, path) !== groups[index]!.original);
  if (wrong.length > 0) stop(`${wrong.join(', ')}: a translation. --still-right is noted on its original.`);
  let changed = 0;
  for (const group of groups) {
    const path = join(folder, group.original.file);
    const marked = markStillRight(await readFile(path, 'utf8'), group);
    if (!marked) {
      console.log(`  ${group.original.file}: nothing changed since it was translated`);
      continue;
    }
    await writeFile(path, marked.text);
    console.log(`  ${group.original.file} means the same as before in ${marked.parts.join(', ')}`);
    changed++;
  }
  done(`${count(changed, 'original')} noted, ${groups.length - changed} unchanged`);
}

function entryAt(graph: Graph, path: string): Entry {
  const file = relative(folder, resolve(path)).split(sep).join('/');
  const name = entryName(file);
  if ('problem' in name) stop(`${path} is no entry of ${folder}.\n${usage}`);
  const entry = graph.groups[name.collection].get(name.slug)?.byLanguage.get(name.lang) as Entry | undefined;
  if (!entry || entry.file !== file)
    stop(`${path} is not there, or cannot be read because of its errors or its original’s: npm run check says which.`);
  return entry;
}

function groupOf(graph: Graph, { collection, slug }: Entry): EntryGroup {
  return graph.groups[collection].get(slug) as EntryGroup;
}

function done(text: string): void {
  console.log(`${text} (${duration(performance.now() - started)})`);
}
function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}
function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
