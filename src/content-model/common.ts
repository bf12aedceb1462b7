import { z } from 'zod';
import { asked, day, field, group, id, languageTag, list, maybe, paragraph, text } from './field.ts';

export const voices = ['resident', 'student', 'official', 'organisation'] as const;
export type Voice = (typeof voices)[number];

const voice = field(z.enum(voices), {
  label: 'Voice',
  hint: 'Who speaks here: a resident, a student, an office, or an organisation. It is shown on the page.',
  facet: true,
});

/** A picture of `content/media/` with what a reader who cannot see it needs to know. */
const pictureShape = {
  file: field(z.string().regex(/^[a-z0-9][a-z0-9/_-]*\.(?:jpe?g|png|webp|avif|svg)$/, 'a file of content/media/, such as portraits/oksana.svg'), {
    label: 'File',
    hint: 'The picture in content/media/, for example portraits/oksana.svg.',
    refersTo: 'media',
  }),
  alt: field(z.string().trim().max(300), {
    label: 'What it shows',
    hint: 'One sentence for people who cannot see the picture. Leave it empty only if the picture adds nothing to the text.',
    translated: true,
  }),
  credit: field(text(200), { label: 'Credit', hint: 'Who made the picture.' }),
  licence: field(text(120), {
    label: 'Licence',
    hint: 'Under which terms it may be used, for example CC0 or "all rights reserved, used with permission".',
  }),
  focal: maybe(
    field(z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]), {
      label: 'Focal point',
      hint: 'What must stay in view when the picture is cropped: two numbers from 0 (left, top) to 1 (right, bottom).',
    }),
  ),
};
export const picture = () => asked(group(pictureShape), 'picture');

/** Fields that stories, guides, pages and practices share. */
export const commonShape = {
  title: field(text(160), {
    label: 'Title',
    hint: 'What the page is called. Say what happened or what it helps with; do not sell.',
    translated: true,
  }),
  summary: field(paragraph(320), {
    label: 'Summary',
    hint: 'One or two sentences for lists, search results and people who share the page.',
    translated: true,
  }),
  keywords: maybe(
    field(text(400), {
      label: 'Also searched as',
      hint: 'Words readers would type that do not stand in the text, with commas between: "apartment, fake landlord, fraud". Only search uses them.',
      translated: true,
      unseen: true,
    }),
  ),
  voice,
  audiences: field(z.array(field(id(), { label: 'Audience', hint: 'One audience of settings/audiences.yml.', refersTo: 'audiences' })).default([]), {
    label: 'For whom',
    hint: 'The readers it is for. Leave it empty if it is for everyone.',
    facet: true,
  }),
  stages: field(z.array(field(id(), { label: 'Stage', hint: 'One stage of settings/stages.yml.', refersTo: 'stages' })).default([]), {
    label: 'Stages',
    hint: 'Where on the way the reader is: before coming, arriving, settling, staying, leaving.',
    facet: true,
  }),
  topics: field(z.array(field(id(), { label: 'Topic', hint: 'One topic of settings/topics.yml.', refersTo: 'topics' })).min(1), {
    label: 'Topics',
    hint: 'What it is about. The first one gives the page its colour.',
    facet: true,
  }),
  owner: field(id(), {
    label: 'Owner',
    hint: 'The organisation that answers for it and is asked when it is out of date.',
    refersTo: 'organisations',
  }),
  desk: maybe(field(id(), { label: 'Desk', hint: 'The editorial desk that publishes it, if not the owner’s own.', refersTo: 'desks' })),
  published: field(day(), { label: 'First published', hint: 'The day it first went live, as 2026-10-31. Before that day it is not shown.' }),
  updated: maybe(field(day(), { label: 'Last changed', hint: 'The day its meaning last changed.' })),
  aliases: field(z.array(field(id(), { label: 'Earlier address', hint: 'A slug it had before.' })).default([]), {
    label: 'Earlier addresses',
    hint: 'Slugs it had before: readers who follow an old link are led here.',
  }),
  sample: field(z.boolean().default(false), {
    label: 'Sample',
    hint: 'Invented content that shows what the site could hold. The page says so, and a release for real readers refuses it.',
  }),
  picture: maybe(field(picture(), { label: 'Picture', hint: 'Shown on the page and when the page is shared.' })),
  equivalent: maybe(
    field(z.record(z.string(), z.strictObject({ of: z.string(), was: z.array(z.string()) })), {
      label: 'Still right in translation',
      hint: 'Kept by the editor: earlier wordings (by their hash) that mean the same as the present one, so translations of them stay current.',
      input: 'kept',
    }),
  ),
};

/** What a translation says of itself, beside the fields it translates. */
export const translationShape = {
  translates: field(languageTag(), { label: 'Translated from', hint: 'The language of the original entry.', refersTo: 'languages' }),
  revision: field(z.record(z.string(), z.string()).default({}), {
    label: 'Revision',
    hint: 'Kept by the editor: for each field and section, the hash of the original’s text that this translation renders.',
    input: 'kept',
  }),
  state: field(z.enum(['full', 'summary']).default('full'), {
    label: 'How much',
    hint: '"full" translates everything, "summary" only what a reader must know; the page says so and leads to the original.',
  }),
  translator: maybe(field(text(120), { label: 'Translator', hint: 'Who translated it, as it should be shown.' })),
};

/** A source that a reader can check. */
export const source = () =>
  group({
    title: field(text(240), { label: 'Title', hint: 'What the source is called, in its own language.' }),
    by: maybe(field(text(160), { label: 'By', hint: 'Who published it.' })),
    url: maybe(field(z.url({ protocol: /^https?$/ }), { label: 'Link', hint: 'Where it can be read, starting with https://.' })),
    part: maybe(field(text(160), { label: 'Part', hint: 'Chapter, section or page.' })),
    voice: maybe(field(z.enum(voices), { label: 'Voice', hint: 'Who speaks in it.' })),
    asOf: maybe(field(day(), { label: 'As of', hint: 'The day on which it was read or was valid.' })),
  });

export const sources = () => list(source(), { min: 1 });
