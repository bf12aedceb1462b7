import { useState } from 'react';
import { pageData } from '../page-data.ts';
import { say } from '../words.ts';
import { isLanguageTag, languageName, languagesIn } from './languages.ts';

interface LanguageInputProps {
  id: string;
  value: string | undefined;
  change: (tag: string | undefined) => void;
  className?: string;
  describedBy?: string | undefined;
  /** Languages that are not offered, since they are there already. */
  without?: readonly string[];
  report?: (problem: string | undefined) => void;
  focus?: { onFocus: () => void; onBlur: () => void };
}

/** One language: of the site, another that is widely spoken, or any by its tag. */
export function LanguageInput({ id, value, change, className, describedBy, without = [], report, focus }: LanguageInputProps) {
  const { lang, languages } = pageData();
  const [tag, type] = useState<string>();
  const others = languagesIn(lang, [...languages.map((one) => one.id), ...without]);
  const isListed = !value || languages.some((one) => one.id === value) || others.some((one) => one.tag === value);
  const take = (next: string) => {
    report?.(undefined);
    if (next === '?') return type('');
    type(undefined);
    change(next || undefined);
  };
  const typed = (next: string) => {
    type(next);
    const isRight = isLanguageTag(next);
    report?.(next === '' || isRight ? undefined : say('editor.fields.language.wrong'));
    if (isRight) change(next);
  };
  const isWrong = tag !== undefined && tag !== '' && !isLanguageTag(tag);
  return (
    <>
      <select
        id={id}
        className={className}
        aria-describedby={describedBy}
        value={tag === undefined ? (value ?? '') : '?'}
        onChange={(event) => take(event.target.value)}
        {...focus}
      >
        <option value="">{say('editor.fields.choose')}</option>
        {!isListed && <option value={value}>{languageName(value, lang)}</option>}
        <optgroup label={say('editor.fields.language.site')}>
          {languages
            .filter((one) => !without.includes(one.id))
            .map((one) => (
              <option key={one.id} value={one.id} lang={one.id}>
                {one.name}
              </option>
            ))}
        </optgroup>
        <optgroup label={say('editor.fields.language.others')}>
          {others.map((one) => (
            <option key={one.tag} value={one.tag}>
              {one.name}
            </option>
          ))}
        </optgroup>
        <option value="?">{say('editor.fields.language.tag')}</option>
      </select>
      {tag !== undefined && (
        <label className="ds-field">
          {say('editor.fields.language.tag')}
          <input
            value={tag}
            dir="ltr"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={isWrong}
            onChange={(event) => typed(event.target.value.trim())}
            {...focus}
          />
        </label>
      )}
      {isWrong && (
        <p className="ds-problem" role="alert">
          {say('editor.fields.language.wrong')}
        </p>
      )}
    </>
  );
}
