import { useId, useState } from 'react';
import { pageData } from '../page-data.ts';
import { say } from '../words.ts';

interface WhenInputProps {
  id: string;
  value: string | undefined;
  change: (value: string | undefined) => void;
  describedBy?: string | undefined;
  report?: (problem: string | undefined) => void;
  focus?: { onFocus: () => void; onBlur: () => void };
}

const numbers = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
let names: { lang: string; months: readonly string[] } | undefined;

function monthsIn(lang: string): readonly string[] {
  if (names?.lang === lang) return names.months;
  const format = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC', numberingSystem: 'latn' });
  const months = numbers.map((_, at) => format.format(new Date(Date.UTC(2026, at, 15))));
  names = { lang, months };
  return months;
}

/** A year, and a month where it is known: 2022 or 2022-10. */
export function WhenInput({ id, value = '', change, describedBy, report, focus }: WhenInputProps) {
  const [year = '', month = ''] = value.split('-');
  const [typed, type] = useState<string>();
  const months = monthsIn(pageData().lang);
  const problem = useId();
  const isWrong = typed !== undefined && typed !== '' && !/^\d{4}$/.test(typed);
  const take = (next: string) => {
    const isYear = /^\d{4}$/.test(next);
    type(isYear ? undefined : next);
    report?.(isYear || next === '' ? undefined : say('editor.fields.when.wrong'));
    if (isYear) change(month ? `${next}-${month}` : next);
    if (next === '') change(undefined);
  };
  return (
    <div className="ds-row">
      <div>
        <label htmlFor={id}>{say('editor.fields.when.year')}</label>
        <input
          id={id}
          className="ds-year"
          inputMode="numeric"
          dir="ltr"
          maxLength={4}
          value={typed ?? year}
          aria-invalid={isWrong}
          aria-describedby={[describedBy, isWrong ? problem : undefined].filter(Boolean).join(' ') || undefined}
          onChange={(event) => take(event.target.value.trim())}
          {...focus}
        />
      </div>
      <div>
        <label htmlFor={`${id}-month`}>{say('editor.fields.when.month')}</label>
        <select
          id={`${id}-month`}
          value={month}
          disabled={year === '' || typed !== undefined}
          onChange={(event) => change(event.target.value ? `${year}-${event.target.value}` : year)}
          {...focus}
        >
          <option value="">{say('editor.fields.when.none')}</option>
          {numbers.map((number, at) => (
            <option key={number} value={number}>
              {months[at]}
            </option>
          ))}
        </select>
      </div>
      {isWrong && (
        <p className="ds-problem" id={problem} role="alert">
          {say('editor.fields.when.wrong')}
        </p>
      )}
    </div>
  );
}
