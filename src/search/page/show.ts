import type { SearchData } from '../../views/search-form.ts';
import { languagesOf, type Answer } from './answer.ts';
import { countsOf, withoutOne } from './facet-sets.ts';
import { labelOf, writeCounts } from './form-state.ts';
import type { IndexHit } from './index-client.ts';
import { rowMaker } from './result-row.ts';
import { sayer } from './say.ts';
import { isEmpty, type SearchState } from './state.ts';

/** So many results at first and with each "show more": each costs its excerpt, some 3 KB. */
const atOnce = 6;
const mostOffers = 4;

/** Shows answers on the page. `change` is called with the state that a reader asks for by what is offered there. */
export function shower(form: HTMLFormElement, data: SearchData, change: (state: SearchState) => void) {
  const say = sayer(data);
  const part = <E extends HTMLElement>(selector: string) => form.querySelector<E>(selector)!;
  const [said, failed, chosen, also, list, nothing, more] = [
    part('.said'),
    part('.failed'),
    part('.chosen'),
    part('.also'),
    part('.results'),
    part('.nothing'),
    part<HTMLButtonElement>('.more'),
  ];
  const rowOf = rowMaker(part<HTMLTemplateElement>('template.row'), data);

  const button = (text: string, state: SearchState): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', () => change(state));
    return made;
  };
  const without = (state: SearchState, name: string, value: string): SearchState => ({
    ...state,
    facets: { ...state.facets, [name]: (state.facets[name] ?? []).filter((one) => one !== value) },
  });
  const toAz = (): HTMLAnchorElement => {
    const link = document.createElement('a');
    link.href = '#az';
    link.textContent = say('search.toAz');
    return link;
  };

  const showChosen = (state: SearchState): void => {
    const choices = Object.entries(state.facets).flatMap(([name, values]) =>
      values.map((value) => {
        const label = labelOf(form, name, value);
        const chip = button(`${label} ×`, without(state, name, value));
        chip.setAttribute('aria-label', say('search.remove', { choice: label }));
        return chip;
      }),
    );
    const clear = chosen.querySelector('.clear')!;
    chosen.replaceChildren(...choices, clear);
    chosen.hidden = choices.length === 0;
  };

  const showNothing = (state: SearchState, { hits, sets }: Answer): void => {
    const offers = withoutOne(hits, state.facets, sets)
      .toReversed()
      .slice(0, mostOffers)
      .map(({ name, value, count }) => button(say('search.without', { choice: labelOf(form, name, value), count }), without(state, name, value)));
    const elsewhere =
      data.languages.length > languagesOf(state, data).length ? [button(say('search.elsewhere'), { ...state, scope: 'all' as const })] : [];
    const items = [...offers, ...elsewhere, toAz()].map((offer) => {
      const item = document.createElement('li');
      item.append(offer);
      return item;
    });
    nothing.querySelector('ul')!.replaceChildren(...items);
    nothing.hidden = false;
  };

  /** Adds the next results to the list; `current` says whether they are still wanted when they come. */
  const addRows = async (hits: readonly IndexHit[], current: () => boolean): Promise<void> => {
    const from = list.childElementCount;
    const next = hits.slice(from, from + atOnce);
    const rows = await Promise.all(next.map(async (hit) => rowOf(await hit.data(), hit.lang)));
    if (!current()) return;
    list.append(...rows);
    const left = Math.min(atOnce, hits.length - list.childElementCount);
    more.hidden = left <= 0;
    if (left > 0) more.textContent = say('search.more', { count: left });
    more.onclick = () => void addRows(hits, current).then(() => (list.children[from + atOnce]?.querySelector('a') as HTMLElement | null)?.focus());
  };

  const clear = (): void => {
    failed.replaceChildren();
    nothing.hidden = true;
    also.hidden = true;
    more.hidden = true;
    list.replaceChildren();
  };

  return {
    loading: (): void => {
      said.textContent = say('search.loading');
    },
    failed: (): void => {
      clear();
      said.textContent = '';
      failed.replaceChildren(`${say('search.failed')} `, toAz());
    },
    answer: async (state: SearchState, answer: Answer, current: () => boolean): Promise<void> => {
      writeCounts(form, (name) => countsOf(name, { hits: answer.hits, chosen: state.facets, sets: answer.sets }));
      showChosen(state);
      clear();
      if (isEmpty(state)) {
        said.textContent = '';
        return;
      }
      const query = state.query.trim();
      const count = answer.shown.length;
      if (count === 0) {
        said.textContent = query && answer.hits.length === 0 ? say('search.none', { query: shortened(query) }) : say('search.noneFits');
        return showNothing(state, answer);
      }
      if (answer.also.length > 0) {
        also.textContent = say('search.also', { words: answer.also.join(', ') });
        also.hidden = false;
      }
      await addRows(answer.shown, current);
      if (current()) said.textContent = query ? say('search.found', { count, query: shortened(query) }) : say('search.fitting', { count });
    },
  };
}

/** A query as it is repeated to the reader: its direction stays its own. */
const shortened = (query: string): string => {
  const signs = [...query.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')];
  return `\u2068${signs.length > 60 ? `${signs.slice(0, 60).join('')}…` : signs.join('')}\u2069`;
};
