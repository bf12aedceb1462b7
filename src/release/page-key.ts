import { hash } from 'node:crypto';
import type { BaseView } from '../views/view.ts';

const chromeKeys = new WeakMap<object, string>();

/**
 * What decides whether a page is written again: the hash of everything it shows and of the code that shows it.
 * What all pages of a language share is hashed once.
 */
export function pageKey(view: BaseView, codeHash: string): string {
  const { chrome, ...own } = view;
  let chromeKey = chromeKeys.get(chrome);
  if (!chromeKey) chromeKeys.set(chrome, (chromeKey = hash('sha256', JSON.stringify(chrome), 'hex')));
  return hash('sha256', `${codeHash} ${chromeKey} ${JSON.stringify(own)}`, 'hex').slice(0, 32);
}
