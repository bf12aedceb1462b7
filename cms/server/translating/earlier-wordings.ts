import type { EntryName } from '../../../src/content-model/paths.ts';
import type { Call } from '../protocol/action.ts';
import { entryText, revisionOfOriginal, type EntryText } from './entry-text.ts';

/** Versions that are looked through: a translation that is further behind is translated anew sooner than compared. */
const most = 40;

/** For each part, the version of an original in which it had the wording of this hash, as far as the history of what was published has it. */
export async function earlierWordings(
  name: EntryName,
  wanted: ReadonlyMap<string, string>,
  { store }: Pick<Call, 'store'>,
): Promise<ReadonlyMap<string, EntryText>> {
  const found = new Map<string, EntryText>();
  if (wanted.size === 0) return found;
  const versions = await store.history(name);
  const revisions = [...new Set(versions.flatMap(({ revision }) => revision ?? []))];
  for (const revision of revisions.slice(0, most)) {
    if (found.size === wanted.size) break;
    const text = await store.version(name, revision);
    const read = text === undefined ? undefined : entryText(name, { text, revision });
    if (!read) continue;
    const said = revisionOfOriginal(name, read);
    for (const [part, hash] of wanted) if (!found.has(part) && said[part] === hash) found.set(part, read);
  }
  return found;
}
