import type { Collection } from '../../../../src/content-model/collections.ts';
import type { SignedIn } from '../../auth/auth.ts';
import { documentFile, documentKey, type DocumentName } from '../../document.ts';
import type { ActionName } from '../../protocol/actions.ts';
import type { Api } from '../../protocol/create-api.ts';
import { decapPath } from '../../protocol/paths.ts';
import { Refusal } from '../../refusal.ts';
import type { DeskItem } from '../../review/desk-items.ts';
import type { EntryReview } from '../../review/entry-review.ts';
import type { PublishedItem } from '../../review/published-list.ts';
import type { UnpublishPlan } from '../../review/unpublish-plan.ts';
import type { Status } from '../../store/store.ts';
import type { Visit } from '../visit.ts';

/** A version as the history tells it. */
export interface ToldVersion {
  revision: string | null;
  by: string | null;
  byServer: boolean;
  at: string;
  action: string;
}

/** What the pages of review ask of the protocol, for whoever visits: so nobody may do on a page what the protocol would refuse. */
export function reviewApi(answer: Api['answer'], { signedIn, lang }: Visit) {
  if (!signedIn) throw new Refusal(401, 'cms.refused.signin');
  const as: { person: SignedIn['person'] } = signedIn;
  // Each action answers in a shape of its own, which is that of the function behind it.
  const ask = async <T>(action: ActionName, params: object = {}): Promise<T> =>
    (await answer({ signedIn: as, body: { action, params }, key: undefined, lang })) as T;
  const key = (name: DocumentName) => ({ id: documentKey(name) });
  const at = (name: DocumentName) => ({ path: decapPath(documentFile(name)) });
  return {
    desk: () => ask<DeskItem[]>('listDesk'),
    published: () => ask<PublishedItem[]>('listPublished'),
    writable: () => ask<Collection[]>('listWritable'),
    review: (name: DocumentName) => ask<EntryReview>('reviewEntry', key(name)),
    move: (name: DocumentName, to: Status, seen: string) =>
      ask('updateUnpublishedEntryStatus', { ...key(name), newStatus: to, ...(seen && { _revision: seen }) }),
    askForChanges: (name: DocumentName, content: string, seen: string) =>
      ask('askForChanges', { ...key(name), note: { content }, ...(seen && { _revision: seen }) }),
    publish: (name: DocumentName, seen: string) => ask('publishUnpublishedEntry', { ...key(name), ...(seen && { _revision: seen }) }),
    discard: (name: DocumentName, seen: string) => ask('deleteUnpublishedEntry', { ...key(name), ...(seen && { _revision: seen }) }),
    planUnpublish: (name: DocumentName) => ask<UnpublishPlan>('planUnpublish', key(name)),
    unpublish: (names: readonly DocumentName[]) => ask('unpublish', { paths: names.map((name) => at(name).path), keep: true }),
    addNote: (name: DocumentName, content: string) => ask('addNote', { ...key(name), note: { content } }),
    toggleNote: (name: DocumentName, noteId: string) => ask('toggleNoteResolution', { ...key(name), noteId }),
    deleteNote: (name: DocumentName, noteId: string) => ask('deleteNote', { ...key(name), noteId }),
    history: async (name: DocumentName) => (await ask<{ versions: ToldVersion[] }>('getHistory', at(name))).versions,
    version: async (name: DocumentName, revision: string) => (await ask<{ data: string }>('getVersion', { ...at(name), revision })).data,
    restore: (name: DocumentName, revision: string) => ask('restoreVersion', { ...at(name), revision }),
    replacePublished: (name: DocumentName, { text, base }: { text: string; base: string }) =>
      ask('persistEntry', { dataFiles: [{ ...at(name), raw: text, base }] }),
  };
}
export type ReviewApi = ReturnType<typeof reviewApi>;
