import { z } from 'zod';
import { commonShape, sources } from './common.ts';
import { day, field, group, id, languageTag, listOrNone, maybe, paragraph, text } from './field.ts';

/** What a newcomer asks, answered in steps. */
export const guideShape = {
  ...commonShape,
  glance: field(
    group({
      who: field(text(160), { label: 'For whom', hint: 'Who needs this.', translated: true }),
      cost: field(text(160), { label: 'Cost', hint: 'What it costs, or who knows.', translated: true }),
      time: field(text(160), { label: 'Time', hint: 'How long it takes.', translated: true }),
      bring: field(text(240), { label: 'Bring', hint: 'What to take along.', translated: true }),
      languages: field(z.array(languageTag()).default([]), { label: 'Languages spoken there', hint: 'The languages in which one is helped.' }),
    }),
    { label: 'At a glance', hint: 'The four things a reader wants to know first.' },
  ),
  variants: field(
    listOrNone(
      group({
        id: field(id(), { label: 'Id', hint: 'A short name, used in <For audience="…">.' }),
        label: field(text(80), { label: 'Label', hint: 'What a reader chooses: "EU, EEA or Swiss passport".', translated: true }),
      }),
    ),
    { label: 'Variants', hint: 'Situations in which the answer differs, beside the audiences of the settings.' },
  ),
  sources: field(sources(), { label: 'Sources', hint: 'Where the rules in it come from.' }),
  reviewed: field(day(), { label: 'Reviewed', hint: 'The day somebody last checked that it is still right.' }),
  reviewEvery: field(z.int().min(1).max(36), { label: 'Review every … months', hint: 'How soon it must be checked again.' }),
  contact: maybe(field(id(), { label: 'Who helps', hint: 'The organisation a reader can go to.', refersTo: 'organisations' })),
  changed: maybe(
    field(
      group({
        on: field(day(), { label: 'On', hint: 'The day of the change.' }),
        before: maybe(field(paragraph(300), { label: 'Was', hint: 'What the guide said before.', translated: true })),
        now: field(paragraph(300), { label: 'Now', hint: 'What it says now.', translated: true }),
        why: maybe(field(paragraph(300), { label: 'Why', hint: 'Who noticed, and where it was checked.', translated: true })),
      }),
      { label: 'Last change of meaning', hint: 'What was and what is, for readers who knew the old text.' },
    ),
  ),
};
