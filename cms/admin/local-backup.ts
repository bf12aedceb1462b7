import { store } from 'decap-cms-core/dist/esm/redux';
import type { Map } from 'immutable';
import { betweenActions } from './decap-actions.ts';

const isThere = (): boolean => {
  const entry = store.getState().entryDraft.get('entry') as Map<string, unknown> | undefined;
  return entry !== undefined && !entry.get('isFetching');
};

/**
 * What was typed before a browser closed is offered again, and taken. Decap offers it as soon as it has found it; where the entry comes after that from the
 * server it takes its place, without a word. So the offer waits until the entry is there.
 */
export function offerLocalBackupsLast(): void {
  betweenActions((action, pass) => {
    if (action.type !== 'DRAFT_LOCAL_BACKUP_RETRIEVED' || isThere()) return pass(action);
    const end = store.subscribe(() => {
      if (!isThere()) return;
      end();
      // Not within the change that brought the entry.
      setTimeout(() => pass(action));
    });
    return action;
  });
}
