import { z } from 'zod';
import { documentKey, type DocumentName } from '../document.ts';
import { Refusal } from '../refusal.ts';
import type { Draft } from '../store/store.ts';
import { action, type Call } from './action.ts';
import { servedMedia } from './media-file.ts';
import { nameOf } from './names.ts';
import { decapCollection, decapPath, decapSlug, documentAt, documentOfKey, mediaAt, mediaPath } from './paths.ts';
import { keyShape, nothing, path } from './params.ts';
import type { Standing } from './rights.ts';
import { textToEdit } from './served-file.ts';

/** The draft of a document, for somebody who may read it. 403 before 404: who may not read it is not told whether it is there. */
export async function readableDraft(name: DocumentName, { person, rights }: Call): Promise<{ draft: Draft; standing: Standing }> {
  const standing = await rights.standing(person, name);
  await rights.require(person, 'read', standing);
  if (!standing.draft) throw new Refusal(404, 'cms.refused.missing');
  return { draft: standing.draft, standing };
}

export const unpublishedEntries = action(nothing, async (_, { store, person, rights }) => {
  const drafts = await store.drafts();
  const readable = await Promise.all(drafts.map(async ({ name }) => rights.mayWith(person, 'read', await rights.standing(person, name))));
  return drafts.filter((_draft, at) => readable[at]).map(({ name }) => documentKey(name));
});

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
  return {
    collection: decapCollection(name, standing.kinds.includes('translation') ? 'translation' : 'original'),
    slug: decapSlug(name),
    id: documentKey(name),
    status,
    _revision: revision,
    updatedAt: updated,
    pullRequestAuthor: await nameOf(draft.owner, call),
    isOwn: draft.owner === call.person.id,
    refused: refused ?? [],
    diffs: [
      difference(decapPath(draft.path), revision, !standing.published, false),
      ...media.map((picture) => difference(mediaPath(picture), picture, true, true)),
    ],
  };
});

export const unpublishedEntryDataFile = action(z.object({ path }), async (file, call) => {
  const { draft } = await readableDraft(documentAt(file.path), call);
  return { data: textToEdit(draft.name, draft) };
});

export const unpublishedEntryMediaFile = action(z.object({ collection: keyShape.collection, slug: keyShape.slug, path }), async (file, call) => {
  const picture = mediaAt(file.path);
  const { draft } = await readableDraft(documentOfKey(file), call);
  const bytes = await call.store.draftMedia(draft.name, picture);
  if (!bytes) throw new Refusal(404, 'cms.refused.missing');
  return servedMedia(picture, bytes);
});

/** Nobody has a page of a draft yet: Decap then shows no link. */
export const getDeployPreview = action(z.object(keyShape), async (key, { person, rights }) => {
  await rights.require(person, 'read', await rights.standing(person, documentOfKey(key)));
  return null;
});

/** Drafts are no pull requests of a forge. */
export const getPRMetadata = action(z.object(keyShape), async (key, { person, rights }) => {
  await rights.require(person, 'read', await rights.standing(person, documentOfKey(key)));
  return { metadata: null };
});
