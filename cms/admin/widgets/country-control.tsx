import { pageData } from '../page-data.ts';
import { say } from '../words.ts';
import { control, type ViewProps } from './control.tsx';
import { countriesIn } from './countries.ts';

/** A country, by its name in the working language. */
export const CountryControl = control<string>(function Country({ value = '', change, id, frame, focus }: ViewProps<string>) {
  const countries = countriesIn(pageData().lang);
  const isListed = value === '' || countries.some(({ code }) => code === value);
  return (
    <select id={id} className={frame} value={value} onChange={(event) => change(event.target.value || undefined)} {...focus}>
      <option value="">{say('editor.fields.choose')}</option>
      {!isListed && <option value={value}>{value}</option>}
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
});
