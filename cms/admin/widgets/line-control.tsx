import { useId } from 'react';
import { say } from '../words.ts';
import { control, type ViewProps } from './control.tsx';
import { fieldNamed, filled, Labelled, TextInput } from './inner-fields.tsx';
import { LineDrawing, type Stop } from './line-drawing.tsx';
import { OrderedItems } from './ordered-items.tsx';
import { WhenInput } from './when-input.tsx';

/** The way somebody came: places in order, each with when, and whether it was waiting or an address. */
export const LineControl = control<Stop[]>(function Line({ value = [], change, field, id, frame, focus, report }: ViewProps<Stop[]>) {
  const take = (items: Stop[]) => change(items.length > 0 ? items : undefined);
  const set = (at: number, part: Stop) => take(value.map((item, index) => (index === at ? filled({ ...item, ...part }) : item)));
  const isFull = field.max !== undefined && value.length >= field.max;
  const name = (at: number) => say('editor.fields.line.one', { number: at + 1 });
  return (
    <div id={id} className={`${frame} ds-group`} role="group" aria-label={field.label} tabIndex={-1}>
      <LineDrawing stops={value} />
      <OrderedItems items={value} change={take} nameOf={({ place }, at) => place ?? name(at)}>
        {(stop, at) => (
          <fieldset>
            <legend>{name(at)}</legend>
            <TextInput field={{ ...fieldNamed(field.fields, 'place'), hint: '' }} value={stop.place} change={(place) => set(at, { place })} />
            <Labelled field={{ ...fieldNamed(field.fields, 'when'), hint: '' }}>
              {({ id: inner }) => <WhenInput id={inner} value={stop.when} change={(when) => set(at, { when })} report={report} focus={focus} />}
            </Labelled>
            <Waiting stop={stop} change={(waiting) => set(at, { waiting })} />
            <TextInput field={{ ...fieldNamed(field.fields, 'note'), hint: '' }} value={stop.note} change={(note) => set(at, { note })} />
          </fieldset>
        )}
      </OrderedItems>
      {isFull ? (
        <p className="ds-hint">{say('editor.fields.most', { count: field.max! })}</p>
      ) : (
        <button type="button" onClick={() => change([...value, {}])} {...focus}>
          {say('editor.fields.line.add')}
        </button>
      )}
    </div>
  );
});

function Waiting({ stop, change }: { stop: Stop; change: (waiting: boolean | undefined) => void }) {
  const name = useId();
  const choice = (waiting: boolean, key: string) => (
    <label className="ds-tick">
      <input type="radio" name={name} checked={(stop.waiting ?? false) === waiting} onChange={() => change(waiting || undefined)} />
      {say(key)}
    </label>
  );
  return (
    <fieldset className="ds-row">
      <legend>{say('editor.fields.line.what')}</legend>
      {choice(false, 'editor.fields.line.address')}
      {choice(true, 'editor.fields.line.waiting')}
    </fieldset>
  );
}
