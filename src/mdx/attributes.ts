import { idPattern, languageTag } from '../content-model/field.ts';
import { nearest } from '../content-model/problems.ts';
import { checkAddress } from './addresses.ts';
import { isUnbalanced, unbalancedBidi } from './bidi.ts';
import { component, type Attribute, type ComponentName } from './components.ts';
import { unmask } from './mask.ts';
import { quoted, type Place, type Report } from './report.ts';

/** An attribute as the parser gives it. */
export interface WrittenAttribute {
  type: string;
  name?: string;
  value?: string | { value: string } | null | undefined;
}

const language = languageTag();
const file = /^[a-z0-9][a-z0-9/_-]*\.(?:jpe?g|png|webp|avif|svg)$/;

/** For each kind, what is wrong with a value: the rule and the fix; nothing if it is right. */
const kinds: Record<Attribute['kind'], (value: string, attribute: Attribute) => [rule: string, fix: string] | undefined> = {
  text: (value) => (value.length > 1000 ? ['It holds at most 1,000 characters.', 'Move the text between the tags, or shorten it.'] : undefined),
  id: (value) =>
    idPattern.test(value)
      ? undefined
      : ['An id is made of small letters, digits and single hyphens.', 'Copy it from the name of the file, without .mdx.'],
  url: (value) => {
    const address = checkAddress(value);
    return 'refused' in address ? [address.refused.rule, address.refused.fix] : undefined;
  },
  file: (value) =>
    file.test(value) && !value.includes('//')
      ? undefined
      : ['It names a picture of content/media/: small letters, ending in .jpg, .png, .webp, .avif or .svg.', 'Write for example places/harbour.jpg'],
  list: (value) =>
    value.split(',').every((id) => idPattern.test(id.trim()))
      ? undefined
      : ['It holds ids separated by commas, each of small letters, digits and single hyphens.', 'Write for example student, researcher'],
  lang: (value) => (language.safeParse(value).success ? undefined : ['It holds a language tag.', 'Write for example uk, ar, nl or pt-BR.']),
  number: (value) => (/^-?\d+(?:\.\d+)?$/.test(value) ? undefined : ['It holds a number.', 'Write digits, with a point before decimals: 24.7']),
  choice: (value, { choices = [] }) => {
    if (choices.includes(value)) return undefined;
    const meant = nearest(value, choices);
    return [`It is one of ${choices.join(', ')}.`, meant ? `Did you mean ${meant}?` : `Write one of ${choices.join(', ')}.`];
  },
};

/** The checked attributes of a component; what is wrong is reported and left out. */
export function checkAttributes(name: ComponentName, written: readonly WrittenAttribute[], { place, report }: { place: Place; report: Report }) {
  const { attributes } = component(name);
  const values: Record<string, string> = {};
  const seen = new Set<string>();
  for (const { type, name: key, value } of written) {
    if (type !== 'mdxJsxAttribute' || key === undefined) {
      const code = typeof value === 'string' ? value : '…';
      report.add(place, { found: `{${code}} in <${name}>`, rule: 'Entries cannot run code.', fix: 'Write each attribute as name="value".' });
      continue;
    }
    const attribute = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
    if (!attribute) {
      report.add(place, { found: `${key} in <${name}>`, rule: allowed(name), fix: known(key, Object.keys(attributes)) });
      continue;
    }
    if (seen.has(key)) {
      report.add(place, { found: `${key} twice in <${name}>`, rule: 'Each attribute stands once.', fix: 'Remove one of them.' });
      continue;
    }
    seen.add(key);
    if (typeof value !== 'string') {
      const found = value ? `${key}={${value.value}} in <${name}>` : `${key} without a value in <${name}>`;
      report.add(place, {
        found,
        rule: value ? 'Entries cannot run code.' : 'Each attribute has a value.',
        fix: `Write ${key}="…" with the text in quotes.`,
      });
      continue;
    }
    const text = unmask(value).replace(/\s+/g, ' ').trim();
    const wrong = text === '' && !attribute.required ? undefined : text === '' && key !== 'alt' ? empty(key) : kinds[attribute.kind](text, attribute);
    if (wrong) report.add(place, { found: `${key}=${quoted(text)} in <${name}>`, rule: wrong[0], fix: wrong[1] });
    else if (text !== '' || attribute.required) values[key] = text;
    if (isUnbalanced(text)) report.add(place, unbalancedBidi);
  }
  for (const [key, attribute] of Object.entries(attributes)) {
    if (attribute.required && !seen.has(key)) {
      report.add(place, { found: `<${name}> without ${key}`, rule: `${name} needs ${key}: ${attribute.hint}`, fix: `Write <${name} ${key}="…">.` });
    } else if (attribute.default !== undefined && values[key] === undefined) values[key] = attribute.default;
  }
  return values;
}

const empty = (key: string): [string, string] => ['It must not be empty.', `Write ${key}="…" with the text in quotes.`];

function allowed(name: ComponentName): string {
  const names = Object.keys(component(name).attributes);
  return names.length > 0 ? `${name} has only: ${names.join(', ')}.` : `${name} has no attributes.`;
}

function known(key: string, names: string[]): string {
  const meant = nearest(key, names);
  return meant ? `Did you mean ${meant}?` : 'Remove it.';
}
