import { useEffect, useRef, useState, type ReactNode } from 'react';
import { say } from '../words.ts';

interface OrderedItemsProps<Item> {
  items: readonly Item[];
  change: (items: Item[]) => void;
  /** How an item is called in the names of its buttons. */
  nameOf: (item: Item, at: number) => string;
  children: (item: Item, at: number) => ReactNode;
}

/** A list whose order means something: each item can be moved and taken out by buttons, and where it went is said. */
export function OrderedItems<Item>({ items, change, nameOf, children }: OrderedItemsProps<Item>) {
  const list = useRef<HTMLOListElement>(null);
  const [told, tell] = useState('');
  const [wanted, want] = useState<string>();
  useEffect(() => {
    if (wanted === undefined) return;
    const button = list.current?.querySelector<HTMLButtonElement>(`[data-place="${wanted}"]`);
    (button && !button.disabled ? button : list.current)?.focus();
    want(undefined);
  }, [wanted]);

  const move = (at: number, by: 1 | -1) => {
    const next = [...items];
    const [item] = next.splice(at, 1);
    next.splice(at + by, 0, item!);
    change(next);
    tell(say('editor.fields.moved', { what: nameOf(item!, at), place: at + by + 1, count: items.length }));
    // The button goes with its item; at the end of the list the other one is left to press.
    const end = at + by === 0 || at + by === items.length - 1;
    want(`${at + by}-${end ? (by === 1 ? 'up' : 'down') : by === 1 ? 'down' : 'up'}`);
  };
  const remove = (at: number) => {
    change(items.filter((_, index) => index !== at));
    want(`${Math.min(at, items.length - 2)}-remove`);
  };
  const button = (at: number, what: 'up' | 'down' | 'remove', sign: string, press: () => void, disabled = false) => (
    <button type="button" className="ds-sign" data-place={`${at}-${what}`} disabled={disabled} onClick={press}>
      <span aria-hidden="true">{sign}</span>
      <span className="ds-unseen">{say(`editor.fields.${what}`, { what: nameOf(items[at]!, at) })}</span>
    </button>
  );
  return (
    <>
      <ol className="ds-items" ref={list} tabIndex={-1}>
        {items.map((item, at) => (
          <li key={at}>
            <div className="ds-item">{children(item, at)}</div>
            <div className="ds-buttons">
              {button(at, 'up', '↑', () => move(at, -1), at === 0)}
              {button(at, 'down', '↓', () => move(at, 1), at === items.length - 1)}
              {button(at, 'remove', '✕', () => remove(at))}
            </div>
          </li>
        ))}
      </ol>
      <p className="ds-unseen" aria-live="polite">
        {told}
      </p>
    </>
  );
}
