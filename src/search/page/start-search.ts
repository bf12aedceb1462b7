import type { SearchData } from '../../views/search-form.ts';
import { answer } from './answer.ts';
import { facetsIn, readForm, writeForm } from './form-state.ts';
import { addKeys } from './keys.ts';
import { shower } from './show.ts';
import { addressOf, isEmpty, stateFrom, type SearchState } from './state.ts';

/** How long typing must rest before it is searched for, and a search last before that is said, in milliseconds. */
const rest = 200;
const patience = 400;

/** Makes the form of the search page work. Nothing is fetched before a reader turns to it, or comes by an address that asks for something. */
export function startSearch(form: HTMLFormElement): void {
  const data = JSON.parse(form.querySelector('script')!.textContent!) as SearchData;
  const field = form.querySelector<HTMLInputElement>('#q')!;
  const answers = form.querySelector('.answers')!;
  const known = facetsIn(form);
  let turn = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const busy = (is: boolean) => answers.setAttribute('aria-busy', String(is));
  const run = async (): Promise<void> => {
    clearTimeout(typing);
    busy(true);
    const mine = ++turn;
    const current = () => mine === turn;
    const state = readForm(form, known.keys());
    history.replaceState(null, '', location.pathname + addressOf(state));
    const slow = setTimeout(() => !isEmpty(state) && show.loading(), patience);
    try {
      const found = await answer(state, data, known);
      if (current()) await show.answer(state, found, current);
    } catch {
      if (current()) show.failed();
    } finally {
      clearTimeout(slow);
      if (current()) busy(false);
    }
  };
  const change = (state: SearchState): void => {
    writeForm(form, state);
    field.focus();
    void run();
  };
  const show = shower(form, data, change);
  const nothing: SearchState = { query: '', scope: '', facets: {} };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  field.addEventListener('input', () => {
    clearTimeout(typing);
    // What was asked before is not wanted any more.
    turn++;
    busy(true);
    typing = setTimeout(() => void run(), rest);
  });
  form.addEventListener('change', ({ target }) => {
    if (target !== field) void run();
  });
  form.querySelector('.clear')!.addEventListener('click', () => change({ ...nothing, query: field.value, scope: readForm(form, []).scope }));
  // Whoever turns to the form wants to search: by the time something is typed, the index is there, and so are the counts.
  form.addEventListener('focusin', () => turn === 0 && void run(), { once: true });
  addKeys(form, () => change(nothing));

  const asked = stateFrom(location.search, known);
  if (!isEmpty(asked)) {
    writeForm(form, asked);
    void run();
  }
  if (location.hash === '#q') field.focus();
}
