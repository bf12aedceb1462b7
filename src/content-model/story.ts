import { z } from 'zod';
import { commonShape, picture, voices } from './common.ts';
import { country, day, field, group, id, languageTag, list, listOrNone, maybe, paragraph, text, yearOrMonth } from './field.ts';

export const reasons = ['study', 'work', 'research', 'love', 'family', 'refuge', 'business', 'change'] as const;
/** Whom people came with; `joined` came to somebody who lived in the city already. */
export const households = ['alone', 'partner', 'children', 'parents', 'friends', 'joined'] as const;
/** What people work in or study, coarse enough that somebody new finds somebody. */
export const fieldsOfWork = [
  'health',
  'education',
  'science',
  'technology',
  'craft',
  'industry',
  'transport',
  'business',
  'hospitality',
  'culture',
  'nature',
  'office',
] as const;
export const nearness = ['daily', 'weekly', 'sometimes'] as const;
export const contactKinds = ['here', 'elsewhere', 'office'] as const;
const languageLevels = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'native'] as const;

const person = group({
  name: field(text(60), {
    label: 'Name',
    hint: 'The name to show, as the teller wishes. It need not be the real one. A translation may write it in its own letters.',
    translated: true,
  }),
  age: maybe(field(z.int().min(10).max(120), { label: 'Age', hint: 'If the teller wishes it.' })),
  work: field(text(120), { label: 'What they do', hint: 'In a few words: "dental assistant", "second-year hydrology".', translated: true }),
  from: field(text(120), { label: 'From', hint: 'The place they come from, as they would say it.', translated: true }),
  country: field(country(), { label: 'Country', hint: 'Where that place is, as two capital letters.', facet: true }),
  languages: field(
    list(
      group({
        language: field(languageTag(), { label: 'Language', hint: 'A language tag such as uk, ar or nl.' }),
        level: maybe(field(z.enum(languageLevels), { label: 'Level', hint: 'From a1 to c2, or native.' })),
      }),
    ),
    { label: 'Languages', hint: 'The languages they speak, first language first.', input: 'spoken' },
  ),
  since: field(yearOrMonth(), { label: 'Here since', hint: 'Year, or year and month, of arriving in the city.' }),
  until: maybe(field(yearOrMonth(), { label: 'Here until', hint: 'Year, or year and month, of leaving the city, if they left.' })),
  cameFor: field(z.enum(reasons), { label: 'Came for', hint: 'The main reason for coming.', facet: true }),
  household: field(z.array(z.enum(households)).default([]), {
    label: 'Came with, in kinds',
    hint: 'Who came along, or whom they came to join: by this readers find people like themselves. Leave it out if the teller does not say.',
    facet: true,
  }),
  fields: field(z.array(z.enum(fieldsOfWork)).max(3).default([]), {
    label: 'Fields',
    hint: 'What they work in or study, before or now: at most three.',
    facet: true,
  }),
  with: maybe(field(text(160), { label: 'Came with', hint: 'Who came along, if anybody.', translated: true })),
  home: maybe(field(text(160), { label: 'Lives in', hint: 'Neighbourhood and kind of home, never an address.', translated: true })),
  localLanguage: maybe(field(text(160), { label: 'The local language', hint: 'How far they got with it, in their words.', translated: true })),
  status: maybe(field(text(160), { label: 'Residence', hint: 'Their right to stay, if they wish to say it.', translated: true })),
});

const spoken = (what: string) =>
  group({
    language: field(languageTag(), { label: 'Language', hint: `The language in which the ${what} was said.` }),
    said: field(paragraph(400), {
      label: 'In their words',
      hint: `The ${what}, in the language and script in which it was said, without quotation marks.`,
    }),
    text: maybe(
      field(paragraph(400), {
        label: 'Translation',
        hint: `The ${what} in the language of this page. Leave it out if it was said in this language.`,
        translated: true,
      }),
    ),
  });

const contact = group({
  who: field(text(120), { label: 'Who', hint: 'A name, a role or an office.', translated: true }),
  near: field(z.enum(nearness), { label: 'How near', hint: 'Every day, most weeks, or now and then.' }),
  kind: field(z.enum(contactKinds), { label: 'Kind', hint: 'A person here, a person elsewhere, or an office.' }),
});

/** A person and how they came to live in the city. */
export const storyShape = {
  ...commonShape,
  number: field(z.int().min(1).max(99999), { label: 'House number', hint: 'The number of the story, shown on its door. No two stories share one.' }),
  person: field(person, { label: 'Person', hint: 'The teller.' }),
  portrait: maybe(field(picture(), { label: 'Portrait', hint: 'A photograph or drawing that the teller agreed to.' })),
  quote: field(spoken('quote'), { label: 'Quote', hint: 'One or two sentences that a stranger remembers.' }),
  line: field(
    list(
      group({
        place: field(text(80), { label: 'Place', hint: 'The place, or what it was: "Hostel, bed 6".', translated: true }),
        when: field(yearOrMonth(), { label: 'When', hint: 'Year, or year and month, of getting there.' }),
        note: maybe(field(text(80), { label: 'Note', hint: 'A few words under the place.', translated: true })),
        waiting: field(z.boolean().default(false), {
          label: 'Waiting',
          hint: 'Yes if this was waiting or being on the way; no if there was an address.',
        }),
      }),
      { min: 2, max: 8 },
    ),
    { label: 'The line', hint: 'The places from the first to the door here, in order.', input: 'line' },
  ),
  legs: field(
    listOrNone(
      group({
        where: field(text(120), { label: 'Where', hint: 'The place of this part of the text.', translated: true }),
        when: maybe(field(text(120), { label: 'When', hint: 'The time of this part: "until March 2022".', translated: true })),
        waiting: field(z.boolean().default(false), { label: 'Waiting', hint: 'Yes if this was waiting or being on the way.' }),
      }),
    ),
    { label: 'Parts of the line', hint: 'Where and when each section of the text takes place, in the order of its headings.' },
  ),
  hard: field(
    list(
      group({
        number: maybe(field(text(20), { label: 'Number', hint: 'If it can be counted: "19".' })),
        unit: maybe(field(text(40), { label: 'Of what', hint: 'What is counted: "months", "viewings".', translated: true })),
        text: field(paragraph(500), { label: 'What was hard', hint: 'What happened, in a sentence or two.', translated: true }),
      }),
      { min: 1, max: 3 },
    ),
    { label: 'What was hard', hint: 'Asked of everyone: up to three things.' },
  ),
  helped: field(
    listOrNone(
      group({
        who: field(text(120), { label: 'Who or what', hint: 'A person, a place, an office.', translated: true }),
        how: field(paragraph(500), { label: 'How', hint: 'What they did.', translated: true }),
        voice: field(z.enum(voices), { label: 'Voice', hint: 'What kind of helper it was.' }),
      }),
    ),
    { label: 'What helped', hint: 'Who or what helped, and how.' },
  ),
  circle: maybe(
    field(
      group({
        first: field(z.int().min(1900).max(2200), { label: 'Year of the first winter', hint: 'The year of the first drawing.' }),
        now: field(z.int().min(1900).max(2200), { label: 'Year of now', hint: 'The year of the second drawing.' }),
        then: field(list(contact, { max: 12 }), { label: 'First winter', hint: 'The people and offices around the teller in the first winter.' }),
        today: field(list(contact, { max: 12 }), { label: 'Now', hint: 'The people and offices around the teller now.' }),
      }),
      { label: 'The circle', hint: 'Who the teller’s people were in the first winter, and who they are now.', input: 'circle' },
    ),
  ),
  advice: field(spoken('advice'), { label: 'Advice', hint: 'To whoever is next.' }),
  listener: field(text(120), { label: 'Who listened', hint: 'Who the story was told to.' }),
  told: maybe(field(text(200), { label: 'How it was told', hint: 'For example "two conversations, August 2026".', translated: true })),
  paid: field(text(160), {
    label: 'What was paid',
    hint: 'What the teller received: "€ 75, as everyone is", or "nothing, at her request".',
    translated: true,
  }),
  guides: field(z.array(field(id(), { label: 'Guide', hint: 'The slug of a guide.', refersTo: 'guides' })).default([]), {
    label: 'Guides that would have helped',
    hint: 'The guides the teller wishes they had had.',
  }),
  consent: field(
    group({
      id: field(id(), { label: 'Consent', hint: 'The number of the consent in the city’s register, never a name.' }),
      scopes: field(z.array(z.enum(['site', 'portrait', 'share', 'print'])).min(1), { label: 'What for', hint: 'What the teller agreed to.' }),
      until: field(z.union([day(), z.literal('sample')]), { label: 'Until', hint: 'The last day of the consent; "sample" for invented people.' }),
    }),
    { label: 'Consent', hint: 'What the teller agreed to and until when. After that day the story is not published.' },
  ),
};
