import { isCollection } from '../../../src/content-model/collections.ts';
import type { MediaFile } from '../../../src/graph/content-source.ts';
import type { DocumentName } from '../document.ts';
import { measureStored } from '../media/measure-stored.ts';
import type { Draft, Store } from '../store/store.ts';
import type { Call } from './action.ts';

/** The pictures that lie in a draft, as the checks want to know of them. */
export async function mediaOfDraft(draft: Draft | undefined, store: Pick<Store, 'draftMedia'>): Promise<Map<string, MediaFile>> {
  const found = await Promise.all(
    (draft?.media ?? []).map(async (picture) => {
      const bytes = await store.draftMedia(draft!.name, picture);
      return bytes && ([picture, await measureStored(picture, bytes)] as const);
    }),
  );
  return new Map(found.filter((one) => one !== undefined));
}

/** The pictures a draft may show before any is published: its own, and those in drafts of the same entry in other languages. */
export async function mediaForDraft(
  name: DocumentName,
  { store, mainContent }: Pick<Call, 'store' | 'mainContent'>,
): Promise<Map<string, MediaFile>> {
  const { collection, lang: own, slug } = name;
  if (!isCollection(collection)) return new Map();
  const languages = new Set([own, ...((await mainContent.current()).graph?.languages ?? [])]);
  const drafts = await Promise.all([...languages].map((lang) => store.draft({ collection, lang, slug })));
  return new Map((await Promise.all(drafts.map((draft) => mediaOfDraft(draft, store)))).flatMap((media) => [...media]));
}
