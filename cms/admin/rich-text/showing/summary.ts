import { component, type Attribute, type ComponentName } from '../../../../src/mdx/components.ts';
import { labelOf } from '../../field-words.ts';
import { pageData } from '../../page-data.ts';
import { languageName } from '../../widgets/languages.ts';
import { choiceWord } from '../choice-word.ts';
import type { Attributes } from '../component-specs.ts';
import { withTitle } from './titles.ts';

/** A line for each attribute that says what a block is: titles instead of ids, languages by their names. */
export function showAttributes(name: ComponentName, attributes: Attributes, into: HTMLElement): void {
  const lines = Object.entries(component(name).attributes)
    .filter(([key]) => attributes[key])
    .map(([key, attribute]) => line(attribute, attributes[key]!));
  into.replaceChildren(...lines);
}

function line({ kind, refersTo, label }: Attribute, value: string): HTMLElement {
  const span = document.createElement('span');
  span.className = `rt-value rt-value-${kind}`;
  span.title = labelOf(label);
  if (kind === 'text') span.dir = 'auto';
  if (refersTo && refersTo !== 'media')
    showTitles(
      value.split(',').map((id) => id.trim()),
      refersTo,
      span,
    );
  else span.textContent = kind === 'lang' ? languageName(value, pageData().lang) : kind === 'choice' ? choiceWord(value) : value;
  return span;
}

function showTitles(ids: readonly string[], kind: Parameters<typeof withTitle>[0]['kind'], into: HTMLElement): void {
  const titles = [...ids];
  ids.forEach((id, index) =>
    withTitle({ kind, id }, (title) => {
      titles[index] = title;
      into.textContent = titles.join(', ');
    }),
  );
}
