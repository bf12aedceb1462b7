import { useId, type ReactNode } from 'react';
import type { DecapField } from '../../config/decap-config.ts';
import { say } from '../words.ts';

interface LabelledProps {
  field: DecapField;
  children: (ids: { id: string; describedBy: string | undefined }) => ReactNode;
}

/** An input within one of our widgets, with the label and hint that the model gives it. */
export function Labelled({ field, children }: LabelledProps) {
  const id = useId();
  const hint = field.hint ? `${id}-hint` : undefined;
  return (
    <div className="ds-field">
      <label htmlFor={id}>{field.label}</label>
      {children({ id, describedBy: hint })}
      {hint && (
        <p className="ds-hint" id={hint}>
          {field.hint}
        </p>
      )}
    </div>
  );
}

interface TextInputProps {
  field: DecapField;
  value: string | undefined;
  change: (value: string | undefined) => void;
  disabled?: boolean;
}

/** A text: one line, or several where the model allows it. Longer than it may be it cannot become. */
export function TextInput({ field, value = '', change, disabled }: TextInputProps) {
  const most = Number(/\{0,(\d+)\}\$$/.exec(field.pattern?.[0] ?? '')?.[1] ?? 0) || undefined;
  const take = (text: string) => change(text === '' ? undefined : text);
  return (
    <Labelled field={field}>
      {({ id, describedBy }) =>
        field.widget === 'text' ? (
          <textarea
            id={id}
            aria-describedby={describedBy}
            rows={3}
            value={value}
            maxLength={most}
            disabled={disabled}
            onChange={(event) => take(event.target.value)}
          />
        ) : (
          <input
            id={id}
            aria-describedby={describedBy}
            value={value}
            maxLength={most}
            disabled={disabled}
            onChange={(event) => take(event.target.value)}
          />
        )
      }
    </Labelled>
  );
}

/** A choice of a few. */
export function ChoiceInput({ field, value = '', change }: TextInputProps) {
  return (
    <Labelled field={field}>
      {({ id, describedBy }) => (
        <select id={id} aria-describedby={describedBy} value={value} onChange={(event) => change(event.target.value || undefined)}>
          <option value="">{say('editor.fields.choose')}</option>
          {(field.options ?? []).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** The field of a group by name: the configuration has all that the model has. */
export function fieldNamed(fields: readonly DecapField[] | undefined, name: string): DecapField {
  return fields?.find((field) => field.name === name) ?? { name, label: name, widget: 'string' };
}

/** A group without what is not filled in. */
export function filled<T extends object>(group: T): T {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined)) as T;
}
