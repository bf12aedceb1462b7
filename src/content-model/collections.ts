import { z } from 'zod';
import { translationShape } from './common.ts';
import { factShape } from './fact.ts';
import { translatedShape } from './field.ts';
import { guideShape } from './guide.ts';
import { pageShape } from './page.ts';
import { practiceShape } from './practice.ts';
import { storyShape } from './story.ts';

/** The collections, in the order in which editors see them. */
export const collections = ['stories', 'guides', 'pages', 'practices', 'facts'] as const;
export type Collection = (typeof collections)[number];
export const isCollection = (name: string): name is Collection => (collections as readonly string[]).includes(name);

const original = {
  stories: z.strictObject(storyShape),
  guides: z.strictObject(guideShape),
  pages: z.strictObject(pageShape),
  practices: z.strictObject(practiceShape),
  facts: z.strictObject(factShape),
};

const translation = (shape: z.ZodRawShape) => z.strictObject({ ...translationShape, ...translatedShape(shape) });

/** Per collection, the schema of an original entry's frontmatter and of a translation's. */
export const schemas = {
  original,
  translation: {
    stories: translation(storyShape),
    guides: translation(guideShape),
    pages: translation(pageShape),
    practices: translation(practiceShape),
    facts: translation(factShape),
  },
} as const;

export type Story = z.output<(typeof original)['stories']>;
export type Guide = z.output<(typeof original)['guides']>;
export type Page = z.output<(typeof original)['pages']>;
export type Practice = z.output<(typeof original)['practices']>;
export type Fact = z.output<(typeof original)['facts']>;

/** The data of an entry, by collection, with everything a translation inherits filled in. */
export interface EntryData {
  stories: Story;
  guides: Guide;
  pages: Page;
  practices: Practice;
  facts: Fact;
}
