import { element } from './dom.ts';
import { pageData } from './page-data.ts';
import { say } from './words.ts';

/** What stands over the editor: the way back to the pages of the CMS, the working language, and one place where it says how things stand. */
export function showBar(): void {
  const { lang, languages } = pageData();
  const place = (href: string, key: string) => element('a', { href }, say(key));
  const entry = place('', 'editor.bar.entry');
  const follow = () => {
    const address = addressOfEntry(location.hash);
    entry.hidden = address === undefined;
    entry.href = address ?? '';
  };
  window.addEventListener('hashchange', follow);
  follow();
  // Decap has a banner of its own; here are two navigations and no more.
  const bar = element(
    'div',
    { class: 'bar' },
    element(
      'nav',
      { 'aria-label': say('editor.bar') },
      skip(),
      place('/desk', 'editor.bar.desk'),
      place('/translations', 'editor.bar.translations'),
      entry,
    ),
    element(
      'nav',
      { 'aria-label': say('editor.bar.languages'), class: 'bar-languages' },
      ...languages.map(({ id, name }) => element('a', { href: `/admin/${id}/`, lang: id, 'aria-current': id === lang ? 'true' : undefined }, name)),
    ),
  );
  document.getElementById('bar')!.replaceWith(bar);
  leaveRoom();
}

/** What is said below the form covers nothing of it (WCAG 2.2, 2.4.11): the form ends above. */
function leaveRoom(): void {
  const standings = document.getElementById('standings')!;
  standings.role = 'region';
  standings.ariaLabel = say('editor.decap.standings');
  new ResizeObserver(() => document.documentElement.style.setProperty('--standings', `${standings.offsetHeight}px`)).observe(standings);
}

/** Past everything above: into the first field of the form, or to the list. */
function skip(): HTMLElement {
  const work = '#nc-root [class*="-ControlPaneContainer"] :is(input, textarea, select, button, [contenteditable="true"]), #nc-root main a';
  return element(
    'button',
    { type: 'button', class: 'skip', onclick: () => document.querySelector<HTMLElement>(work)?.focus() },
    say('editor.decap.skip'),
  );
}

/** The page on which an entry is reviewed, of Decap's address for it; none for what is new or no entry. */
function addressOfEntry(hash: string): string | undefined {
  const [, collection, slug] = /^#\/collections\/([^/]+)\/entries\/([^/?]+)/.exec(hash) ?? [];
  if (!collection || !slug) return undefined;
  if (collection === 'settings') return `/entries/settings/all/${slug}`;
  if (collection === 'strings') return `/entries/strings/${slug}/interface`;
  const [, name, lang] = /^([a-z]+)-(.+?)(?:-translations)?$/.exec(collection) ?? [];
  return name && lang ? `/entries/${name}/${lang}/${slug}` : undefined;
}

export interface Standing {
  /** What is so: offline, signed out, what is still missing. */
  name: string;
  text: string;
  /** What can be done about it. */
  actions?: readonly (HTMLElement | undefined)[];
  /** More than a sentence. */
  more?: HTMLElement | undefined;
  /** It must not be overlooked: read out at once, and marked. */
  urgent?: boolean;
}

const shown = new Map<string, HTMLElement>();

/** Says how something stands until `clearStanding`; said again under the same name it takes the place of what was said. */
export function sayStanding({ name, text, actions = [], more, urgent = false }: Standing): void {
  const said = element(
    'section',
    { class: urgent ? 'standing urgent' : 'standing', 'data-standing': name },
    element('p', { role: urgent ? 'alert' : 'status' }, text),
    ...actions.filter((action) => action !== undefined),
    more,
  );
  const place = document.getElementById('standings')!;
  const before = shown.get(name);
  if (before) before.replaceWith(said);
  else place.append(said);
  shown.set(name, said);
}

export function clearStanding(name: string): void {
  shown.get(name)?.remove();
  shown.delete(name);
}
