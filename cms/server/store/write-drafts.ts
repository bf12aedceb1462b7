import { documentFile, draftRef } from '../document.ts';
import type { Git } from '../git/git.ts';
import { blobId, type Objects } from '../git/objects.ts';
import { flushRef, moveRefs, RefMoved, type RefMove } from '../git/refs.ts';
import type { Writer } from '../git/write.ts';
import { Refusal } from '../refusal.ts';
import { keyMark, messageOf, type DraftAction } from './commit-message.ts';
import { draftFile, writeDraftFile } from './draft-file.ts';
import type { MainBranch } from './main-branch.ts';
import type { DraftAt, DraftReader } from './read-drafts.ts';
import type { Draft, DraftState, SaveInput, StorableMedia } from './store.ts';

export interface DraftWrite {
  name: Draft['name'];
  by: string;
  action: DraftAction;
  key?: string | undefined;
  /** The draft there is, to go on from. */
  before: DraftAt | undefined;
  text: string;
  state: DraftState;
  media?: readonly StorableMedia[];
}

interface Parts {
  git: Git;
  objects: Objects;
  writer: Writer;
  main: MainBranch;
  drafts: DraftReader;
}

/** Writes a draft's next commit, without moving its ref yet. The contents of text and pictures are in the repository already. */
export async function draftCommit(
  { writer }: Pick<Parts, 'writer'>,
  { name, by, action, key, before, text, state, media = [] }: DraftWrite,
): Promise<RefMove> {
  const description = writeDraftFile(state);
  const file = documentFile(name);
  if (before?.files.get(draftFile) !== blobId(description)) await writer.blobs([description]);
  const all = new Map<string, string>([
    ...(before?.files ?? []),
    [file, blobId(text)],
    [draftFile, blobId(description)],
    ...media.map(({ name: picture, bytes }) => [`media/${picture}`, blobId(bytes)] as const),
  ]);
  const tree = await writer.tree(undefined, all);
  const to = await writer.commit({ tree, parent: before?.commit, author: by, message: messageOf({ action, documents: [name], key }) });
  return { ref: draftRef(name), from: before?.commit, to };
}

/** One draft after a write; whoever else wrote meanwhile makes this fail, and nothing was changed. */
export async function writeDraft(parts: Parts, write: DraftWrite): Promise<Draft> {
  await moveRefs(parts.git, [await draftCommit(parts, write)]);
  return (await parts.drafts.one(write.name))!.draft;
}

/** A save that only waits for its ref to be moved. */
export interface PreparedSave {
  move: RefMove;
  /** What was published when it was prepared. */
  published: string | null;
}

const publishedOf = async ({ main }: Pick<Parts, 'main'>, name: SaveInput['name']): Promise<string | null> =>
  (await main.now()).files.get(documentFile(name)) ?? null;

/** What a save would write, or the draft where it was done already. Throws 409 where somebody else was faster. */
async function planSave(
  parts: Parts,
  { name, text, seen, by, media = [], status, base: agreed, key }: SaveInput,
): Promise<{ write: DraftWrite; published: string | null } | { done: Draft }> {
  const before = await parts.drafts.one(name);
  const published = await publishedOf(parts, name);
  const there = before?.draft.revision ?? published;
  if (seen !== there && blobId(text) !== there) {
    if (before && key && (await wasSavedUnder(parts, before, key))) return { done: before.draft };
    const current = there === null ? null : { text: (await parts.objects.read(there))!.bytes.toString('utf8'), revision: there };
    throw new Refusal(409, 'cms.refused.stale', { versions: { path: documentFile(name), current, sent: text } });
  }
  const old = before?.draft;
  const state: DraftState = {
    status: status ?? old?.status ?? 'draft',
    owner: old?.owner ?? by,
    base: agreed !== undefined && agreed === published ? agreed : old ? old.base : published,
    notes: old?.notes ?? [],
  };
  const isSame = old && there === blobId(text) && media.every(({ name: picture }) => old.media.includes(picture));
  if (isSame && state.status === old.status && state.base === old.base && !old.refused) return { done: old };
  return { write: { name, by, action: 'save', key, before, text, state, media }, published };
}

/** Does of a save what nothing refers to yet, so that it needs no turn in the queue; undefined where there is nothing to prepare. */
export async function prepareSave(parts: Parts, input: SaveInput): Promise<PreparedSave | undefined> {
  const plan = await planSave(parts, input);
  return 'done' in plan ? undefined : { move: await draftCommit(parts, plan.write), published: plan.published };
}

/** Saves a text as a draft, if what is there is what the writer saw. What was prepared counts only if nothing has changed since: the ref moves from where it was, or not at all. */
export async function saveDraft(parts: Parts, input: SaveInput, prepared: PreparedSave | undefined): Promise<Draft> {
  if (prepared && prepared.published === (await publishedOf(parts, input.name))) {
    const moved = await moveRefs(parts.git, [prepared.move]).then(
      () => true,
      (problem: unknown) => {
        if (problem instanceof RefMoved) return false;
        throw problem;
      },
    );
    if (moved) return (await parts.drafts.one(input.name))!.draft;
  }
  const plan = await planSave(parts, input);
  return 'done' in plan ? saidAgain(parts, plan.done) : writeDraft(parts, plan.write);
}

/** A save that was done already, by somebody who may not have lived to flush it. */
async function saidAgain({ git }: Parts, draft: Draft): Promise<Draft> {
  await flushRef(git, draftRef(draft.name));
  return draft;
}

/** Whether one of the draft's commits says that it is this very save. Asked only where a save seems to come too late, so it may take a moment. */
async function wasSavedUnder({ objects }: Parts, { commit }: DraftAt, key: string): Promise<boolean> {
  const mark = `Save: ${keyMark(key)}`;
  for (let at: string | undefined = commit, steps = 0; at && steps < 1000; steps++) {
    const { message, parents }: { message: string; parents: readonly string[] } = (await objects.commit(at))!;
    if (message.includes(mark)) return true;
    at = parents[0];
  }
  return false;
}
