import { z } from 'zod';
import { commonShape, source } from './common.ts';
import { day, field, maybe, text } from './field.ts';

const { title, owner, desk, topics, published, sample, aliases, equivalent } = commonShape;

/** One figure or rule, kept in one place and used on many pages. */
export const factShape = {
  title,
  topics,
  owner,
  desk,
  published,
  sample,
  aliases,
  equivalent,
  value: field(z.union([z.number(), text(60)]), { label: 'Value', hint: 'A number (18, 24.7) or a short text.', translated: true }),
  unit: maybe(field(text(60), { label: 'Unit', hint: 'What the number counts: "months", "%".', translated: true })),
  asOf: field(day(), { label: 'As of', hint: 'The day on which it was true.' }),
  source: field(source(), { label: 'Source', hint: 'Where it can be checked.' }),
  expires: maybe(field(day(), { label: 'Expires', hint: 'The day after which it must be checked again.' })),
};
