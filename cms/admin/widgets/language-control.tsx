import { useId, useState } from 'react';
import { pageData } from '../page-data.ts';
import { say } from '../words.ts';
import { control, type ViewProps } from './control.tsx';
import { LanguageInput } from './language-input.tsx';
import { languageName } from './languages.ts';
import { OrderedItems } from './ordered-items.tsx';

/** A language, or several in an order of their own. */
export const LanguageControl = control<string | string[]>(function Language(props: ViewProps<string | string[]>) {
  const { value, change, field, id, frame, focus, report } = props;
  if (field.multiple) return <Languages {...props} value={Array.isArray(value) ? value : []} />;
  return <LanguageInput id={id} className={frame} value={Array.isArray(value) ? value[0] : value} change={change} report={report} focus={focus} />;
});

function Languages({ value, change, field, id, frame, focus }: Omit<ViewProps<string | string[]>, 'value'> & { value: string[] }) {
  const { lang } = pageData();
  const [chosen, choose] = useState<string>();
  const inner = useId();
  const name = (tag: string) => languageName(tag, lang);
  const isFull = field.max !== undefined && value.length >= field.max;
  const add = () => {
    if (!chosen || value.includes(chosen)) return;
    change([...value, chosen]);
    choose(undefined);
  };
  return (
    <div id={id} className={`${frame} ds-group`} role="group" aria-label={field.label} tabIndex={-1}>
      <OrderedItems items={value} change={(items) => change(items.length > 0 ? items : undefined)} nameOf={name}>
        {(tag) => name(tag)}
      </OrderedItems>
      {!isFull && (
        <div className="ds-add">
          <label className="ds-unseen" htmlFor={inner}>
            {field.label}
          </label>
          <LanguageInput id={inner} value={chosen} change={choose} without={value} focus={focus} />
          <button type="button" disabled={!chosen} onClick={add}>
            {say('editor.fields.add')}
          </button>
        </div>
      )}
    </div>
  );
}
