import type { SearchState } from './state.ts';

const choicesOf = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLInputElement>('.narrow [type=checkbox]')];

/** Every facet of the form with its values. */
export function facetsIn(form: HTMLFormElement): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  const add = (name: string, value: string) => known.set(name, (known.get(name) ?? new Set()).add(value));
  for (const { name, value } of choicesOf(form)) add(name, value);
  for (const select of form.querySelectorAll('select')) for (const { value } of select.options) if (value) add(select.name, value);
  return known;
}

/** What stands in the form now. */
export function readForm(form: HTMLFormElement, facets: Iterable<string>): SearchState {
  const given = new FormData(form);
  return {
    query: String(given.get('q') ?? ''),
    scope: String(given.get('in') ?? '') as SearchState['scope'],
    facets: Object.fromEntries([...facets].map((name) => [name, given.getAll(name).map(String).filter(Boolean)])),
  };
}

export function writeForm(form: HTMLFormElement, { query, scope, facets }: SearchState): void {
  form.querySelector<HTMLInputElement>('#q')!.value = query;
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name=in]')) radio.checked = radio.value === scope;
  for (const box of choicesOf(form)) box.checked = facets[box.name]?.includes(box.value) ?? false;
  for (const select of form.querySelectorAll('select')) select.value = facets[select.name]?.[0] ?? '';
}

/** The words beside a choice. */
export function labelOf(form: HTMLFormElement, name: string, value: string): string {
  const box = choicesOf(form).find((one) => one.name === name && one.value === value);
  const option = [...form.querySelectorAll('select')]
    .flatMap((select) => (select.name === name ? [...select.options] : []))
    .find((one) => one.value === value);
  return box?.closest('label')?.querySelector('span:not(.count)')?.textContent ?? option?.text ?? value;
}

/** Writes the number beside every choice. */
export function writeCounts(form: HTMLFormElement, countsOf: (name: string) => ReadonlyMap<string, number>): void {
  const counts = new Map<string, ReadonlyMap<string, number>>();
  for (const box of choicesOf(form)) {
    const known = counts.get(box.name) ?? countsOf(box.name);
    counts.set(box.name, known);
    const count = known.get(box.value) ?? 0;
    const label = box.closest('label')!;
    label.querySelector('.count')!.textContent = String(count);
    label.classList.toggle('none', count === 0);
  }
}
