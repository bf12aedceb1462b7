import type { Reference } from '../../src/content-model/field.ts';
import type { ReferenceChoice, ReferenceLists } from '../server/protocol/references.ts';
import { callApi } from './api.ts';
import { pageData } from './page-data.ts';

let asked: Promise<ReferenceLists> | undefined;
let stale = false;
const listeners = new Set<() => void>();

function ask(): Promise<ReferenceLists> {
  const asking = callApi<ReferenceLists>('listReferences', { lang: pageData().lang });
  // What failed is asked for again by whoever wants it next.
  asking.catch(() => {
    if (asked === asking) asked = undefined;
  });
  return asking;
}

/** Everything that a field can name, titled in the working language; fetched once, and again after a save or when somebody comes back to the page. */
export async function references(kind: Reference): Promise<readonly ReferenceChoice[]> {
  if (!asked || stale) {
    asked = ask();
    stale = false;
  }
  return (await asked)[kind];
}

/** What was fetched may be out of date: whoever shows it asks again. */
export function renewReferences(): void {
  stale = true;
  for (const listener of listeners) listener();
}

/** Calls the listener whenever there may be something new. Gives the way to stop. */
export function onNewReferences(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('focus', renewReferences);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('focus', renewReferences);
  };
}
