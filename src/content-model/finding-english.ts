import type { Sentence, Sentences } from './sentence.ts';
import { worded } from './sentence.ts';
import type { FindingKey } from './string-keys/findings.ts';

/** One and many of what is counted. */
type Counted = readonly [one: string, other: string];

/**
 * What the command line says of a field, always in English, and what an editor without another language reads. The interface texts of the same keys are
 * the same sentences in every language of the site.
 */
export const findingEnglish = {
  'finding.name': '"{name}"',
  'finding.this': 'This',
  'finding.file': 'The file',
  'finding.missing': '{name} is missing.',
  'finding.empty': '{name} is empty.',
  'finding.is': '{name} is {value}.',
  'finding.notLanguage': '`{value}` is not a language tag.',
  'finding.noField': 'There is no field called `{field}`.',
  'finding.noType': 'There is no type called `{type}`.',
  'finding.typeMissing': 'This item does not say what it is: `type` is missing.',
  'finding.rule.filled': '{name} must be filled in.',
  'finding.rule.fields': 'Only fields of the model are allowed.',
  'finding.rule.languages': 'Texts stand under language tags, such as en, ar or pt-BR.',
  'finding.rule.types': 'The type is one of: {choices}.',
  'finding.rule.choices': '{name} is one of: {choices}.',
  'finding.rule.hint': '{name} is one of these: {hint}',
  'finding.rule.form': '{name} must be {form}.',
  'finding.rule.eachLanguage': '{name} has a text for each language.',
  'finding.rule.mostCharacters': ['{name} has at most {count} character.', '{name} has at most {count} characters.'],
  'finding.rule.leastCharacters': ['{name} has at least {count} character.', '{name} has at least {count} characters.'],
  'finding.rule.mostItems': ['{name} has at most {count} item.', '{name} has at most {count} items.'],
  'finding.rule.leastItems': ['{name} has at least {count} item.', '{name} has at least {count} items.'],
  'finding.rule.most': '{name} is at most {limit}.',
  'finding.rule.least': '{name} is at least {limit}.',
  'finding.form.text': 'a text',
  'finding.form.number': 'a number',
  'finding.form.whole': 'a whole number',
  'finding.form.list': 'a list',
  'finding.form.group': 'a group of fields',
  'finding.form.yesNo': 'true or false',
  'finding.form.day': 'a day that exists, written 2026-10-31',
  'finding.form.url': 'a web address that starts with https://',
  'finding.form.email': 'an e-mail address',
  'finding.form.media': 'a file of content/media/, such as portraits/oksana.svg',
  'finding.form.line': 'one line',
  'finding.form.yearOrMonth': 'a year (2022) or a year and month (2022-10)',
  'finding.form.id': 'small letters, digits and single hyphens',
  'finding.form.language': 'a language tag such as uk, ar or pt-BR',
  'finding.form.country': 'two capital letters, as in ISO 3166: UA, SY, NG',
  'finding.form.colour': 'a colour written as #13409f',
  'finding.form.origin': 'an address without a path, such as https://welcome.city.example',
  'finding.form.link': 'a link: https://…, mailto:…, tel:… or /path/',
  'finding.form.choice': 'one of {choices}',
  'finding.form.pattern': 'of the form {pattern}',
  'finding.form.or': '{first}, or {second}',
  'finding.fix.documented': 'docs/content-model.md shows what belongs here.',
  'finding.fix.documentedFile': 'docs/content-model.md shows what belongs in it.',
  'finding.fix.languages': 'Use the languages of settings/site.yml.',
  'finding.fix.meant': 'Did you mean {name}?',
  'finding.fix.quoteAll': 'If this is part of a text, put the whole text in quotes: inside { } a comma begins a new field. Known here: {known}.',
  'finding.fix.remove': 'Remove it. Known here: {known}.',
  'finding.fix.choose': 'Choose one of these.',
  'finding.fix.shorten': ['Shorten it by {count} character.', 'Shorten it by {count} characters.'],
  'finding.fix.takeAway': ['Take {count} item away.', 'Take {count} items away.'],
  'finding.fix.eachLanguage': 'Write {example}, with the languages of settings/site.yml.',
  'finding.fix.quote': "Put it in quotes: '{value}'",
} as const satisfies Partial<Record<FindingKey, string | Counted>>;
type EnglishKey = keyof typeof findingEnglish;

/** Forms that a schema names in its own English, which is the text of a key. */
const keys = Object.keys(findingEnglish) as EnglishKey[];
const forms = new Map(keys.filter((key) => key.startsWith('finding.form.')).map((key) => [String(findingEnglish[key]), key]));

/** The form that a schema asks for in these words; the words themselves where they have no key. */
export function formIn(english: string): Sentence {
  const key = forms.get(english);
  return key ? { key } : english;
}

function say(key: FindingKey, values: Readonly<Record<string, string | number>>): string {
  const text: string | Counted = findingEnglish[key as EnglishKey];
  const form = typeof text === 'string' ? text : text[values['count'] === 1 ? 0 : 1];
  return form.replace(/\{([a-z]+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
const english = (sentence: Sentence): string => worded(sentence, { say, ofModel: (text) => text });

/** What a finding says, in English for the command line and as it is said in other languages. */
export const told = (said: Sentences) => ({ found: english(said.found), rule: english(said.rule), fix: english(said.fix), said });
