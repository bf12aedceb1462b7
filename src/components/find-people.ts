import { peopleLikeMe, readTellers, type Facet, type Match, type Shares, type Shared, type Teller } from '../views/people-match.ts';

/**
 * The form with which readers find people like them. What they choose stays in this page: nothing is stored, and all that is ever fetched is the list of
 * tellers, the same for everybody, the first time something is chosen. What the list says becomes text, never markup.
 */
export function findPeople(section: HTMLElement): void {
  const selects = [...section.querySelectorAll('select')];
  const reset = section.querySelector('button')!;
  const [alikeList, differentList] = section.querySelectorAll('ol');
  const { index, found, loading, failed } = section.dataset as Record<string, string>;
  const counts = JSON.parse(found!) as string[];
  let tellers: Promise<Teller[]> | undefined;

  const chosenNow = (): Shares =>
    Object.fromEntries(selects.filter(({ value }) => value).map(({ name, value }) => [name as Facet, value.split(' ')]));

  /** "also speaks Arabic", put together from the words of the form. */
  const reasonOf = ({ facet, value }: Shared): string => {
    const select = selects.find(({ name }) => name === facet)!;
    const label = [...select.options].find((option) => option.value === value)!.text;
    return select.dataset['also']!.replace('{what}', () => label);
  };

  const rowOf = ({ teller, shared }: Match): HTMLElement => {
    const row = section.querySelector('template')!.content.firstElementChild!.cloneNode(true) as HTMLElement;
    row.className = `like t-${teller.topic}`;
    const link = row.querySelector('a')!;
    link.href = teller.href;
    link.textContent = `${teller.name}: ${teller.title}`;
    if (teller.lang) link.lang = teller.lang;
    if (teller.dir) link.dir = teller.dir;
    for (const voice of row.querySelectorAll('.voice')) if (!voice.classList.contains(teller.voice)) voice.remove();
    const initial = row.querySelector('b')!;
    initial.textContent = teller.initial;
    if (teller.face) {
      const face = new Image(160, 160);
      face.alt = '';
      face.src = teller.face;
      initial.replaceWith(face);
    }
    const reasons = row.querySelector('ul')!;
    for (const reason of shared.map(reasonOf)) reasons.appendChild(document.createElement('li')).textContent = reason;
    if (shared.length === 0) reasons.remove();
    return row;
  };

  const show = (said: string, alike: readonly Match[] = [], different?: Teller): void => {
    alikeList!.replaceChildren(...alike.map(rowOf));
    differentList!.replaceChildren(...(different ? [rowOf({ teller: different, shared: [] })] : []));
    differentList!.parentElement!.hidden = !different;
    section.querySelector('[role=status]')!.textContent = said;
  };

  const fetchTellers = async (): Promise<Teller[]> => {
    const answer = await fetch(index!);
    const read = answer.ok && readTellers(await answer.json());
    if (!read) throw new Error(`${index} is not a list of tellers.`);
    return read;
  };

  /** Shows who fits what is chosen by the time the list is there. */
  const find = async (): Promise<void> => {
    reset.hidden = selects.every(({ value }) => !value);
    if (reset.hidden) return show('');
    if (!tellers) show(loading!);
    try {
      const { alike, different } = peopleLikeMe(await (tellers ??= fetchTellers()), chosenNow());
      if (!reset.hidden) show(counts[alike.length]!, alike, different);
    } catch {
      tellers = undefined;
      if (!reset.hidden) show(failed!);
    }
  };

  for (const select of selects) select.onchange = () => void find();
  reset.onclick = () => {
    for (const select of selects) select.value = '';
    selects[0]!.focus();
    void find();
  };
  void find();
}
