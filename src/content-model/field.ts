import { z } from 'zod';

/** What an editor reads beside a field, and what the platform may do with it. */
export interface FieldMeta {
  /** Name of the field as an editor reads it. */
  label: string;
  /** One sentence that says what to write. */
  hint: string;
  /** A translation has its own value; otherwise it inherits the original's. */
  translated?: boolean;
  /** The value names something elsewhere: another entry, a setting or a file in `content/media/`. */
  refersTo?: Reference;
  /** The text is Markdown with the allowed components, checked like a body. */
  format?: 'mdx';
  /** Readers can narrow lists and search by it. */
  facet?: boolean;
  /** Readers never see it: where it changes, no translation is out of date. */
  unseen?: boolean;
  /** How a form asks for it, where its shape alone does not say so. */
  input?: Input;
}

/** What a form has an input of its own for; `kept` stands in no form, the editor itself writes it. */
export const inputs = ['country', 'language', 'when', 'colour', 'localised', 'picture', 'spoken', 'line', 'circle', 'kept'] as const;
export type Input = (typeof inputs)[number];

/** Everything a field can name. */
export const references = [
  'stories',
  'guides',
  'pages',
  'practices',
  'facts',
  'audiences',
  'topics',
  'stages',
  'organisations',
  'desks',
  'languages',
  'media',
] as const;
export type Reference = (typeof references)[number];

/** For each field or group, what a translation of it holds; none where everything is inherited. */
const counterparts = new WeakMap<z.ZodType, z.ZodType>();

/** Marks a schema as a field: label, hint, and whether translations have a value of their own. Call it last, after `.optional()`. */
export function field<T extends z.ZodType>(schema: T, meta: FieldMeta): T {
  const described = schema.meta({ ...meta });
  const inner = counterparts.get(schema);
  if (meta.translated) counterparts.set(described, schema);
  else if (inner) counterparts.set(described, inner);
  return described;
}

/** Says how forms ask for a schema, wherever it is used. */
export function asked<T extends z.ZodType>(schema: T, input: Input): T {
  const described = schema.meta({ input });
  const inner = counterparts.get(schema);
  if (inner) counterparts.set(described, inner);
  return described;
}

/** Fields that belong together; an unknown one among them is an error. */
export function group<T extends z.ZodRawShape>(shape: T): z.ZodObject<T, z.core.$strict> {
  const schema = z.strictObject(shape);
  const translated = translatedShape(shape);
  if (Object.keys(translated).length > 0) counterparts.set(schema, z.strictObject(translated));
  return schema;
}

/** A list. A translation's list stands item for item beside the original's. */
export function list<T extends z.ZodType>(item: T, { min = 0, max = 1000 }: { min?: number; max?: number } = {}): z.ZodArray<T> {
  return keepCounterpart(item, min > 0 ? z.array(item).min(min).max(max) : z.array(item).max(max));
}

/** A list that may be left out and is then empty. */
export function listOrNone<T extends z.ZodType>(item: T, size: { min?: number; max?: number } = {}) {
  return keepCounterpart(item, list(item, size).default([]));
}

function keepCounterpart<T extends z.ZodType>(item: z.ZodType, schema: T): T {
  const inner = counterparts.get(item);
  if (inner) counterparts.set(schema, z.array(inner));
  return schema;
}

/** A list whose items are of several kinds, told apart by `type`. */
export function kinds<const T extends readonly [z.ZodObject, ...z.ZodObject[]]>(options: T) {
  const schema = z.discriminatedUnion('type', options);
  const translated: Record<string, z.ZodType> = {};
  for (const option of options) Object.assign(translated, translatedShape(option.shape));
  counterparts.set(schema, z.strictObject(translated));
  return schema;
}

/** Lets a group or list be left out without losing what its translation holds. */
export function maybe<T extends z.ZodType>(schema: T): z.ZodOptional<T> {
  const optional = schema.optional();
  const inner = counterparts.get(schema);
  if (inner) counterparts.set(optional, inner);
  return optional;
}

/** The fields of a shape that a translation holds, each of which may be left out. */
export function translatedShape(shape: z.ZodRawShape): Record<string, z.ZodType> {
  const entries = Object.entries(shape).flatMap(([name, schema]) => {
    const inner = counterparts.get(schema as z.ZodType);
    return inner ? [[name, inner.optional()] as const] : [];
  });
  return Object.fromEntries(entries);
}

export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\n\r]*$/, 'one line');

/** One line of text. */
export const text = (max = 300) => line(max);
/** Several lines of plain text. */
export const paragraph = (max = 2000) => z.string().trim().min(1).max(max);
/** A day, written 2026-10-31. */
export const day = () => z.iso.date();
/** A year, or a year and month: 2022 or 2022-10. */
export const yearOrMonth = () => asked(z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, 'a year (2022) or a year and month (2022-10)'), 'when');
/** The id of something in settings, or the slug of an entry. */
export const id = () => z.string().regex(idPattern, 'small letters, digits and single hyphens');
/** A language tag as in BCP 47: uk, pt-BR. */
export const languageTag = () =>
  asked(z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'a language tag such as uk, ar or pt-BR'), 'language');
/** A country as two capital letters (ISO 3166-1): UA. */
export const country = () => asked(z.string().regex(/^[A-Z]{2}$/, 'two capital letters, as in ISO 3166: UA, SY, NG'), 'country');
/** A colour as #rrggbb. */
export const colour = () => asked(z.string().regex(/^#[0-9a-fA-F]{6}$/, 'a colour written as #13409f'), 'colour');
/** An address on the web. */
export const webAddress = () => z.url({ protocol: /^https?$/, hostname: z.regexes.domain });
/** A text in several languages: `{ en: …, nl: … }`. */
export const localised = (max = 300) => asked(z.record(languageTag(), line(max)), 'localised');
