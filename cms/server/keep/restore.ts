import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeDataFolder, type DataFolder } from '../data-folder.ts';
import { fileLock, ownDataFolder, type FileLock } from '../file-lock.ts';
import { createGit, GitFailed } from '../git/git.ts';
import { flushFolder, listRefs } from '../git/refs.ts';
import { backupsIn, checkDatabase } from './backup.ts';
import { flushFile, flushTree } from './flush-file.ts';
import { writePackedRefs } from './packed-refs.ts';
import { bundlePart, DamagedBackup, databasePart, manifestFile, outboxPrefix, secretPart, verifyBackup, type Manifest } from './manifest.ts';

export interface Restored {
  manifest: Manifest;
  /** Where what was there before is now; none where the data folder was empty. */
  before: string | undefined;
}

/** Everything in a data folder that a restore replaces; locks, and what an earlier one moved aside, stay. */
const replaced = ['repository.git', 'private.sqlite', 'private.sqlite-wal', 'private.sqlite-shm', 'secret', 'outbox', 'media', 'site', 'cache'];
const patience = 3_600_000;

const note = (data: DataFolder) => join(data.root, 'restore-unfinished');
/** Whether a restore was cut off while it exchanged the folder's parts: a server must not take what is there for a first start. */
export const isHalfRestored = (data: DataFolder): boolean => existsSync(note(data));

/**
 * Puts a backup into a data folder. The backup is read, checked and unpacked beside what is there before anything is exchanged; what was there is moved aside
 * within the folder (which may be a disk of its own, or all that this user may write to), never deleted.
 * Throws a sentence where a server runs, where something is there and `replace` was not said, or `DamagedBackup` naming each damaged part.
 */
export async function restoreBackup({
  backup,
  data,
  replace,
  now,
}: {
  backup: string;
  data: DataFolder;
  replace: boolean;
  now: Date;
}): Promise<Restored> {
  const from = resolve(backup);
  await refuseFolderOfBackups(from);
  const manifest = await verifyBackup(from);
  const owner = await own(data);
  const unpacked = join(data.root, `.restoring-${now.getTime()}`);
  try {
    const there = await present(data);
    if (there.length > 0 && !replace)
      throw new Error(
        `${data.root} holds a repository or people already. To move them aside and put the backup in their place, add --replace; nothing is deleted.`,
      );
    await unpack(from, { manifest, unpacked });
    const aside = join(data.root, `before-restore-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z`);
    await exchange(data, { there, aside, unpacked });
    return { manifest, before: there.length > 0 ? aside : undefined };
  } finally {
    await rm(unpacked, { recursive: true, force: true });
    owner.release();
  }
}

/** The folder is owned by this command until it ends, so that no server starts on half of it. */
async function own(data: DataFolder): Promise<FileLock> {
  await mkdir(data.root, { recursive: true, mode: 0o700 });
  try {
    return ownDataFolder(data.ownerLock);
  } catch (problem) {
    throw new Error(`Nothing was restored. A server is running on ${data.root}: stop it first, and start it again afterwards.`, { cause: problem });
  }
}

/** Who names the folder of all backups is told which ones there are. */
async function refuseFolderOfBackups(folder: string): Promise<void> {
  const inside = existsSync(join(folder, manifestFile)) ? [] : await backupsIn(folder);
  if (inside.length > 0) throw new Error(`${folder} holds ${inside.length} backups. Name the one to restore; the newest is ${inside.at(-1)!}.`);
}

/** Empty folders are what `makeDataFolder` leaves; nobody needs them kept. */
async function present(data: DataFolder): Promise<string[]> {
  const names = [];
  for (const name of replaced) {
    const path = join(data.root, name);
    if (!existsSync(path)) continue;
    const isEmptyFolder = (await readdir(path).catch(() => ['a file'])).length === 0;
    if (isEmptyFolder) await rm(path, { recursive: true });
    else names.push(name);
  }
  return names;
}

/** Exchanges the parts of the folder, while no command writes to it. Cut off, it leaves a note, and everything in one of the two places. */
async function exchange(data: DataFolder, { there, aside, unpacked }: { there: readonly string[]; aside: string; unpacked: string }): Promise<void> {
  const lock = await fileLock(data.writeLock);
  try {
    await writeFile(note(data), 'A restore began here and has not ended. Run it again: npm run cms -- restore <backup> --replace\n');
    await flushFile(note(data));
    await flushFolder(data.root);
    if (there.length > 0) await moveAll(there, { from: data.root, to: aside });
    await moveAll(await readdir(unpacked), { from: unpacked, to: data.root });
    await makeDataFolder(data);
    await rm(note(data));
    await flushFolder(data.root);
  } finally {
    lock.release();
  }
}

async function moveAll(names: readonly string[], { from, to }: { from: string; to: string }): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of names) await rename(join(from, name), join(to, name));
  await flushFolder(to);
  await flushFolder(from);
}

/** Makes the truth of a data folder from a backup, and looks whether it is sound. All of it is on the disk afterwards. */
async function unpack(backup: string, { manifest, unpacked }: { manifest: Manifest; unpacked: string }): Promise<void> {
  const damaged = (part: string, reason: string) => new DamagedBackup(backup, [`${part}: ${reason}`]);
  await mkdir(join(unpacked, 'outbox'), { recursive: true, mode: 0o700 });
  await unpackRepository(join(backup, bundlePart), join(unpacked, 'repository.git')).catch((problem: unknown) => {
    if (!(problem instanceof GitFailed)) throw problem;
    throw damaged(bundlePart, problem.said.trim().split('\n')[0] ?? 'git cannot read it.');
  });
  const copies: [from: string, to: string][] = [[databasePart, 'private.sqlite']];
  for (const { name } of manifest.parts) if (name === secretPart || name.startsWith(outboxPrefix)) copies.push([name, name]);
  for (const [part, to] of copies) await copyFile(join(backup, part), join(unpacked, to));
  try {
    checkDatabase(join(unpacked, 'private.sqlite'));
  } catch (problem) {
    throw damaged(databasePart, problem instanceof Error ? problem.message : String(problem));
  }
  await flushTree(unpacked);
}

async function unpackRepository(bundle: string, repository: string): Promise<void> {
  const git = createGit(repository);
  await git.run(['init', '--bare', '--quiet', '--initial-branch=main', repository]);
  const said = (await git.run(['bundle', 'unbundle', bundle], { patience })).toString('utf8').split('\n');
  const refs = said.flatMap((line) => (line.slice(41).startsWith('refs/') ? [{ commit: line.slice(0, 40), ref: line.slice(41) }] : []));
  await writePackedRefs(repository, refs);
  await git.run(['fsck', '--strict', '--full', '--no-dangling'], { patience });
  const found = (await listRefs(git, 'refs/')).length;
  if (found !== refs.length) throw new GitFailed('for-each-ref', `${found} of ${refs.length} refs are there.`);
}
