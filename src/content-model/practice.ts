import { z } from 'zod';
import { commonShape, sources } from './common.ts';
import { country, field, maybe, text, yearOrMonth } from './field.ts';

export const themes = ['branding', 'facilities', 'social', 'labour', 'governance', 'intelligence'] as const;
export const models = [
  'one-stop',
  'platform',
  'campaign',
  'programme',
  'events',
  'buddies',
  'course',
  'network',
  'funding',
  'service',
  'tool',
  'policy',
] as const;

/** What another city did to welcome people, and what came of it. */
export const practiceShape = {
  ...commonShape,
  city: field(text(80), { label: 'City or region', hint: 'Where it was done.', facet: true, translated: true }),
  country: field(country(), { label: 'Country', hint: 'Two capital letters, as in ISO 3166.', facet: true }),
  theme: field(z.enum(themes), { label: 'Theme', hint: 'Which part of welcoming it serves.', facet: true }),
  model: field(z.enum(models), { label: 'Model', hint: 'What kind of thing it is.', facet: true }),
  since: maybe(field(yearOrMonth(), { label: 'Since', hint: 'When it began, if the source says so.' })),
  until: maybe(field(yearOrMonth(), { label: 'Until', hint: 'When it ended, if it did and the source says so.' })),
  sources: field(sources(), { label: 'Sources', hint: 'Where it is described.' }),
};
