import { documentFile } from '../document.ts';
import type { Git } from '../git/git.ts';
import { blobId, type Objects } from '../git/objects.ts';
import { flushRef, type RefMove } from '../git/refs.ts';
import type { Writer } from '../git/write.ts';
import { Refusal } from '../refusal.ts';
import { mainRef, type MainAt, type MainMove } from './main-branch.ts';
import type { DraftReader } from './read-drafts.ts';
import type { Store, StoredFile } from './store.ts';
import { draftCommit } from './write-drafts.ts';

interface Parts {
  git: Git;
  objects: Objects;
  writer: Writer;
  main: { now: () => Promise<MainAt> };
  drafts: DraftReader;
  moveMain: (before: MainAt, move: MainMove) => Promise<boolean>;
}

type Input = Parameters<Store['remark']>[0];

/** A published text with something else said of it, in one commit, and its draft in the same step. Nothing moves where it says so already. */
export async function remark(parts: Parts, input: Input): Promise<StoredFile> {
  const { git, objects, writer, main, moveMain } = parts;
  const { name, by, seen, action, change } = input;
  const before = await main.now();
  const path = documentFile(name);
  const now = before.files.get(path);
  if (now === undefined) throw new Refusal(404, 'cms.refused.missing');
  const text = (await objects.read(now))!.bytes.toString('utf8');
  if (now !== seen) throw new Refusal(409, 'cms.refused.stale', { versions: { path, current: { text, revision: now }, sent: text } });
  const changed = change(text);
  const revision = blobId(changed);
  if (revision === now) {
    // Whoever said it before may not have lived to flush it.
    await flushRef(git, mainRef);
    return { path, text, revision };
  }
  await writer.blobs([changed]);
  const draft = await draftMove(parts, { ...input, from: now, to: revision });
  await moveMain(before, { action, documents: [name], by, changes: new Map([[path, revision]]), also: draft ? [draft] : [] });
  return { path, text: changed, revision };
}

/** The next commit of the draft that was begun from the text. One that was begun from another text conflicts already, and whoever solves that sees this too. */
async function draftMove(parts: Parts, { name, by, change, from, to }: Input & { from: string; to: string }): Promise<RefMove | undefined> {
  const before = await parts.drafts.one(name);
  if (before?.draft.base !== from) return undefined;
  const { status, owner, notes, refused } = before.draft;
  const text = changedIfPossible(before.draft.text, change);
  await parts.writer.blobs([text]);
  const state = { status, owner, base: to, notes, ...(refused && { refused }) };
  return draftCommit(parts, { name, by, action: 'save', before, text, state });
}

/** Drafts may be of any form; in one that cannot be read there is no field to change. */
function changedIfPossible(text: string, change: Input['change']): string {
  try {
    return change(text);
  } catch {
    return text;
  }
}
