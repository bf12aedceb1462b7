import { stringKeys, type StringKey } from '../../src/content-model/string-keys.ts';
import type { Choice } from './decap-config.ts';
import type { FormContext } from './form-context.ts';

/** Where the words for choices stand: most of them readers see as well. */
const families = [
  'voice.',
  'reason.',
  'people.household.',
  'people.field.',
  'near.',
  'kind.',
  'theme.',
  'model.',
  'editor.fields.level.',
  'editor.fields.scope.',
  'editor.fields.state.',
  'editor.fields.icon.',
] as const;

const isKey = (key: string): key is StringKey => key in stringKeys;

/** The choices of a field, each in the words that the site has for it. */
export function choicesOf(values: readonly unknown[], { say }: Pick<FormContext, 'say'>): Choice[] {
  const family = families.find((prefix) => values.every((value) => isKey(`${prefix}${String(value)}`)));
  return values.map((value) => {
    const key = `${family ?? ''}${String(value)}`;
    return { value: String(value), label: family && isKey(key) ? say(key) : String(value) };
  });
}
