import type { DecapField } from './decap-config.ts';

/** How a form is filled in: only what must be, everything with something ordinary, or everything with what strains it most. */
export type Filling = 'least' | 'ordinary' | 'most';

interface Given {
  filling: Filling;
  /** What can be named, by kind. */
  known: (kind: string) => readonly string[];
  /** The day it is: what was published is published, and what runs out has not run out. */
  day: string;
}

const shapes: Readonly<Record<Filling, readonly string[]>> = {
  least: ['a', 'x@city.example', 'https://city.example', 'https://cms.city.example', 'home', 'en'],
  ordinary: ['a-1', 'desk@city.example', 'https://city.example/page?a=b#c', 'https://cms.city.example', '/en/', 'stories', 'nl'],
  most: [
    'some-9-more',
    "o'neil+x@sub.city.example",
    'https://bücher.city.example:8443/ä?q=%20',
    'https://cms.city.example:4444',
    'mailto:a@city.example',
    'pages/welcome',
    'pt-BR',
  ],
};
/** What YAML, MDX and HTML each give a meaning to, in one line; words of two directions. */
const straining = `- "it's": #1 & <b>*&amp;* [x](y) {a} | > % @ \\n \`z\` — ‘é’ مرحبا 🚪 `;

function line(max: number, filling: Filling): string {
  if (filling === 'least') return 'x';
  if (filling === 'ordinary') return 'Some words: a few'.slice(0, max).trim();
  // Cut by code points: half a sign is no text.
  const text = [...straining.repeat(Math.ceil(max / straining.length))];
  while (text.join('').length > max) text.pop();
  return text.join('').trim();
}

const longest = ({ pattern }: DecapField): number => Number(/\{0,(\d+)\}\$$/.exec(pattern?.[0] ?? '')?.[1] ?? 60);
const isFree = ({ pattern }: DecapField): boolean => !pattern || pattern[0].startsWith('^[^');

function text(field: DecapField, { filling }: Given): string {
  if (isFree(field))
    return field.widget === 'text' && filling === 'most' ? `${line(longest(field) - 3, filling)}\n\nz` : line(longest(field), filling);
  const fitting = shapes[filling].find((shape) => new RegExp(field.pattern![0]).test(shape));
  if (fitting === undefined) throw new Error(`Nothing fits ${field.name}: ${field.pattern![0]}`);
  return fitting;
}

const some = <T>(all: readonly T[], { max = 3 }: DecapField, { filling }: Given): T[] => all.slice(0, filling === 'most' ? max : 1);

/** What each input gives that a form can have. */
const inputs: Readonly<Record<string, (field: DecapField, given: Given) => unknown>> = {
  string: text,
  text,
  'doorstep-text': (_, { filling }) => (filling === 'most' ? 'Words with **weight**.\n\n- one\n- two\n\n> Said.' : 'Words.'),
  boolean: () => true,
  number: ({ min = 1, max = 99, value_type }, { filling }) =>
    filling === 'least' ? min : filling === 'most' ? max : value_type === 'float' ? min + 0.5 : min,
  select: (field, given) => {
    const values = field.options!.map(({ value }) => value);
    return field.multiple ? some(values, { ...field, max: field.max ?? values.length }, given) : values.at(given.filling === 'most' ? -1 : 0);
  },
  object: (field, given) => valuesFor(field.fields!, given),
  list: (field, given) => {
    if (field.types) return field.types.map((type) => ({ type: type.name, ...valuesFor(type.fields!, given) }));
    const item = () => (field.field ? inputFor(field.field)(field.field, given) : valuesFor(field.fields!, given));
    return Array.from({ length: given.filling === 'most' ? Math.min(field.max ?? 3, 3) : 1 }, item);
  },
  hidden: () => undefined,
  'doorstep-day': ({ instead }, { filling, day }) => (instead && filling === 'most' ? instead.value : day),
  'doorstep-when': (_, { filling }) => (filling === 'most' ? '2019-12' : '2019'),
  'doorstep-reference': (field, given) => {
    const ids = given.known(field.reference!);
    return field.multiple ? some(ids, field, given) : field.only ? field.only[0] : ids[0];
  },
  'doorstep-country': (_, { filling }) => (filling === 'most' ? 'XK' : 'UA'),
  'doorstep-language': ({ multiple }, { filling }) => {
    const tag = filling === 'most' ? 'zh-Hant' : 'nl';
    return multiple ? (filling === 'most' ? [tag, 'pt-BR', 'uk'] : [tag]) : tag;
  },
  'doorstep-localised': ({ languages, max = 60 }, { filling }) =>
    Object.fromEntries((filling === 'most' ? languages! : languages!.slice(0, 1)).map(({ id }) => [id, line(max, filling)])),
  'doorstep-colour': () => '#13409f',
  'doorstep-value': ({ max = 60 }, { filling }) => (filling === 'ordinary' ? 24.7 : filling === 'most' ? line(max, filling) : 18),
  'doorstep-picture': ({ fields }, given) => ({
    file: given.known('media')[0],
    alt: given.filling === 'most' ? '' : 'A drawing.',
    credit: text(
      fields!.find(({ name }) => name === 'credit')!,
      given,
    ),
    licence: 'CC0',
    ...(given.filling === 'most' && { focal: [0, 1] }),
  }),
  'doorstep-spoken': (_, { filling }) => (filling === 'most' ? [{ language: 'uk', level: 'native' }, { language: 'pt-BR' }] : [{ language: 'uk' }]),
  'doorstep-line': ({ max = 8 }, { filling }) => {
    const stop = (at: number) => ({
      place: `Place ${at}`,
      when: String(2000 + at),
      ...(filling === 'most' && { note: line(80, filling), waiting: true }),
    });
    return Array.from({ length: filling === 'most' ? max : 2 }, (_, at) => stop(at));
  },
  'doorstep-circle': (_, { filling }) => {
    const somebody = { who: line(40, filling), near: 'daily', kind: 'here' };
    const people = Array.from({ length: filling === 'most' ? 12 : 1 }, () => somebody);
    return { first: 2019, now: 2026, then: people, today: people };
  },
};

function inputFor({ widget, name }: DecapField): (field: DecapField, given: Given) => unknown {
  const input = inputs[widget];
  if (!input) throw new Error(`${name} has an input of which nothing is known: ${widget}`);
  return input;
}

/** Values that somebody could have entered in a form. */
export function valuesFor(fields: readonly DecapField[], given: Given): Record<string, unknown> {
  const asked = fields.filter(
    ({ name, required, widget }) => !name.startsWith('_') && widget !== 'hidden' && (given.filling !== 'least' || required),
  );
  return Object.fromEntries(asked.map((field) => [field.name, inputFor(field)(field, given)]));
}
