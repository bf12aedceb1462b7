import type { List } from 'immutable';
import { Component, type ComponentType, type KeyboardEvent, type ReactNode } from 'react';
import ListWidget from 'decap-cms-widget-list';
import { element } from './dom.ts';
import { say } from './words.ts';

interface DecapList {
  new (props: {
    value?: List<unknown>;
  }): Component<{ value?: List<unknown> }> & { onSortEnd: (move: { oldIndex: number; newIndex: number }) => void };
}

const Base = (ListWidget as unknown as { controlComponent: DecapList }).controlComponent;
const handle = '[aria-describedby^="DndDescribedBy"]';
const item = '[class*="-SortableListItem"]';

/** Decap's list, whose entries are moved by the mouse or a finger alone: here the arrow keys move them, too (WCAG 2.2, 2.1.1). */
class ListByKeyboard extends Base {
  #move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const moved = step === 0 ? null : (event.target as HTMLElement).closest(handle)?.closest(item);
    if (!moved) return;
    event.preventDefault();
    // A list can stand in a list: the inner one has done it.
    event.stopPropagation();
    const all = [...moved.parentElement!.children].filter((one) => one.matches(item));
    const oldIndex = all.indexOf(moved);
    const newIndex = oldIndex + step;
    if (newIndex < 0 || newIndex >= all.length) return;
    this.onSortEnd({ oldIndex, newIndex });
    requestAnimationFrame(() => {
      moved.querySelector<HTMLElement>(handle)?.focus();
      const what = moved.querySelector('[class*="-NestedObjectLabel"]')?.textContent ?? '';
      status().textContent = say('editor.fields.moved', { what, place: newIndex + 1, count: all.length });
    });
  };

  override render(): ReactNode {
    return <div onKeyDown={this.#move}>{super.render()}</div>;
  }
}

let said: HTMLElement | undefined;
function status(): HTMLElement {
  if (!said?.isConnected) document.getElementById('standings')!.append((said = element('p', { role: 'status', class: 'ds-unseen' })));
  return said!;
}

/** Decap's widget for lists with that control. */
export const listByKeyboard = (): object => ({ ...ListWidget.Widget(), controlComponent: ListByKeyboard as unknown as ComponentType });
