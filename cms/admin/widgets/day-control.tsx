import { say } from '../words.ts';
import { control, type ViewProps } from './control.tsx';

/** The day it is where the writer sits, 2026-11-22. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** A day, as the browser asks for days; where the model knows a word that may stand instead, a tick for it. */
export const DayControl = control<string>(function Day({ value = '', change, field, id, frame, focus }: ViewProps<string>) {
  const { instead } = field;
  const isWord = instead !== undefined && value === instead.value;
  return (
    <div className={`${frame} ds-row`}>
      <input
        type="date"
        id={id}
        value={isWord ? '' : value}
        min="1900-01-01"
        max="9999-12-31"
        disabled={isWord}
        onChange={(event) => change(event.target.value || undefined)}
        {...focus}
      />
      {!isWord && (
        <button type="button" onClick={() => change(today())}>
          {say('editor.fields.today')}
        </button>
      )}
      {!isWord && value !== '' && !field.required && (
        <button type="button" onClick={() => change(undefined)}>
          {say('editor.fields.clear')}
        </button>
      )}
      {instead && (
        <label className="ds-tick">
          <input type="checkbox" checked={isWord} onChange={(event) => change(event.target.checked ? instead.value : undefined)} {...focus} />
          {instead.label}
        </label>
      )}
    </div>
  );
});
