import { z } from 'zod';
import { isCollection } from '../../../src/content-model/collections.ts';
import type { EntryGroup } from '../../../src/graph/graph.ts';
import { documentFile, documentKey, type DocumentName } from '../document.ts';
import { action, type Call } from '../protocol/action.ts';
import { ownerOfPublished } from '../protocol/owned-documents.ts';
import { path } from '../protocol/params.ts';
import { decapPath, folderAt } from '../protocol/paths.ts';
import { sightOf } from '../protocol/readable-entries.ts';
import { mayWith, mayWithAll, type Kind, type Relation } from '../roles.ts';
import type { Status } from '../store/store.ts';
import { draftStatuses, isDue } from './published-list.ts';

/** What has to be done about an entry, as lists show it and are narrowed by it. What does not hold is left out. */
export interface Marked {
  /** As Decap's list names it. */
  path: string;
  /** Of its draft, where there is one that the person may read. */
  state?: Status;
  outdated?: true;
  /** Of an original: somebody must check whether it still holds. */
  due?: true;
  /** The person may not write in it: an editor's list is of what they can work on. */
  others?: true;
}

/** Whether somebody may not write in what is published, by whose it is and which desk it is of: asked for each of a list, so without reading texts. */
function isOfOthers({ person, database }: Pick<Call, 'person' | 'database'>, { group, kind }: { group: EntryGroup; kind: Kind }): boolean {
  const { collection, original } = group;
  if (mayWithAll(person.role, 'write', collection, [kind])) return false;
  const isOwn = kind === 'original' && ownerOfPublished(database, group) === person.id;
  const isOfDesk = 'desk' in original.data && original.data.desk !== undefined && person.desks.includes(original.data.desk);
  const found: readonly Relation[] = [...(isOwn ? (['own'] as const) : []), ...(isOfDesk ? (['desk'] as const) : []), 'other'];
  return !found.some((relation) => mayWith(person.role, 'write', { collection, kind, relation }));
}

/** The marks of the entries in one of Decap's folders; entries about which nothing has to be done, or that the person may not see, are not in it. */
export const listMarks = action(z.object({ folder: path }), async ({ folder: asked }, call): Promise<Marked[]> => {
  const { folder, kind } = folderAt(asked);
  const [collection = '', lang] = folder.split('/');
  if (!isCollection(collection)) return [];
  const { mainContent } = call;
  const isHere = (name: DocumentName) => name.collection === collection && (lang === undefined || name.lang === lang);
  const [{ graph }, day, drafts, sees] = await Promise.all([mainContent.current(), mainContent.day(), draftStatuses(call, isHere), sightOf(call)]);
  const marks: Marked[] = [];
  for (const group of (graph?.groups[collection].values() ?? []) as Iterable<EntryGroup>)
    for (const entry of group.byLanguage.values()) {
      const name: DocumentName = { collection, lang: entry.lang, slug: entry.slug };
      const itsKind = entry === group.original ? 'original' : 'translation';
      if (!isHere(name) || (kind !== undefined && kind !== itsKind)) continue;
      const state = drafts.get(documentKey(name));
      const found = {
        ...(state && { state }),
        ...(entry.state === 'outdated' && { outdated: true as const }),
        ...(entry === group.original && isDue(group, day) && { due: true as const }),
        ...(isOfOthers(call, { group, kind: itsKind }) && { others: true as const }),
      };
      if (Object.keys(found).length === 0) continue;
      if (!(await sees(group, entry.lang))) continue;
      marks.push({ path: decapPath(documentFile(name), kind), ...found });
    }
  return marks;
});
