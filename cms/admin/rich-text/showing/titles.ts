import type { Reference } from '../../../../src/content-model/field.ts';
import { references } from '../../references.ts';

const known = new Map<Reference, ReadonlyMap<string, string>>();
const asked = new Map<Reference, Promise<void>>();

/** Calls back with the title of what an id names, at once where it is known; the id itself where there is none. */
export function withTitle({ kind, id }: { kind: Reference; id: string }, show: (title: string) => void): void {
  const titles = known.get(kind);
  show(titles?.get(id) ?? id);
  if (titles) return;
  const asking = asked.get(kind) ?? fetchTitles(kind);
  asked.set(kind, asking);
  void asking.then(() => show(known.get(kind)?.get(id) ?? id));
}

async function fetchTitles(kind: Reference): Promise<void> {
  try {
    known.set(kind, new Map((await references(kind)).map(({ id, title }) => [id, title])));
  } catch {
    // Without the list the id is shown; the next block that is made asks again.
    asked.delete(kind);
  }
}
