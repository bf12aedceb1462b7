import { useId, type KeyboardEvent } from 'react';
import { component, componentNames, type ComponentName } from '../../../src/mdx/components.ts';
import { labelOf } from '../field-words.ts';
import { say } from '../words.ts';

interface InsertMenuProps {
  onComponent: (name: ComponentName) => void;
  onTable: () => void;
  onLine: () => void;
  onClose: () => void;
}

/** Everything that can be put into a text, with a sentence about each: the components that stand by themselves, a table, a line. */
export function InsertMenu({ onComponent, onTable, onLine, onClose }: InsertMenuProps) {
  const entries = [
    ...componentNames
      .filter((name) => component(name).within === undefined)
      .map((name) => ({
        key: name as string,
        label: labelOf(component(name).label),
        hint: labelOf(component(name).hint),
        act: () => onComponent(name),
      })),
    { key: 'table', label: say('editor.text.table'), hint: say('editor.text.table.hint'), act: onTable },
    { key: 'line', label: say('editor.text.line'), hint: say('editor.text.line.hint'), act: onLine },
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <ul className="rt-insert" aria-label={say('editor.text.insert')} onKeyDown={onKeyDown}>
      {entries.map(({ key, ...entry }, index) => (
        <Entry key={key} {...entry} isFirst={index === 0} />
      ))}
    </ul>
  );
}

function Entry({ label, hint, act, isFirst }: { label: string; hint: string; act: () => void; isFirst: boolean }) {
  const id = useId();
  return (
    <li>
      <button type="button" aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`} autoFocus={isFirst} onClick={act}>
        <b id={`${id}-label`}>{label}</b>
        <span id={`${id}-hint`}>{hint}</span>
      </button>
    </li>
  );
}
