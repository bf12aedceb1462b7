import { z } from 'zod';
import { documentKey, type DocumentName } from '../document.ts';
import { previewAddress } from '../preview/preview-address.ts';
import { Refusal } from '../refusal.ts';
import type { Draft } from '../store/store.ts';
import { action, type Call } from './action.ts';
import { servedMedia } from './media-file.ts';
import { nameOf } from './names.ts';
import { decapCollection, decapSlug } from '../editor-address.ts';
import { decapPath, documentAt, documentOfKey, mediaAt, mediaPath } from './paths.ts';
import { keyShape, nothing, path } from './params.ts';
import { readableDrafts } from './readable-entries.ts';
import type { Standing } from './rights.ts';
import { textToEdit } from './served-file.ts';
import { originalRevision } from '../translating/original-text.ts';

/** The draft of a document, for somebody who may read it. 403 before 404: who may not read it is not told whether it is there. */
export async function readableDraft(name: DocumentName, { person, rights }: Call): Promise<{ draft: Draft; standing: Standing }> {
  const standing = await rights.standing(person, name);
  await rights.require(person, 'read', standing);
  if (!standing.draft) throw new Refusal(404, 'cms.refused.missing');
  return { draft: standing.draft, standing };
}

export const unpublishedEntries = action(nothing, async (_, call) => (await readableDrafts(call)).map(({ name }) => documentKey(name)));

export const unpublishedEntry = action(z.object(keyShape), async (key, call) => {
  const { draft, standing } = await readableDraft(documentOfKey(key), call);
  const { name, status, revision, updated, media, refused } = draft;
  const difference = (file: string, id: string, newFile: boolean, binary: boolean) => ({
    id,
    path: file,
    oldPath: newFile ? '' : file,
    newPath: file,
    status: newFile ? 'added' : 'modified',
    newFile,
    binary,
  });
  const kind = standing.kinds.includes('translation') ? 'translation' : 'original';
  return {
    collection: decapCollection(name, kind),
    slug: decapSlug(name),
    id: documentKey(name),
    status,
    _revision: revision,
    updatedAt: updated,
    pullRequestAuthor: await nameOf(draft.owner, call),
    isOwn: draft.owner === call.person.id,
    refused: refused ?? [],
    diffs: [
      difference(decapPath(draft.path, kind), revision, !standing.published, false),
      ...media.map((picture) => difference(mediaPath(picture), picture, true, true)),
    ],
  };
});

export const unpublishedEntryDataFile = action(z.object({ path }), async (file, call) => {
  const { draft } = await readableDraft(documentAt(file.path), call);
  return { data: textToEdit(draft.name, draft, await originalRevision(draft.name, draft.text, call)) };
});

export const unpublishedEntryMediaFile = action(z.object({ collection: keyShape.collection, slug: keyShape.slug, path }), async (file, call) => {
  const picture = mediaAt(file.path);
  const { draft } = await readableDraft(documentOfKey(file), call);
  const bytes = await call.store.draftMedia(draft.name, picture);
  if (!bytes) throw new Refusal(404, 'cms.refused.missing');
  return servedMedia(picture, bytes);
});

/** Where the draft is shown as readers would get it; none for a fact that no page shows: Decap then has no link. */
export const getDeployPreview = action(z.object(keyShape), async (key, { person, rights, mainContent }) => {
  const name = documentOfKey(key);
  await rights.require(person, 'read', await rights.standing(person, name));
  const { graph } = await mainContent.current();
  if (!graph || (name.collection === 'facts' && !graph.backlinks.has(`facts/${name.slug}`))) return null;
  return { url: previewAddress(name), status: 'success' };
});

/** Drafts are no pull requests of a forge. */
export const getPRMetadata = action(z.object(keyShape), async (key, { person, rights }) => {
  await rights.require(person, 'read', await rights.standing(person, documentOfKey(key)));
  return { metadata: null };
});
