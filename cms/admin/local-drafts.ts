import { localForage } from 'decap-cms-lib-util';
import { pageData } from './page-data.ts';

/** Decap keeps what is being typed in this browser, under the collection and slug, until it is saved: after a crash it is offered again. */
export const forgetLocalDraft = (collection: string, slug: string): Promise<void> => localForage.removeItem(`backup.${collection}.${slug}`);

const whose = 'doorstep-person';

/** What somebody else typed in this browser is neither shown nor kept. To be called before Decap starts. */
export async function forgetDraftsOfOthers(): Promise<void> {
  const { person } = pageData();
  const before = localStorage.getItem(whose);
  if (before !== null && before !== person.id) await forgetEverything();
  localStorage.setItem(whose, person.id);
}

/** Leaves nothing in this browser. */
export async function forgetEverything(): Promise<void> {
  await localForage.clear();
  localStorage.clear();
  sessionStorage.clear();
}
