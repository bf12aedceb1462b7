import { useState } from 'react';
import { contrast } from '../../../src/content-model/colour.ts';
import { pageData } from '../page-data.ts';
import { say } from '../words.ts';
import { control, type ViewProps } from './control.tsx';

const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

/** A colour, chosen or written, and how it stands out from white. */
export const ColourControl = control<string>(function Colour({ value = '', change, field, id, frame, focus, report }: ViewProps<string>) {
  const [typed, type] = useState<string>();
  const take = (text: string) => {
    const isRight = isColour(text);
    type(isRight ? undefined : text);
    report(isRight || text === '' ? undefined : say('editor.fields.colour.written'));
    if (isRight || text === '') change(text || undefined);
  };
  const ratio = isColour(value) && new Intl.NumberFormat(pageData().lang, { maximumFractionDigits: 1 }).format(contrast(value, '#ffffff'));
  return (
    <div className={`${frame} ds-row`}>
      <input type="color" id={id} value={isColour(value) ? value : '#000000'} onChange={(event) => take(event.target.value)} {...focus} />
      <label>
        <span>{say('editor.fields.colour.written')}</span>
        <input
          dir="ltr"
          maxLength={7}
          spellCheck={false}
          value={typed ?? value}
          aria-invalid={typed !== undefined && typed !== ''}
          onChange={(event) => take(event.target.value.trim())}
          {...focus}
        />
      </label>
      {ratio && <p className="ds-hint">{say('editor.fields.colour.contrast', { ratio })}</p>}
      {value !== '' && !field.required && (
        <button type="button" onClick={() => take('')}>
          {say('editor.fields.clear')}
        </button>
      )}
    </div>
  );
});
