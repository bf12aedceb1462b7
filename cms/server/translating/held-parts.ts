import { places } from '../../../src/content-model/describe.ts';
import type { Collection } from '../../../src/content-model/collections.ts';
import { fieldPath } from '../../../src/content-model/problems.ts';
import { descriptionOf } from '../../../src/graph/parse.ts';
import { textHash } from '../../../src/graph/revision.ts';
import type { Body } from '../../../src/mdx/body.ts';
import type { EntryText } from './entry-text.ts';

/** What a translation says itself, each as a hash: of a field with all its places, and of the pieces of its body in their order. */
export interface HeldParts {
  fields: ReadonlyMap<string, string>;
  /** Undefined where nothing stands before the first heading. */
  intro: string | undefined;
  sections: readonly string[];
}

const isFilled = (value: unknown) => value !== '' && value !== null && value !== undefined;

/** What of a translation is filled in. White space and Unicode forms mean nothing. */
export function heldParts(collection: Collection, { data, body }: EntryText): HeldParts {
  const fields = new Map<string, string[]>();
  for (const { path, value } of places(descriptionOf(collection, 'original'), data, ({ translated, unseen }) => translated === true && !unseen)) {
    if (!isFilled(value)) continue;
    const name = String(path[0]);
    fields.set(name, [...(fields.get(name) ?? []), fieldPath(path), typeof value === 'string' ? value : JSON.stringify(value)]);
  }
  return {
    fields: new Map([...fields].map(([name, texts]) => [name, textHash(texts)])),
    intro: body.introSource.trim() ? textHash([body.introSource]) : undefined,
    sections: body.sections.map(({ source }) => textHash([source])),
  };
}

export const isSameBody = (a: HeldParts, b: HeldParts): boolean =>
  a.intro === b.intro && a.sections.length === b.sections.length && a.sections.every((hash, at) => hash === b.sections[at]);

/** Parts of an original in which there is not a letter: a number says the same in every language. */
export function wordlessParts(collection: Collection, { data }: { data: Record<string, unknown> }): ReadonlySet<string> {
  const words = new Map<string, boolean>();
  for (const { path, value } of places(descriptionOf(collection, 'original'), data, ({ translated, unseen }) => translated === true && !unseen)) {
    const name = String(path[0]);
    words.set(name, (words.get(name) ?? false) || /\p{L}/u.test(String(value)));
  }
  return new Set([...words].filter(([, has]) => !has).map(([name]) => name));
}

/** The names of an original's pieces of body, in their order. */
export const bodyParts = ({ introSource, sections }: Body): { intro: string | undefined; sections: readonly string[] } => ({
  intro: introSource.trim() ? 'body' : undefined,
  sections: sections.map(({ id }) => `body#${id}`),
});
