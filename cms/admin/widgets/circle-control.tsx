import type { DecapField } from '../../config/decap-config.ts';
import { say } from '../words.ts';
import { CircleDrawing, type Contact } from './circle-drawing.tsx';
import { control, type ViewProps } from './control.tsx';
import { ChoiceInput, fieldNamed, filled, TextInput } from './inner-fields.tsx';
import { OrderedItems } from './ordered-items.tsx';
import { YearInput } from './year-input.tsx';

interface Circles {
  first?: number;
  now?: number;
  then?: Contact[];
  today?: Contact[];
}

/** Who somebody’s people were in the first winter, and who they are now. */
export const CircleControl = control<Circles>(function Circle({ value = {}, change, field, id, frame }: ViewProps<Circles>) {
  const set = (part: Circles) => {
    const next = filled({ ...value, ...part });
    change(Object.keys(next).length > 0 ? next : undefined);
  };
  const list = (name: 'then' | 'today') => (items: Contact[]) => set({ [name]: items.length > 0 ? items : undefined });
  const then = fieldNamed(field.fields, 'then');
  const today = fieldNamed(field.fields, 'today');
  return (
    <div id={id} className={`${frame} ds-group`} role="group" aria-label={field.label} tabIndex={-1}>
      <YearInput field={fieldNamed(field.fields, 'first')} value={value.first} change={(first) => set({ first })} />
      <People field={then} people={value.then ?? []} change={list('then')} />
      <YearInput field={fieldNamed(field.fields, 'now')} value={value.now} change={(now) => set({ now })} />
      <People field={today} people={value.today ?? []} change={list('today')} />
    </div>
  );
});

function People({ field, people, change }: { field: DecapField; people: readonly Contact[]; change: (people: Contact[]) => void }) {
  const set = (at: number, part: Contact) => change(people.map((one, index) => (index === at ? filled({ ...one, ...part }) : one)));
  const name = (at: number) => say('editor.fields.circle.one', { number: at + 1 });
  const inner = (part: string) => ({ ...fieldNamed(field.fields, part), hint: '' });
  const isFull = field.max !== undefined && people.length >= field.max;
  return (
    <fieldset>
      <legend>{field.label}</legend>
      {field.hint && <p className="ds-hint">{field.hint}</p>}
      <CircleDrawing people={people} />
      <OrderedItems items={people} change={change} nameOf={({ who }, at) => who ?? name(at)}>
        {(contact, at) => (
          <fieldset className="ds-pair">
            <legend>{name(at)}</legend>
            <TextInput field={inner('who')} value={contact.who} change={(who) => set(at, { who })} />
            <ChoiceInput field={inner('near')} value={contact.near} change={(near) => set(at, { near })} />
            <ChoiceInput field={inner('kind')} value={contact.kind} change={(kind) => set(at, { kind })} />
          </fieldset>
        )}
      </OrderedItems>
      {isFull ? (
        <p className="ds-hint">{say('editor.fields.most', { count: field.max! })}</p>
      ) : (
        <button type="button" onClick={() => change([...people, {}])}>
          {say('editor.fields.circle.add')}
        </button>
      )}
    </fieldset>
  );
}
