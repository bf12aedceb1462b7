import { useId, useState } from 'react';
import type { DecapField } from '../../config/decap-config.ts';
import type { ReferenceChoice } from '../../server/protocol/references.ts';
import { say } from '../words.ts';
import { control, type ViewProps } from './control.tsx';
import { OrderedItems } from './ordered-items.tsx';
import { useReferences } from './use-references.ts';

type Ids = string | string[];
/** From so many choices on there is a field to search in; more than so many are never offered at once. */
const many = 30;
const offered = 200;

/** Names one thing or several in an order: entries, topics, organisations … by their titles. */
export const ReferenceControl = control<Ids>(function ReferenceInput({ value, change, field, id, frame, focus }: ViewProps<Ids>) {
  const { choices, failed, again } = useReferences(field.reference ?? 'guides');
  const only = field.only;
  const allowed = choices?.filter((choice) => !only || only.includes(choice.id));
  const ids = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const Input = field.multiple ? Several : One;
  return (
    <div id={field.multiple ? id : undefined} className={`${frame} ds-group`} role="group" aria-label={field.label} tabIndex={-1}>
      {failed && (
        <p role="status">
          {say('editor.fields.unreachable')}{' '}
          <button type="button" onClick={again}>
            {say('editor.fields.again')}
          </button>
        </p>
      )}
      <Input id={id} ids={ids} field={field} choices={allowed} known={choices} change={change} focus={focus} />
    </div>
  );
});

interface InputProps extends Pick<ViewProps<Ids>, 'change' | 'field' | 'focus' | 'id'> {
  ids: readonly string[];
  /** What may be chosen. */
  choices: readonly ReferenceChoice[] | undefined;
  /** What there is. */
  known: readonly ReferenceChoice[] | undefined;
}

function One({ id, ids: [chosen], field, choices, known, change, focus }: InputProps) {
  return <Offer id={id} field={field} choices={choices} known={known} chosen={chosen} choose={change} focus={focus} />;
}

function Several({ ids, field, choices, known, change, focus }: InputProps) {
  const inner = useId();
  const [chosen, choose] = useState<string>();
  const take = (next: readonly string[]) => change(next.length > 0 ? [...next] : undefined);
  const left = choices?.filter((choice) => !ids.includes(choice.id));
  const isFull = field.max !== undefined && ids.length >= field.max;
  return (
    <>
      <OrderedItems items={ids} change={take} nameOf={(one) => titleOf(one, known)}>
        {(one) => <Title id={one} known={known} />}
      </OrderedItems>
      {isFull ? (
        <p className="ds-hint">{say('editor.fields.most', { count: field.max! })}</p>
      ) : (
        <div className="ds-add">
          <Offer id={inner} field={field} choices={left} known={known} chosen={chosen} choose={choose} focus={focus} labelled />
          <button
            type="button"
            disabled={!chosen}
            onClick={() => {
              if (chosen && !ids.includes(chosen)) take([...ids, chosen]);
              choose(undefined);
            }}
          >
            {say('editor.fields.add')}
          </button>
        </div>
      )}
    </>
  );
}

const titleOf = (id: string, known: readonly ReferenceChoice[] | undefined): string => known?.find((choice) => choice.id === id)?.title ?? id;

function Title({ id, known }: { id: string; known: readonly ReferenceChoice[] | undefined }) {
  const choice = known?.find((one) => one.id === id);
  return (
    <>
      <bdi lang={choice?.lang}>{choice?.title ?? id}</bdi>
      {choice?.state && <em> {say('editor.fields.draft')}</em>}
      {known && !choice && <em className="ds-problem"> {say('editor.fields.missing')}</em>}
    </>
  );
}

interface OfferProps {
  id: string;
  field: DecapField;
  choices: readonly ReferenceChoice[] | undefined;
  known: readonly ReferenceChoice[] | undefined;
  chosen: string | undefined;
  choose: (id: string | undefined) => void;
  focus: ViewProps<Ids>['focus'];
  labelled?: boolean;
}

function Offer({ id, field, choices = [], known, chosen = '', choose, focus, labelled }: OfferProps) {
  const [words, search] = useState('');
  const wanted = words.trim().toLowerCase();
  const fits = ({ id: one, title }: ReferenceChoice) => one === chosen || `${title} ${one}`.toLowerCase().includes(wanted);
  const shown = (wanted ? choices.filter(fits) : choices).slice(0, offered);
  const current =
    chosen && !shown.some((one) => one.id === chosen)
      ? (known?.find((one) => one.id === chosen) ?? { id: chosen, title: chosen, gone: known !== undefined })
      : undefined;
  return (
    <>
      {choices.length > many && (
        <label className="ds-field">
          {say('editor.fields.search')}
          <input type="search" value={words} onChange={(event) => search(event.target.value)} {...focus} />
        </label>
      )}
      {labelled && (
        <label className="ds-unseen" htmlFor={id}>
          {field.label}
        </label>
      )}
      <select id={id} value={chosen} onChange={(event) => choose(event.target.value || undefined)} {...focus}>
        <option value="">{known ? say('editor.fields.choose') : say('editor.fields.loading')}</option>
        {current && (
          <option value={current.id}>
            {current.title}
            {'gone' in current && current.gone ? ` (${say('editor.fields.missing')})` : ''}
          </option>
        )}
        {shown.map((choice) => (
          <option key={choice.id} value={choice.id} lang={choice.lang}>
            {choice.title}
            {choice.state ? ` (${say('editor.fields.draft')})` : ''}
          </option>
        ))}
      </select>
    </>
  );
}
