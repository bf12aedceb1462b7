import { useId } from 'react';
import type { Attribute } from '../../../../src/mdx/components.ts';
import { labelOf } from '../../field-words.ts';
import { choosePicture } from '../../widgets/choose-picture.tsx';
import { LanguageInput } from '../../widgets/language-input.tsx';
import { say } from '../../words.ts';
import { choiceWord } from '../choice-word.ts';
import { ChooseReferences } from './choose-references.tsx';

interface FieldProps {
  name: string;
  attribute: Attribute;
  value: string;
  onChange: (value: string) => void;
}

/** A field for an attribute of a component: ids are chosen by title, languages by name, pictures by looking at them. */
export function AttributeField({ name, attribute, value, onChange }: FieldProps) {
  const { kind, refersTo, label, hint } = attribute;
  const id = useId();
  // An empty alt says that a picture adds nothing to the text.
  const required = attribute.required && name !== 'alt';
  if (refersTo && refersTo !== 'media')
    return (
      <ChooseReferences
        label={labelOf(label)}
        hint={labelOf(hint)}
        kind={refersTo}
        value={value}
        required={required}
        several={kind === 'list'}
        onChange={onChange}
      />
    );
  const common = { id, value, required, 'aria-describedby': `${id}-hint` };
  return (
    <div className="rt-field">
      <label htmlFor={id}>{labelOf(label)}</label>
      <p className="rt-hint" id={`${id}-hint`}>
        {labelOf(hint)}
      </p>
      {kind === 'choice' ? (
        <select {...common} onChange={(event) => onChange(event.target.value)}>
          {(!required || value === '') && <option value="">{say('editor.text.choose.none')}</option>}
          {attribute.choices?.map((option) => (
            <option key={option} value={option}>
              {choiceWord(option)}
            </option>
          ))}
        </select>
      ) : kind === 'lang' ? (
        <LanguageInput id={id} value={value || undefined} describedBy={`${id}-hint`} change={(tag) => onChange(tag ?? '')} />
      ) : kind === 'file' ? (
        <Picture common={common} onChange={onChange} />
      ) : kind === 'text' ? (
        <textarea {...common} rows={2} dir="auto" maxLength={1000} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...common} dir="ltr" onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}

function Picture({ common, onChange }: { common: { id: string; value: string; required: boolean }; onChange: (value: string) => void }) {
  const choose = async (): Promise<void> => {
    const chosen = await choosePicture();
    if (chosen) onChange(chosen.file);
  };
  return (
    <div className="rt-picture">
      <input {...common} dir="ltr" onChange={(event) => onChange(event.target.value)} />
      <button type="button" onClick={() => void choose()}>
        {say('editor.text.picture')}
      </button>
    </div>
  );
}
