import type { Element, ElementContent } from 'hast';
import { component, type ComponentName } from './components.ts';

/** What a mark in the HTML stands for. */
export type Marked =
  | { kind: 'component'; name: ComponentName; attributes: Record<string, string>; line: number }
  | { kind: 'section'; id: string; title: string; offset: number; line: number };

/*
 * Components and beginnings of sections stand in the tree as elements of these names, which cannot come from an entry. So the tree is made
 * into HTML once, and the HTML is cut at them, also in the middle of a paragraph. Text and attributes cannot contain them: `<` is escaped
 * in text, and no attribute that is let through can hold one.
 */
export const sectionMark = (index: number): Element => element(`x-section-${index}`, {}, []);
export const componentMark = (name: ComponentName, index: number, children: ElementContent[]): Element =>
  element(`x-${component(name).inline ? 'inline' : 'block'}-${index}`, {}, children);
export const cuts = /(<\/?x-(?:section|inline|block)-\d+>)/;
export const cut = /^<(\/?)x-(section|inline|block)-(\d+)>$/;

export const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const isBlank = (node: ElementContent) => node.type === 'text' && node.value.trim() === '';
const wordElements = new Set(['em', 'strong', 'del', 'code', 'a', 'br']);
const isWords = (node: ElementContent) =>
  node.type === 'text' || (node.type === 'element' && (wordElements.has(node.tagName) || node.tagName.startsWith('x-inline')));

/** Puts words that stand directly in a component, or a component of the inline kind that stands alone, into paragraphs. */
export function inParagraphs(children: ElementContent[]): ElementContent[] {
  if (!children.some((node) => isWords(node) && !isBlank(node))) return children;
  const out: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = () => {
    if (run.some((node) => !isBlank(node))) out.push(element('p', {}, run));
    else out.push(...run);
    run = [];
  };
  for (const child of children) {
    if (isWords(child)) run.push(child);
    else {
      flush();
      out.push(child);
    }
  }
  flush();
  return out;
}
