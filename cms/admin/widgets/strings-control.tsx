import { useId, useState } from 'react';
import { say } from '../words.ts';
import { control, type ViewProps } from './control.tsx';

type Text = string | Record<string, string>;
type Texts = Record<string, Text>;
/** More than anybody looks through at once. */
const most = 60;

const isMissing = (text: Text | undefined): boolean => text === undefined || text === '' || (typeof text === 'object' && !text['other']);
const wordsIn = (text: Text | undefined): string => (typeof text === 'object' ? Object.values(text).join(' ') : (text ?? ''));

/** The interface texts of a language: found by their words, their name or where they appear, and changed where they stand. */
export const StringsControl = control<Texts>(function StringsInput({ value = {}, change, field, id, frame }: ViewProps<Texts>) {
  const [words, search] = useState('');
  const [onlyMissing, choose] = useState(false);
  const wanted = words.trim().toLowerCase();
  const fits = ([key, where]: readonly [string, string]) =>
    (!onlyMissing || isMissing(value[key])) && (!wanted || `${key} ${where} ${wordsIn(value[key])}`.toLowerCase().includes(wanted));
  const found = (field.keys ?? []).filter(fits);
  const set = (key: string, text: Text) => change({ ...value, [key]: text });
  return (
    <div id={id} className={`${frame} ds-group`} role="group" aria-label={field.label} tabIndex={-1}>
      <div className="ds-row">
        <label>
          <span>{say('editor.fields.search')}</span>
          <input type="search" value={words} onChange={(event) => search(event.target.value)} />
        </label>
        <label className="ds-tick">
          <input type="checkbox" checked={onlyMissing} onChange={(event) => choose(event.target.checked)} />
          {say('editor.fields.strings.missing')}
        </label>
      </div>
      {found.length === 0 && <p role="status">{say('editor.fields.strings.none')}</p>}
      {found.slice(0, most).map(([key, where]) => (
        <Row key={key} name={key} where={where} text={value[key]} change={set} />
      ))}
    </div>
  );
});

interface RowProps {
  name: string;
  where: string;
  text: Text | undefined;
  change: (key: string, text: Text) => void;
}

function Row({ name, where, text = '', change }: RowProps) {
  const id = useId();
  if (typeof text === 'string') return <Words id={id} label={where} hint={name} text={text} change={(next) => change(name, next)} />;
  return (
    <fieldset>
      <legend>
        {where} <code className="ds-hint">{name}</code>
      </legend>
      {Object.entries(text).map(([form, words]) => (
        <Words
          key={form}
          id={`${id}-${form}`}
          label={say(`editor.fields.plural.${form}`)}
          text={words}
          change={(next) => change(name, { ...text, [form]: next })}
        />
      ))}
    </fieldset>
  );
}

function Words({ id, label, hint, text, change }: { id: string; label: string; hint?: string; text: string; change: (text: string) => void }) {
  return (
    <div className="ds-field">
      <label htmlFor={id}>
        {label} {hint && <code className="ds-hint">{hint}</code>}
      </label>
      <textarea id={id} rows={text.length > 90 ? 3 : 1} value={text} onChange={(event) => change(event.target.value)} />
    </div>
  );
}
