import { store } from 'decap-cms-core/dist/esm/redux';
import type { Map } from 'immutable';
import { element } from './dom.ts';

let base: string | undefined;

/**
 * What is open is said in the title of the tab (WCAG 2.2, 2.4.2) and, where Decap has no heading, in one for screen readers. The heading is the last thing of
 * the row above the form, so that what reads on from it reads the form.
 */
export function sayWhere(): void {
  base ??= document.title;
  const tools = document.querySelector('#nc-root [class*="-ToolbarContainer"]');
  if (tools) {
    const heading = tools.querySelector('h1') ?? tools.appendChild(element('h1', { class: 'ds-unseen' }));
    const name = nameOfDraft();
    if (heading.textContent !== name) heading.textContent = name;
  }
  const where = document.querySelector('#nc-root h1')?.textContent;
  const title = where ? `${where} · ${base}` : base;
  if (document.title !== title) document.title = title;
}

/** `Guides: Registering`; of what is new, the name of its list. */
function nameOfDraft(): string {
  const { collections, entryDraft } = store.getState();
  const entry = entryDraft.get('entry') as Map<string, unknown> | undefined;
  const collection = collections.get(String(entry?.get('collection'))) as Map<string, unknown> | undefined;
  const own = entry?.getIn(['data', 'title']) ?? entry?.getIn(['data', 'name']);
  return [collection?.get('label'), own].filter((part) => typeof part === 'string' && part !== '').join(': ');
}
