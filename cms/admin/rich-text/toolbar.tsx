import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { pageData } from '../page-data.ts';
import { say } from '../words.ts';

/** A button of the toolbar. What cannot be done now is dimmed but stays where it is, so that the focus does. */
export interface Tool {
  name: string;
  /** What is shown; the name where there is nothing shorter. */
  sign?: ReactNode;
  on?: boolean | undefined;
  expanded?: boolean;
  able?: boolean;
  act: () => void;
}

/** A row of buttons that is one stop of the Tab key; the arrow keys go through it. */
export function Toolbar({ label, groups }: { label: string; groups: readonly (readonly Tool[])[] }) {
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const count = groups.flat().length;
  const stop = Math.min(current, count - 1);
  const go = (to: number) => {
    setCurrent(to);
    bar.current!.querySelectorAll<HTMLElement>('button')[to]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [on, back] = pageData().dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const to = event.key === on ? stop + 1 : event.key === back ? stop - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : undefined;
    if (to === undefined) return;
    event.preventDefault();
    go((to + count) % count);
  };
  let index = 0;
  return (
    <div ref={bar} className="rt-toolbar" role="toolbar" aria-label={label} onKeyDown={onKeyDown}>
      {groups.map((group, at) => (
        <span key={at} className="rt-group">
          {group.map((tool) => {
            const here = index++;
            return <ToolButton key={tool.name} tool={tool} isStop={here === stop} onFocus={() => setCurrent(here)} />;
          })}
        </span>
      ))}
    </div>
  );
}

function ToolButton({ tool, isStop, onFocus }: { tool: Tool; isStop: boolean; onFocus: () => void }) {
  const { name, sign, on, expanded, able = true, act } = tool;
  return (
    <button
      type="button"
      className="rt-tool"
      aria-label={sign === undefined ? undefined : name}
      title={sign === undefined ? undefined : name}
      aria-pressed={on}
      aria-expanded={expanded}
      aria-disabled={!able}
      tabIndex={isStop ? 0 : -1}
      // The selection in the text stays, also where one touches.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => able && act()}
      onFocus={onFocus}
    >
      {sign ?? name}
    </button>
  );
}

/** What somebody is told, also by a screen reader, until they do the next thing. */
export function Notice({ text, onClose }: { text: string; onClose: () => void }) {
  const shown = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (text) shown.current?.scrollIntoView({ block: 'nearest' });
  }, [text]);
  return (
    <div role="status" className="rt-notice" hidden={text === ''}>
      <p ref={shown}>{text}</p>
      {text !== '' && (
        <button type="button" className="rt-small" onClick={onClose}>
          {say('editor.text.close')}
        </button>
      )}
    </div>
  );
}
