import { documentFile, draftRef } from '../document.ts';
import type { Git } from '../git/git.ts';
import { blobId, type Objects } from '../git/objects.ts';
import { flushRef, moveRefs, type RefMove } from '../git/refs.ts';
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

/** Saves a text as a draft, if what is there is what the writer saw. */
export async function saveDraft(parts: Parts, { name, text, seen, by, media = [], status, base: agreed, key }: SaveInput): Promise<Draft> {
  const before = await parts.drafts.one(name);
  const published = (await parts.main.now()).files.get(documentFile(name)) ?? null;
  const there = before?.draft.revision ?? published;
  if (seen !== there && blobId(text) !== there) {
    if (before && key && (await wasSavedUnder(parts, before, key))) return saidAgain(parts, before.draft);
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
  if (isSame && state.status === old.status && state.base === old.base && !old.refused) return saidAgain(parts, old);
  return writeDraft(parts, { name, by, action: 'save', key, before, text, state, media });
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
