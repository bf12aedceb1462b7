import { isCollection } from '../../../src/content-model/collections.ts';
import type { MediaFile } from '../../../src/graph/content-source.ts';
import type { DocumentName } from '../document.ts';
import { measureStored } from '../media/measure-stored.ts';
import type { Draft, Store } from '../store/store.ts';

type Reading = Pick<Store, 'drafts' | 'draft' | 'draftMedia'>;

/** The pictures that lie in a draft, as the checks want to know of them. */
export async function mediaOfDraft(draft: Draft | undefined, store: Reading): Promise<Map<string, MediaFile>> {
  const found = await Promise.all(
    (draft?.media ?? []).map(async (picture) => {
      const bytes = await store.draftMedia(draft!.name, picture);
      return bytes && ([picture, await measureStored(picture, bytes)] as const);
    }),
  );
  return new Map(found.filter((one) => one !== undefined));
}

/** The pictures a draft may show before any is published: its own, and those in drafts of the same entry in other languages. */
export async function mediaForDraft(name: DocumentName, store: Reading): Promise<Map<string, MediaFile>> {
  if (!isCollection(name.collection)) return new Map();
  const drafts = (await store.drafts()).filter((draft) => draft.name.collection === name.collection && draft.name.slug === name.slug);
  return new Map((await Promise.all(drafts.map((draft) => mediaOfDraft(draft, store)))).flatMap((media) => [...media]));
}
