import { useId } from 'react';
import { directionOf } from '../../../src/content-model/locales.ts';
import { control, type ViewProps } from './control.tsx';

type Texts = Record<string, string>;
/** From so many characters on a text gets several lines to be read in; it is one line all the same. */
const long = 100;

/** A text in each language of the site. */
export const LocalisedControl = control<Texts>(function Localised({ value = {}, change, field, id, frame, focus }: ViewProps<Texts>) {
  const inner = useId();
  const languages = field.languages ?? [];
  // Of a language that the site no longer has the text stays and can be seen.
  const others = Object.keys(value).filter((tag) => !languages.some((one) => one.id === tag));
  const take = (tag: string, text: string) => {
    const next = { ...value, [tag]: text.replace(/[\r\n]+/g, ' ') };
    if (text === '') delete next[tag];
    change(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <div id={id} className={`${frame} ds-group`} role="group" aria-label={field.label} tabIndex={-1}>
      {[...languages, ...others.map((tag) => ({ id: tag, name: tag }))].map(({ id: tag, name }) => {
        const shared = {
          id: `${inner}-${tag}`,
          lang: tag,
          dir: directionOf(tag),
          value: value[tag] ?? '',
          maxLength: field.max,
          onChange: (event: { target: { value: string } }) => take(tag, event.target.value),
          ...focus,
        };
        return (
          <div className="ds-field" key={tag}>
            <label htmlFor={shared.id} lang={tag}>
              {name}
            </label>
            {(field.max ?? 0) > long ? <textarea rows={2} {...shared} /> : <input {...shared} />}
          </div>
        );
      })}
    </div>
  );
});
