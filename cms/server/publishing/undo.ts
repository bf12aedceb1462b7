import type { DatabaseSync } from 'node:sqlite';
import { documentFile, type DocumentName } from '../document.ts';
import type { MainChange, Store } from '../store/store.ts';
import { culprits, suspectsOf, type Suspect } from './culprits.ts';
import type { ReleaseProblem } from './publishing.ts';

interface UndoInput {
  store: Pick<Store, 'read' | 'releaseSnapshot' | 'releaseFiles' | 'putBack' | 'replaceAll'>;
  database: DatabaseSync;
  problems: readonly ReleaseProblem[];
  /** What the refused release brought. */
  batch: readonly MainChange[];
  /** What came since: a newer version of a document may have mended it, and is not taken away. */
  newer: readonly MainChange[];
  /** Whether nothing but this content can be the reason: else the day may be, or what could not be published before. */
  onlyContent: boolean;
  /** The last release that was live. */
  lastLive: string;
}

export interface Undone {
  suspects: readonly Suspect[];
  /** What became a draft again. */
  drafts: readonly DocumentName[];
  notices: readonly { person: string; documents: readonly DocumentName[]; problems: readonly ReleaseProblem[] }[];
}

/**
 * Takes back what made a release impossible, so that what others publish goes on: the documents whose pages have problems, or all of them where none can be
 * told. What was refused becomes a draft again. Undefined where the reason is not in what was published.
 */
export async function undo(input: UndoInput): Promise<Undone | undefined> {
  const { store, problems, batch, onlyContent, lastLive, newer } = input;
  const before = await store.releaseSnapshot(lastLive);
  const all = suspectsOf(batch);
  const found = culprits(all, problems);
  const guilty = found.length > 0 ? found : onlyContent ? all : [];
  if (!before || guilty.length === 0) return undefined;
  const renewed = new Set(suspectsOf(newer).map(({ name }) => documentFile(name)));
  const mine = guilty.filter(({ name }) => !renewed.has(documentFile(name)));
  const whole = found.length === 0 && batch.some(({ action }) => action === 'roll-back' || action === 'import');
  // Of a whole that cannot be shown, nobody wants a draft of each file.
  const published = whole ? mine.filter(({ name }) => batch.some((change) => change.action === 'publish' && change.documents.includes(name))) : mine;
  const byOwner = Map.groupBy(published, (suspect) => ownerOf(input.database, suspect));
  for (const [owner, suspects] of byOwner)
    await store.putBack({
      documents: suspects.map(({ name }) => ({ name, before: before.files.get(documentFile(name)) ?? null })),
      reasons: reasonsFor(suspects, problems),
      owner,
    });
  const files = whole ? await store.releaseFiles(lastLive) : undefined;
  if (files) {
    for (const { path, text } of await store.read([...renewed])) files.set(path, text);
    await store.replaceAll({ files, by: 'server', action: 'roll-back' });
  }
  return { suspects: guilty, drafts: published.map(({ name }) => name), notices: noticesFor(mine, input) };
}

/** Whose draft it becomes: theirs who wrote it, where that is known, else theirs who published it. */
function ownerOf(database: DatabaseSync, { name, by }: Suspect): string {
  const row = database.prepare('SELECT person FROM owned_documents WHERE collection = ? AND slug = ?').get(name.collection, name.slug);
  return typeof row?.['person'] === 'string' ? row['person'] : by;
}

/** The problems of these documents; all there are where none is theirs. */
function problemsOf(suspects: readonly Suspect[], problems: readonly ReleaseProblem[]): readonly ReleaseProblem[] {
  const own = problems.filter((problem) => culprits(suspects, [problem]).length > 0);
  return own.length > 0 ? own : problems;
}

const reasonsFor = (suspects: readonly Suspect[], problems: readonly ReleaseProblem[]): string[] =>
  problemsOf(suspects, problems).map(
    ({ path, problem, file, line }) => `${file ?? path}${line === undefined ? '' : `:${line}`} ${path === file ? '' : path} ${problem}`,
  );

/** One notice for each who published or wrote something of it. */
function noticesFor(suspects: readonly Suspect[], { database, problems }: UndoInput): Undone['notices'] {
  const concerned = new Map<string, Suspect[]>();
  for (const suspect of suspects)
    for (const person of new Set([suspect.by, ownerOf(database, suspect)])) concerned.set(person, [...(concerned.get(person) ?? []), suspect]);
  concerned.delete('server');
  return [...concerned].map(([person, own]) => ({ person, documents: own.map(({ name }) => name), problems: problemsOf(own, problems) }));
}
