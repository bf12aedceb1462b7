import type { Collection } from '../../../src/content-model/collections.ts';
import { places } from '../../../src/content-model/describe.ts';
import { nodeAt } from '../../../src/content-model/schema-findings.ts';
import { descriptionOf } from '../../../src/graph/parse.ts';
import type { EntryText } from './entry-text.ts';

/** A label of the content model, which is written there in English, as the reader's language has it. */
export type LabelWords = (english: string) => string;

/** What a part of an entry says, for people: a text as it is; of groups and lists each text on a line, with its name. */
export function readablePart(collection: Collection, part: string, { data, body }: EntryText, label: LabelWords): string {
  if (part === 'body') return body.introSource.trim();
  if (part.startsWith('body#')) return body.sections.find(({ id }) => `body#${id}` === part)?.source.trim() ?? '';
  const model = descriptionOf(collection, 'original');
  const node = model.properties?.[part];
  const leaves = node ? [...places(node, data[part], ({ translated, unseen }) => translated === true && !unseen)] : [];
  return leaves
    .map(({ path, value, node: leaf }) => {
      const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
      if (path.length === 0) return text;
      const steps = path
        .slice(0, -1)
        .map((step, at) => (typeof step === 'number' ? String(step + 1) : named(nodeAt(node, path.slice(0, at + 1)), step)));
      return `${[...steps, named(leaf, String(path.at(-1)))].join(' · ')}: ${text}`;
    })
    .join('\n');

  function named(of: { label?: string | undefined } | undefined, name: string): string {
    return of?.label ? label(of.label) : name;
  }
}

export interface PartName {
  kind: 'field' | 'intro' | 'section';
  /** The field's label or the section's heading; empty where nothing stands before the first heading, and of a section that is gone. */
  label: string;
}

/** How people call a part. */
export function partName(collection: Collection, part: string, { body }: EntryText, label: LabelWords): PartName {
  if (part === 'body') return { kind: 'intro', label: '' };
  if (part.startsWith('body#')) return { kind: 'section', label: body.sections.find(({ id }) => `body#${id}` === part)?.title ?? '' };
  const node = descriptionOf(collection, 'original').properties?.[part];
  return { kind: 'field', label: node?.label ? label(node.label) : part };
}
