import { isCollection } from '../../../src/content-model/collections.ts';
import type { MediaFile } from '../../../src/graph/content-source.ts';
import type { EntryGroup } from '../../../src/graph/graph.ts';
import type { MainContent } from '../content/main-content.ts';
import type { DocumentName } from '../document.ts';
import { measureStored } from '../media/measure-stored.ts';
import type { Person } from '../person.ts';
import { sightOf } from '../protocol/readable-entries.ts';
import type { Rights } from '../protocol/rights.ts';
import type { Draft, Store } from '../store/store.ts';

export interface Looking {
  person: Person;
  rights: Rights;
  store: Pick<Store, 'draft' | 'draftMedia'>;
  mainContent: Pick<MainContent, 'current' | 'day'>;
}

/** The drafts of an entry in all its languages, of those that somebody may read. Settings and interface texts have no others. */
export async function draftsToShow({ collection, slug }: DocumentName, { person, rights, store, mainContent }: Looking): Promise<Draft[]> {
  if (!isCollection(collection)) return [];
  const languages = (await mainContent.current()).graph?.languages ?? [];
  const found = await Promise.all(
    languages.map(async (lang) => {
      const draft = await store.draft({ collection, lang, slug });
      return draft && (await rights.mayWith(person, 'read', await rights.standing(person, draft.name))) ? draft : undefined;
    }),
  );
  return found.filter((draft) => draft !== undefined);
}

/** Whether readers do not see what is published of an entry, and somebody may not read it either. */
export async function mayNotSee({ collection, slug }: DocumentName, { mainContent, ...looking }: Looking): Promise<boolean> {
  if (!isCollection(collection)) return false;
  const group = (await mainContent.current()).graph?.groups[collection].get(slug) as EntryGroup | undefined;
  return group !== undefined && !(await (await sightOf({ mainContent, ...looking }))(group));
}

/** Pictures are named by what they hold, and looked at again with every letter that somebody types. */
const measured = new Map<string, MediaFile>();
const most = 5000;

/** The pictures of drafts, by path from `media/`. */
export async function mediaOfDrafts(drafts: readonly Draft[], store: Pick<Store, 'draftMedia'>): Promise<Map<string, MediaFile>> {
  const found = await Promise.all(
    drafts.flatMap((draft) =>
      draft.media.map(async (picture) => {
        const known = measured.get(picture);
        if (known) return [picture, known] as const;
        const bytes = await store.draftMedia(draft.name, picture);
        if (!bytes) return undefined;
        const file = await measureStored(picture, bytes);
        if (measured.size >= most) measured.clear();
        measured.set(picture, file);
        return [picture, file] as const;
      }),
    ),
  );
  return new Map(found.filter((one) => one !== undefined));
}
