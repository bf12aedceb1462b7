import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DataFolder } from '../data-folder.ts';
import { fileLock } from '../file-lock.ts';
import { createGit } from '../git/git.ts';
import { flushFolder, listRefs, type Ref } from '../git/refs.ts';
import { flushFile } from './flush-file.ts';
import { writePackedRefs } from './packed-refs.ts';
import { bundlePart, databasePart, describePart, format, manifestFile, manifestFiles, outboxPrefix, secretPart } from './manifest.ts';

export interface Backup {
  folder: string;
  made: string;
  bytes: number;
  drafts: number;
  releases: number;
  /** How long saves had to wait, in milliseconds. */
  heldUp: number;
}

const stamped = /^doorstep-\d{4}-\d{2}-\d{2}T\d{6}Z$/;
/** Bundling gigabytes of pictures takes minutes. */
const patience = 3_600_000;

/**
 * Writes a backup of everything that cannot be made again into a new folder under `into`, named by the moment; the server may run meanwhile.
 * Saves wait only while refs, database and outbox are looked at: what refs lead to never changes, so it is packed afterwards.
 * The folder appears whole or not at all. Throws a sentence where there is nothing to keep, or no room for it.
 */
export async function makeBackup({ data, into, now }: { data: DataFolder; into: string; now: Date }): Promise<Backup> {
  if (!existsSync(data.repository) || !existsSync(data.database))
    throw new Error(`There is nothing to back up in ${data.root}: the server has not run there yet. DOORSTEP_CMS_DATA names another data folder.`);
  if (isWithin(data.root, resolve(into)))
    throw new Error(
      `${into} is inside the data folder. A backup belongs elsewhere, best on another disk: what takes the one must not take the other.`,
    );
  const made = `${now.toISOString().slice(0, 19)}Z`;
  const folder = join(resolve(into), `doorstep-${made.replaceAll(':', '')}`);
  if (existsSync(folder)) throw new Error(`${folder} is there already, and a backup is never overwritten. Try again in a second.`);
  await mkdir(into, { recursive: true, mode: 0o700 });
  await clearUnfinished(into, now);
  const unfinished = join(resolve(into), `.unfinished-${process.pid}-${now.getTime()}`);
  await mkdir(join(unfinished, outboxPrefix), { recursive: true, mode: 0o700 });
  try {
    const { refs, heldUp } = await freeze(data, unfinished);
    await bundle(data, { refs, unfinished });
    checkDatabase(join(unfinished, databasePart));
    const names = [bundlePart, databasePart, ...(existsSync(join(unfinished, secretPart)) ? [secretPart] : [])];
    for (const name of (await readdir(join(unfinished, outboxPrefix))).sort()) names.push(`${outboxPrefix}${name}`);
    const parts = [];
    for (const name of names) parts.push(await describePart(unfinished, name));
    for (const [name, text] of manifestFiles({ format, made, parts })) await writeFile(join(unfinished, name), text, { mode: 0o600 });
    for (const { name } of [...parts, ...manifestFiles({ format, made, parts }).map(([name]) => ({ name }))]) await flushFile(join(unfinished, name));
    for (const each of [join(unfinished, outboxPrefix), unfinished]) await flushFolder(each);
    await rename(unfinished, folder);
    await flushFolder(into);
    const count = (prefix: string) => refs.filter(({ ref }) => ref.startsWith(prefix)).length;
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
    return { folder, made, bytes, drafts: count('refs/heads/cms/'), releases: count('refs/releases/'), heldUp };
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

const isWithin = (folder: string, path: string) => !/^\.\.(?:[/\\]|$)/.test(relative(folder, path)) && !isAbsolute(relative(folder, path));

/** What must belong together, taken while nobody writes: the refs as a list, the database and the mails as copies. */
async function freeze(data: DataFolder, unfinished: string): Promise<{ refs: Ref[]; heldUp: number }> {
  const lock = await fileLock(data.writeLock);
  const from = performance.now();
  try {
    const refs = await listRefs(createGit(data.repository), 'refs/');
    if (refs.length === 0) throw new Error(`There is nothing to back up in ${data.root}: its repository holds no content yet.`);
    copyDatabase(data.database, join(unfinished, databasePart));
    await copyOutbox(data.outbox, join(unfinished, outboxPrefix));
    if (existsSync(data.secret)) await copyFile(data.secret, join(unfinished, secretPart));
    return { refs, heldUp: performance.now() - from };
  } finally {
    lock.release();
  }
}

function copyDatabase(from: string, to: string): void {
  const database = new DatabaseSync(from, { timeout: 10_000 });
  try {
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
  }
}

/** Mails that are sent meanwhile are gone from the outbox, as they should be. */
async function copyOutbox(from: string, to: string): Promise<void> {
  for (const file of await readdir(from, { withFileTypes: true }).catch(() => [])) {
    if (!file.isFile() || file.name.startsWith('.')) continue;
    await copyFile(join(from, file.name), join(to, file.name)).catch((problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'ENOENT') throw problem;
    });
  }
}

/** Packs what the refs led to a moment ago, whatever they lead to now: a repository of the same objects whose refs stand still. */
async function bundle(data: DataFolder, { refs, unfinished }: { refs: readonly Ref[]; unfinished: string }): Promise<void> {
  const still = join(unfinished, '.still');
  const git = createGit(still);
  await git.run(['init', '--bare', '--quiet', '--initial-branch=main', still]);
  await writeFile(join(still, 'objects/info/alternates'), `${join(data.repository, 'objects')}\n`);
  await writePackedRefs(still, refs);
  await git.run(['bundle', 'create', '--quiet', join(unfinished, bundlePart), '--all'], { patience });
  await rm(still, { recursive: true });
}

/** Throws where a copy of the database is not sound, which says that the original is not. */
export function checkDatabase(file: string): void {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const said = database
      .prepare('PRAGMA integrity_check')
      .all()
      .map(({ integrity_check }) => String(integrity_check));
    if (said.join() !== 'ok') throw new Error(`The database is damaged: ${said.slice(0, 3).join('; ')}`);
  } finally {
    database.close();
  }
}

/** Finished backups in a folder, oldest first. */
export async function backupsIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => stamped.test(name) && existsSync(join(folder, name, manifestFile)));
  return names.sort().map((name) => join(folder, name));
}

/** Removes the oldest backups of a folder until `keep` are left, and says which. Anything else in the folder is left alone. */
export async function removeOldBackups({ folder, keep }: { folder: string; keep: number }): Promise<string[]> {
  const all = await backupsIn(folder);
  const old = all.slice(0, Math.max(0, all.length - keep));
  for (const each of old) {
    // Without its manifest it is no backup any more: half a removed one cannot be mistaken for a whole.
    await rm(join(each, manifestFile));
    await rm(each, { recursive: true });
  }
  return old;
}

/** What a killed backup left; a day old, so that none is cleared under one that is being made. */
async function clearUnfinished(into: string, now: Date): Promise<void> {
  for (const name of (await readdir(into)).filter((each) => each.startsWith('.unfinished-'))) {
    const made = await stat(join(into, name)).catch(() => undefined);
    if (made && now.getTime() - made.mtimeMs > 86_400_000) await rm(join(into, name), { recursive: true, force: true });
  }
}
