import { pageData } from '../page-data.ts';
import { say } from '../words.ts';
import { control, type ViewProps } from './control.tsx';
import { ChoiceInput, fieldNamed, filled, Labelled } from './inner-fields.tsx';
import { LanguageInput } from './language-input.tsx';
import { languageName } from './languages.ts';
import { OrderedItems } from './ordered-items.tsx';

interface Spoken {
  language?: string;
  level?: string;
}

/** The languages that somebody speaks, each with how well. */
export const SpokenControl = control<Spoken[]>(function SpokenLanguages({
  value = [],
  change,
  field,
  id,
  frame,
  focus,
  report,
}: ViewProps<Spoken[]>) {
  const take = (items: Spoken[]) => change(items.length > 0 ? items : undefined);
  const set = (at: number, part: Spoken) => take(value.map((item, index) => (index === at ? filled({ ...item, ...part }) : item)));
  const { lang } = pageData();
  return (
    <div id={id} className={`${frame} ds-group`} role="group" aria-label={field.label} tabIndex={-1}>
      <OrderedItems
        items={value}
        change={take}
        nameOf={({ language }, at) => (language ? languageName(language, lang) : say('editor.fields.spoken.one', { number: at + 1 }))}
      >
        {(item, at) => (
          <fieldset className="ds-pair">
            <legend className="ds-unseen">{say('editor.fields.spoken.one', { number: at + 1 })}</legend>
            <Labelled field={{ ...fieldNamed(field.fields, 'language'), hint: '' }}>
              {({ id: inner }) => (
                <LanguageInput
                  id={inner}
                  value={item.language}
                  without={value.flatMap(({ language }, other) => (other === at || !language ? [] : [language]))}
                  change={(language) => set(at, { language })}
                  report={report}
                  focus={focus}
                />
              )}
            </Labelled>
            <ChoiceInput field={{ ...fieldNamed(field.fields, 'level'), hint: '' }} value={item.level} change={(level) => set(at, { level })} />
          </fieldset>
        )}
      </OrderedItems>
      <button type="button" onClick={() => change([...value, {}])} {...focus}>
        {say('editor.fields.spoken.add')}
      </button>
    </div>
  );
});
