import type { DecapField } from '../../config/decap-config.ts';
import { Labelled } from './inner-fields.tsx';

interface YearInputProps {
  field: DecapField;
  value: number | undefined;
  change: (value: number | undefined) => void;
}

/** A whole number within what the model allows. */
export function YearInput({ field, value, change }: YearInputProps) {
  return (
    <Labelled field={field}>
      {({ id, describedBy }) => (
        <input
          id={id}
          className="ds-year"
          type="number"
          min={field.min}
          max={field.max}
          step={1}
          value={value ?? ''}
          aria-describedby={describedBy}
          onChange={(event) => change(Number.isInteger(event.target.valueAsNumber) ? event.target.valueAsNumber : undefined)}
        />
      )}
    </Labelled>
  );
}
