import { z } from 'zod';
import { commonShape, picture } from './common.ts';
import { field, group, id, kinds, listOrNone, maybe, paragraph, text } from './field.ts';

const heading = () => maybe(field(text(160), { label: 'Heading', hint: 'The heading over this block.', translated: true }));
const limit = () => field(z.int().min(1).max(24).default(6), { label: 'How many', hint: 'At the most.' });
const one = (refersTo: 'stories' | 'guides' | 'facts', label: string) => field(id(), { label, hint: `A slug in ${refersTo}.`, refersTo });

/** The blocks of which a page of the city is made, in the order they are listed. */
const block = kinds([
  group({
    type: z.literal('chorus').meta({ label: 'Chorus of quotes' }),
    heading: heading(),
    stories: field(z.array(one('stories', 'Story')).min(1).max(6), { label: 'Stories', hint: 'Whose quotes to show.' }),
  }),
  group({
    type: z.literal('stories').meta({ label: 'Stories by topic or audience' }),
    heading: heading(),
    topic: maybe(field(id(), { label: 'Topic', hint: 'Only stories on this topic.', refersTo: 'topics' })),
    audience: maybe(field(id(), { label: 'Audience', hint: 'Only stories for this audience.', refersTo: 'audiences' })),
    limit: limit(),
  }),
  group({
    type: z.literal('guides').meta({ label: 'Guides by topic' }),
    heading: heading(),
    topic: maybe(field(id(), { label: 'Topic', hint: 'Only guides on this topic.', refersTo: 'topics' })),
    guides: maybe(field(z.array(one('guides', 'Guide')), { label: 'Guides', hint: 'These guides, in this order.' })),
    limit: limit(),
  }),
  group({
    type: z.literal('figures').meta({ label: 'Numbers of the city' }),
    heading: heading(),
    facts: field(z.array(one('facts', 'Fact')).min(1).max(8), { label: 'Facts', hint: 'The numbers to show, each with its source.' }),
  }),
  group({
    type: z.literal('text').meta({ label: 'Text' }),
    heading: heading(),
    text: field(paragraph(6000), { label: 'Text', hint: 'Markdown, with the components of the handbook.', translated: true, format: 'mdx' }),
  }),
  group({
    type: z.literal('picture').meta({ label: 'Picture' }),
    heading: heading(),
    picture: field(picture(), { label: 'Picture', hint: 'The picture with its description and credit.' }),
    caption: maybe(field(paragraph(300), { label: 'Caption', hint: 'What a reader should know about it.', translated: true })),
  }),
]);

/** A page of the city: its text, then its blocks. */
export const pageShape = {
  ...commonShape,
  blocks: field(listOrNone(block), { label: 'Blocks', hint: 'What follows the text, in order.' }),
  inNavigation: field(z.boolean().default(false), { label: 'In the footer', hint: 'Whether every page links to it from its foot.' }),
};
