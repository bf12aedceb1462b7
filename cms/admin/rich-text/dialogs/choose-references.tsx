import { useId, useState } from 'react';
import type { Reference } from '../../../../src/content-model/field.ts';
import { useReferences } from '../../widgets/use-references.ts';
import { say } from '../../words.ts';

interface Choice {
  id: string;
  title: string;
}

/** More than this is searched. */
const fewEnough = 12;

interface ChooseProps {
  label: string;
  hint: string;
  kind: Reference;
  value: string;
  required: boolean;
  /** One, or several in a row with commas between them. */
  several: boolean;
  onChange: (value: string) => void;
}

const idsOf = (value: string): string[] =>
  value
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);

/** Chooses what a component names by its title. Where the list cannot be had, ids are typed. */
export function ChooseReferences({ label, hint, kind, value, required, several, onChange }: ChooseProps) {
  const { choices, failed } = useReferences(kind);
  const [search, setSearch] = useState('');
  const id = useId();
  if (failed)
    return (
      <div className="rt-field">
        <label htmlFor={id}>{label}</label>
        <p className="rt-hint" id={`${id}-hint`}>
          {say('editor.text.choose.failed')} {hint}
        </p>
        <input
          id={id}
          aria-describedby={`${id}-hint`}
          dir="ltr"
          value={value}
          required={required}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    );
  if (!choices) return <p role="status">{say('editor.text.choose.loading')}</p>;
  const chosen = idsOf(value);
  const shown = matching(withMissing(choices, chosen), search, chosen);
  const toggle = (one: string, on: boolean) => onChange(several ? (on ? [...chosen, one] : chosen.filter((other) => other !== one)).join(', ') : one);
  return (
    <fieldset className="rt-field rt-choose">
      <legend>{label}</legend>
      {choices.length > fewEnough && (
        <label className="rt-search">
          {say('editor.text.choose.search')}
          <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </label>
      )}
      <div className="rt-choices">
        {!required && !several && (
          <Option name={id} title={say('editor.text.choose.none')} type="radio" on={value === ''} onToggle={() => onChange('')} />
        )}
        {shown.map(({ id: one, title }) => (
          <Option
            key={one}
            name={id}
            title={title}
            type={several ? 'checkbox' : 'radio'}
            on={chosen.includes(one)}
            required={required && chosen.length === 0}
            onToggle={(on) => toggle(one, on)}
          />
        ))}
        {shown.length === 0 && <p className="rt-hint">{say('editor.text.choose.nothing')}</p>}
      </div>
    </fieldset>
  );
}

interface OptionProps {
  name: string;
  title: string;
  type: 'radio' | 'checkbox';
  on: boolean;
  required?: boolean;
  onToggle: (on: boolean) => void;
}
const Option = ({ name, title, type, on, required = false, onToggle }: OptionProps) => (
  <label className="rt-option">
    <input type={type} name={name} checked={on} required={required} onChange={(event) => onToggle(event.target.checked)} />
    <span dir="auto">{title}</span>
  </label>
);

/** What is chosen is offered too where nothing has its id (any more): nobody loses it by opening the form. */
const withMissing = (choices: readonly Choice[], chosen: readonly string[]): Choice[] => [
  ...chosen.filter((id) => !choices.some((choice) => choice.id === id)).map((id) => ({ id, title: say('editor.text.choose.unknown', { id }) })),
  ...choices,
];

/** What is chosen first, then what contains what was typed; not more than a list can show. */
function matching(choices: readonly Choice[], search: string, chosen: readonly string[]): Choice[] {
  const wanted = search.trim().toLocaleLowerCase();
  const found = choices.filter(({ id, title }) => title.toLocaleLowerCase().includes(wanted) || id.includes(wanted));
  const isChosen = ({ id }: Choice): boolean => chosen.includes(id);
  return [...found.filter(isChosen), ...found.filter((choice) => !isChosen(choice))].slice(0, 100);
}
