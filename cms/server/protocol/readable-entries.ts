import type { EntryGroup } from '../../../src/graph/graph.ts';
import { isPublic } from '../../../src/graph/is-public.ts';
import { isCollection } from '../../../src/content-model/collections.ts';
import type { MainContent } from '../content/main-content.ts';
import type { Person } from '../person.ts';
import { kinds, mayWith, mayWithAll, type DocumentAction } from '../roles.ts';
import type { Draft } from '../store/store.ts';
import type { Call } from './action.ts';
import type { Rights } from './rights.ts';

type Needs = Pick<Call, 'store' | 'mainContent' | 'rights' | 'person'>;

/** Answers of one entry after the other whether somebody may know of it as it is published; in one of its languages, by default that of the original. */
export type Sight = (group: EntryGroup, lang?: string) => Promise<boolean>;

/** What readers of the site see anybody may who is signed in; what they do not see yet, or no longer, only who may read drafts of it. */
export async function sightOf({
  mainContent,
  rights,
  person,
}: {
  mainContent: Pick<MainContent, 'day'>;
  rights: Rights;
  person: Person;
}): Promise<Sight> {
  const day = await mainContent.day();
  return async (group, lang = group.original.lang) => {
    const { collection, slug } = group;
    if (isPublic(group, day) || mayWithAll(person.role, 'read', collection)) return true;
    return rights.mayWith(person, 'read', await rights.standing(person, { collection, lang, slug }));
  };
}

/** Answers of one draft after the other whether somebody may do something with it. */
export type DraftRights = (action: DocumentAction, draft: Draft) => Promise<boolean>;

/**
 * The same as `rights`, for lists: to ask those of one document reads everything there is of its entry, 5 ms and more each, where there may be hundreds of
 * drafts. Most people may do it with every document of a collection, or with none that is another's.
 */
export async function draftRights({ mainContent, rights, person }: Omit<Needs, 'store'>): Promise<DraftRights> {
  const { graph } = await mainContent.current();
  const { id, role, desks } = person;

  /** Whether it is another's, of an entry that another desk publishes, or none. Where nothing is published of it, only `rights` know. */
  function isOfOthers({ owner, name: { collection, slug } }: Draft): boolean {
    if (owner === id || !isCollection(collection)) return owner !== id;
    const group = graph?.groups[collection].get(slug) as EntryGroup | undefined;
    if (!group) return desks.length === 0;
    const { data } = group.original;
    return !('desk' in data && data.desk !== undefined && desks.includes(data.desk));
  }

  return async (action, draft) => {
    const { collection } = draft.name;
    if (mayWithAll(role, action, collection)) return true;
    const othersToo = kinds.some((kind) => mayWith(role, action, { collection, kind, relation: 'other' }));
    if (!othersToo && isOfOthers(draft)) return false;
    return rights.mayWith(person, action, await rights.standing(person, draft.name));
  };
}

/** Every draft that somebody may read. */
export async function readableDrafts(call: Needs, isWanted: (draft: Draft) => boolean = () => true): Promise<Draft[]> {
  const [may, all] = await Promise.all([draftRights(call), call.store.drafts()]);
  const drafts = all.filter(isWanted);
  const readable = await Promise.all(drafts.map((draft) => may('read', draft)));
  return drafts.filter((_draft, at) => readable[at]);
}
