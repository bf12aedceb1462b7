import { z } from 'zod';
import { checkDocument } from '../checks/check-document.ts';
import { wrongContent } from '../checks/shown-findings.ts';
import type { DocumentName } from '../document.ts';
import { Refusal } from '../refusal.ts';
import { statuses, type Draft, type Status } from '../store/store.ts';
import { changing, type Call } from './action.ts';
import { mediaOfDraft } from './draft-media.ts';
import { rememberOwner } from './owned-documents.ts';
import { decapPath, documentOfKey } from './paths.ts';
import { keyShape, revision } from './params.ts';
import type { Standing } from './rights.ts';
import { draftTextOf } from './save-draft.ts';

const missing = () => new Refusal(404, 'cms.refused.missing');

/** Whether somebody may bring a draft from one status to another. */
export async function mayMove({ person, rights }: Call, standing: Standing, { from, to }: { from: Status; to: Status }): Promise<boolean> {
  const may = (action: 'submit' | 'write' | 'approve') => rights.mayWith(person, action, standing);
  if (await may('approve')) return true;
  if (to === 'pending_publish' || !(await may('submit'))) return false;
  if (from === 'draft') return true;
  if (from === 'pending_review') return to === 'pending_review' || may('write');
  // What was said to be ready its writer can still take back; nobody else undoes the decision.
  return to === 'draft' && standing.draft?.owner === person.id;
}

export interface Move {
  name: DocumentName;
  to: Status;
  /** The revision that the person saw; the present one where they did not say. */
  seen: string | undefined;
  /** What is to be kept before, once it is sure that the draft may be moved. */
  before?: () => Promise<unknown>;
  /** What was said about it, for whoever is told. */
  text?: string;
}

/** Gives a draft another status. */
export async function moveDraft({ name, to, seen, before, text }: Move, call: Call): Promise<Draft> {
  const { store, person, rights } = call;
  const standing = await rights.standing(person, name);
  await rights.require(person, to === 'pending_publish' ? 'approve' : ['submit', 'approve'], standing);
  const { draft } = standing;
  if (!draft) throw missing();
  if (!(await mayMove(call, standing, { from: draft.status, to }))) throw new Refusal(403, 'cms.refused.role');
  if (before && seen !== undefined && seen !== draft.revision) throw new Refusal(409, 'cms.refused.stale');
  if (before && draft.status === to) throw new Refusal(409, 'cms.refused.status');
  await before?.();
  const moved = await store.setStatus({ name, status: to, by: person.id, seen: seen ?? draft.revision });
  if (draft.status !== to) call.letters?.tell({ kind: 'moved', draft: moved, by: person.id, from: draft.status, ...(text && { text }) }, call);
  return moved;
}

export const updateUnpublishedEntryStatus = changing(
  z.object({ ...keyShape, newStatus: z.enum(statuses), _revision: revision.optional() }),
  async ({ newStatus, _revision, ...key }, call) => {
    const { status, revision: now } = await moveDraft({ name: documentOfKey(key), to: newStatus, seen: _revision }, call);
    return { message: 'changed', status, _revision: now };
  },
);

/** A contributor's or student editor's own text stays theirs after it is published, unless it was somebody's before. */
async function writerToRemember(draft: Draft, { published, kinds }: Standing, { people }: Call): Promise<string | undefined> {
  if (published || kinds.includes('translation')) return undefined;
  const owner = await people.person(draft.owner);
  return owner?.role === 'contributor' || owner?.role === 'student-editor' ? owner.id : undefined;
}

export const publishUnpublishedEntry = changing(z.object({ ...keyShape, _revision: revision.optional() }), async ({ _revision, ...key }, call) =>
  call.turns(async () => {
    const { store, mainContent, person, rights } = call;
    const standing = await rights.standing(person, documentOfKey(key));
    await rights.require(person, 'publish', standing);
    const { draft, name } = standing;
    if (!draft) throw missing();
    if (draft.status !== 'pending_publish') throw new Refusal(409, 'cms.refused.status');
    // Only its own pictures come along; one that lies in another draft would be missing on the site.
    const media = await mediaOfDraft(draft, store);
    const { errors } = await checkDocument({ mainContent, name, text: draft.text, media, draftText: draftTextOf(call), purpose: 'publish' });
    if (errors.length > 0) throw wrongContent(errors);
    const writer = await writerToRemember(draft, standing, call);
    const published = await store.publish({ name, by: person.id, seen: _revision ?? draft.revision });
    if (writer !== undefined) rememberOwner(call.database, name, writer);
    call.letters?.tell({ kind: 'published', draft, by: person.id }, call);
    return { message: 'published', path: decapPath(published.path), _revision: published.revision };
  }),
);

/** Ends a draft; what is published stays. With the revision that was seen, only that one. */
export const deleteUnpublishedEntry = changing(z.object({ ...keyShape, _revision: revision.optional() }), async ({ _revision, ...key }, call) => {
  const { store, person, rights } = call;
  const standing = await rights.standing(person, documentOfKey(key));
  await rights.require(person, 'discard', standing);
  await store.discard({ name: standing.name, by: person.id, seen: _revision });
  return { message: 'deleted' };
});
