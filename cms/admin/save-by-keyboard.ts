import { store } from 'decap-cms-core/dist/esm/redux';
import type { Map } from 'immutable';

/** How long a field may take to tell what was typed into it: rich text tells when the focus leaves it, and the button is ready once that is drawn. */
const told = 60;
const fields = '[class*="-ControlPaneContainer"] :is(input, textarea, select, button, [tabindex="0"], [contenteditable="true"])';
const isSaving = (): boolean => (store.getState().entryDraft.get('entry') as Map<string, unknown> | undefined)?.get('isPersisting') === true;

/** Ctrl or Command and S saves, from wherever one writes: the way back to the button is as long as the form. Then one writes on where one was. */
export function saveByKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const button = document.querySelector<HTMLButtonElement>('button[class*="-SaveButton"]');
    if (!button || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    const place = document.activeElement as HTMLElement;
    const index = [...document.querySelectorAll(fields)].indexOf(place);
    place.blur();
    place.focus({ preventScroll: true });
    setTimeout(() => {
      if (button.disabled) return;
      if (index >= 0) comeBack({ place, index });
      button.click();
    }, told);
  });
}

/** How often it is looked whether the form is there again, and when that is given up, in milliseconds. */
const pause = 50;
const longest = 5000;

/** The form lets go of the focus while it is saved, and after a first save Decap makes all of it anew: then the field in the same place is meant. */
function comeBack({ place, index }: { place: HTMLElement; index: number }): void {
  let began = false;
  const stop = store.subscribe(() => {
    began ||= isSaving();
    if (!began || isSaving()) return;
    stop();
    const end = performance.now() + longest;
    const look = setInterval(() => {
      const there = place.isConnected ? place : document.querySelectorAll<HTMLElement>(fields)[index];
      const isElsewhere = document.activeElement !== document.body;
      if (!there && !isElsewhere && performance.now() < end) return;
      clearInterval(look);
      if (!isElsewhere) there?.focus({ preventScroll: place.isConnected });
    }, pause);
  });
}
