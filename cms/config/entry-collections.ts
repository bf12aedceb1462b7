import { collections, type Collection } from '../../src/content-model/collections.ts';
import { descriptionOf } from '../../src/graph/parse.ts';
import { mayWith, relations, type DocumentAction, type Kind, type Role } from '../server/roles.ts';
import type { DecapField, FolderCollection, ViewFilter } from './decap-config.ts';
import { fieldsOf } from './fields.ts';
import type { FormContext } from './form-context.ts';
import { translatedNode } from './translated-node.ts';

export interface EntryCollectionsInput extends Omit<FormContext, 'translation'> {
  role: Role;
  /** The desks of a person who edits for desks. */
  desks: readonly string[];
}

const kinds: readonly Kind[] = ['original', 'translation'];

/** For each collection that somebody may write in, one of originals and one of translations, in one language. */
export const entryCollections = (input: EntryCollectionsInput): FolderCollection[] =>
  collections.flatMap((collection) =>
    kinds.flatMap((kind) => (allowed(input.role, 'write', { collection, kind }) ? [entryCollection(collection, kind, input)] : [])),
  );

/** Whether a role may do something with at least some entries. The server asks again about each. */
const allowed = (role: Role, action: DocumentAction, of: { collection: Collection; kind: Kind }): boolean =>
  relations.some((relation) => mayWith(role, action, { ...of, relation }));

function entryCollection(collection: Collection, kind: Kind, input: EntryCollectionsInput): FolderCollection {
  const { lang, role, say } = input;
  const isTranslation = kind === 'translation';
  const fields = (isTranslation ? translationFields : originalFields)(collection, input);
  const has = (name: string) => fields.some((field) => field.name === name);
  return {
    name: `${collection}-${lang}${isTranslation ? '-translations' : ''}`,
    label: say(`editor.config.${collection}${isTranslation ? '.translations' : ''}`),
    label_singular: say(isTranslation ? `editor.config.${collection}.translation` : `editor.config.${collection}.one`),
    folder: `content/${collection}/${lang}${isTranslation ? '-translations' : ''}`,
    extension: 'mdx',
    format: 'doorstep-entry',
    slug: '{{_slug}}',
    identifier_field: 'title',
    create: !isTranslation,
    delete: allowed(role, 'unpublish', { collection, kind }),
    publish: allowed(role, 'publish', { collection, kind }),
    summary: `${isTranslation ? '{{title}}' : summaries[collection]}{{_marks}}`,
    sortable_fields: ['title', 'number', 'city', 'published', 'updated', 'reviewed', 'asOf', 'translator'].filter(has).map((field) => ({ field })),
    view_filters: filtersOf(collection, kind, input),
    ...(!isTranslation && { view_groups: groups.filter(has).map((field) => ({ field, label: fields.find(({ name }) => name === field)!.label })) }),
    fields,
  };
}

const summaries: Readonly<Record<Collection, string>> = {
  stories: '{{title}} · {{person.name}}',
  guides: '{{title}}',
  pages: '{{title}}',
  practices: '{{title}} · {{city}}',
  facts: '{{title}} · {{value}} {{unit}}',
};

const groups = ['owner', 'desk', 'country'];

/** The marks that lists are narrowed by. Decap can only match a field with a pattern, so they are put into each text of a list (cms/admin/list-marks.ts), in words at the end of its summary. */
function filtersOf(collection: Collection, kind: Kind, { say }: EntryCollectionsInput): ViewFilter[] {
  const review: ViewFilter = { label: say('editor.config.filter.review'), field: '_state', pattern: '^pending_review$' };
  const outdated: ViewFilter = { label: say('editor.config.filter.outdated'), field: '_outdated', pattern: true };
  const due: ViewFilter = { label: say('editor.config.filter.due'), field: '_due', pattern: true };
  if (kind === 'translation') return [review, outdated];
  return collection === 'guides' || collection === 'facts' ? [review, due] : [review];
}

function originalFields(collection: Collection, input: EntryCollectionsInput): DecapField[] {
  const fields = fieldsOf(descriptionOf(collection, 'original'), { ...input, translation: false }).map((field) => narrowed(field, collection, input));
  return [...withBody(fields, bodyOf(collection, input)), still('_translationsStillRight', input)];
}

/** Only what a translation has of its own. Which language it is of was said when it was begun. */
function translationFields(collection: Collection, input: EntryCollectionsInput): DecapField[] {
  const node = translatedNode(descriptionOf(collection, 'translation'), [
    descriptionOf(collection, 'translation'),
    descriptionOf(collection, 'original'),
  ]);
  const fields = fieldsOf(node, { ...input, translation: true });
  const about = ['translates', 'state', 'translator'];
  const [own, translated] = [true, false].map((isAbout) => fields.filter(({ name }) => about.includes(name) === isAbout));
  return [...withBody(translated!, bodyOf(collection, input)), ...own!, still('_stillRight', input)];
}

/** Who edits for desks alone writes for these; what is of no desk of theirs they could not publish. */
function narrowed(field: DecapField, collection: Collection, { role, desks }: EntryCollectionsInput): DecapField {
  const forDesksOnly = field.name === 'desk' && desks.length > 0 && !mayWith(role, 'write', { collection, kind: 'original', relation: 'other' });
  return forDesksOnly ? { ...field, only: desks, default: desks[0]! } : field;
}

/** What one came to write stands where one begins: below title, summary and what goes with them, before everything that is only filled in. */
function withBody(fields: readonly DecapField[], body: readonly DecapField[]): DecapField[] {
  const head = ['title', 'summary', 'keywords'];
  const [first, rest] = [true, false].map((isHead) => fields.filter(({ name }) => head.includes(name) === isHead));
  return [...first!, ...body, ...rest!];
}

/** A fact is its fields. */
const bodyOf = (collection: Collection, { say }: EntryCollectionsInput): DecapField[] =>
  collection === 'facts' ? [] : [{ name: 'body', label: say('editor.config.body'), widget: 'doorstep-text', required: true }];

/** Not stored: what the writer says about this one save. */
const still = (name: '_translationsStillRight' | '_stillRight', { say }: EntryCollectionsInput): DecapField => ({
  name,
  label: say(name === '_stillRight' ? 'editor.config.stillRight' : 'editor.config.translationsStillRight'),
  hint: say(name === '_stillRight' ? 'editor.config.stillRight.hint' : 'editor.config.translationsStillRight.hint'),
  widget: 'boolean',
  required: false,
});
