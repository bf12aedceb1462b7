import { collections, isCollection } from '../../../src/content-model/collections.ts';
import { addMonths } from '../../../src/content-model/days.ts';
import type { EntryGroup, TranslationState } from '../../../src/graph/graph.ts';
import { documentKey, type DocumentName } from '../document.ts';
import type { Call } from '../protocol/action.ts';
import { readableDrafts, sightOf } from '../protocol/readable-entries.ts';
import type { Status } from '../store/store.ts';
import type { Title } from './title-of.ts';

/** An entry on the site in one language, as the list of entries shows it. */
export interface PublishedItem {
  name: DocumentName;
  title: Title;
  state: Exclude<TranslationState, 'missing'>;
  /** Whether somebody must check it again: a guide by its date of review, a fact by its day of expiry. */
  isDue: boolean;
  /** Of its draft, where there is one that the person may read. */
  draft: Status | undefined;
}

/** Everything that is published and that the person may see: what readers see, and what is theirs to read before its day and after. By title. */
export async function publishedList(call: Call): Promise<PublishedItem[]> {
  const { mainContent } = call;
  const [{ graph }, day, readable, sees] = await Promise.all([mainContent.current(), mainContent.day(), draftStatuses(call), sightOf(call)]);
  if (!graph) return [];
  const items: PublishedItem[] = [];
  for (const collection of collections)
    for (const group of graph.groups[collection].values() as Iterable<EntryGroup>)
      for (const { lang, slug, state, data } of group.byLanguage.values()) {
        const name: DocumentName = { collection, lang, slug };
        if (!(await sees(group, lang))) continue;
        items.push({ name, title: { text: data.title, lang }, state, isDue: isDue(group, day), draft: readable.get(documentKey(name)) });
      }
  return items.toSorted((a, b) => byTitle.compare(a.title.text, b.title.text));
}

/** How far each draft of an entry is that the person may read, by its key. */
export async function draftStatuses(
  call: Pick<Call, 'store' | 'mainContent' | 'person' | 'rights'>,
  isWanted: (name: DocumentName) => boolean = () => true,
): Promise<Map<string, Status>> {
  const drafts = await readableDrafts(call, ({ name }) => isCollection(name.collection) && isWanted(name));
  return new Map(drafts.map(({ name, status }) => [documentKey(name), status]));
}

const byTitle = new Intl.Collator('en', { numeric: true });

/** Whether somebody must check an entry again on a day: a guide by its date of review, a fact by its day of expiry. */
export function isDue(group: EntryGroup, day: string): boolean {
  const { original, collection } = group;
  if (collection === 'guides') {
    const { reviewed, reviewEvery } = (original as EntryGroup<'guides'>['original']).data;
    return addMonths(reviewed, reviewEvery) < day;
  }
  const { expires } = collection === 'facts' ? (original as EntryGroup<'facts'>['original']).data : {};
  return expires !== undefined && expires < day;
}
