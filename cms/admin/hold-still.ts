import { store } from 'decap-cms-core/dist/esm/redux';
import type { Map } from 'immutable';

/**
 * While a save is under way the form takes nothing: after it Decap shows what the server has, and what was typed in between would be gone without a word.
 * That it saves, or waits for the server, is said meanwhile.
 */
export function holdStillWhileSaving(): void {
  let held = false;
  store.subscribe(() => {
    const entry = store.getState().entryDraft.get('entry') as Map<string, unknown> | undefined;
    const saving = entry?.get('isPersisting') === true;
    if (saving === held) return;
    held = saving;
    for (const form of document.querySelectorAll<HTMLElement>('[class*="-ControlPaneContainer"]')) form.inert = saving;
  });
}
