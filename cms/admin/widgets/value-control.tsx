import { useState } from 'react';
import { control, type ViewProps } from './control.tsx';

/** What is written as a number is one: `18`, `24.7`, `-3`. With a comma, a space or a word it is a text, and stays as it was typed. */
export function valueOf(written: string): number | string | undefined {
  const text = written.trim();
  if (text === '') return undefined;
  const isNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text);
  return isNumber && String(Number(text)) === text ? Number(text) : text;
}

/** A number or a short text. */
export const ValueControl = control<number | string>(function Value({ value, change, field, id, frame, focus }: ViewProps<number | string>) {
  // While one types, `24.` must not become 24.
  const [typed, type] = useState<string>();
  const take = (text: string) => {
    type(text);
    change(valueOf(text));
  };
  return (
    <input
      id={id}
      className={frame}
      dir="auto"
      maxLength={field.max}
      value={typed !== undefined && valueOf(typed) === value ? typed : String(value ?? '')}
      onChange={(event) => take(event.target.value)}
      {...focus}
    />
  );
});
