import type { Git } from '../git/git.ts';
import type { Objects } from '../git/objects.ts';
import { mainRef } from './main-branch.ts';

/** When each file of `main` was written, newest first, in milliseconds since 1970. */
export type ChangeTimes = ReadonlyMap<string, readonly number[]>;

/** What says something of a text and does not write it. */
const remarks = new Set(['still-right', 'same-meaning']);

/** Reads the history of `main` once, and then only what came to it. */
export function createChangeTimes(git: Git, objects: Objects): () => Promise<ChangeTimes> {
  let known: { head: string; times: Promise<ChangeTimes> } | undefined;

  async function read(head: string, before: typeof known): Promise<ChangeTimes> {
    if (!before) return timesIn(await log(git, head), new Map());
    const old = await before.times.catch(() => undefined);
    const added = old && (await log(git, `${before.head}..${head}`).catch(() => undefined));
    return added === undefined ? timesIn(await log(git, head), new Map()) : timesIn(added, old!);
  }

  return async () => {
    const commit = await objects.commit(mainRef);
    if (!commit) return new Map();
    if (known?.head === commit.id) return known.times;
    const mine = { head: commit.id, times: read(commit.id, known) };
    known = mine;
    mine.times.catch(() => {
      if (known === mine) known = undefined;
    });
    return mine.times;
  };
}

const log = async (git: Git, range: string): Promise<string> =>
  (await git.run(['log', '--format=%x01%at %s', '--name-only', '--no-renames', '-z', range, '--'])).toString('utf8');

/** What a log tells, put before what was known. */
function timesIn(told: string, before: ChangeTimes): ChangeTimes {
  const times = new Map<string, number[]>();
  for (const record of told.split('\x01').slice(1)) {
    const [head = '', ...files] = record.split('\0');
    const [seconds = '', action = ''] = head.split(' ');
    if (remarks.has(action)) continue;
    for (const file of files) {
      const path = file.trim();
      if (!path) continue;
      const of = times.get(path);
      if (of) of.push(Number(seconds) * 1000);
      else times.set(path, [Number(seconds) * 1000]);
    }
  }
  const all = new Map<string, readonly number[]>(before);
  for (const [path, found] of times) all.set(path, [...found, ...(before.get(path) ?? [])]);
  return all;
}
