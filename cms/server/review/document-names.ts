import type { StringKey } from '../../../src/content-model/string-keys.ts';
import { isCollection } from '../../../src/content-model/collections.ts';
import type { SettingsName } from '../../../src/content-model/settings.ts';
import type { DocumentCollection, DocumentName } from '../document.ts';
import type { Words } from '../words.ts';

/** What each kind of thing is called. */
export const collectionKeys: Readonly<Record<DocumentCollection, StringKey>> = {
  stories: 'cms.what.stories',
  guides: 'cms.what.guides',
  pages: 'cms.what.pages',
  practices: 'cms.what.practices',
  facts: 'cms.what.facts',
  settings: 'cms.what.settings',
  strings: 'cms.what.strings',
};
const settingsKeys: Readonly<Record<SettingsName, StringKey>> = {
  site: 'cms.review.settings.site',
  topics: 'cms.review.settings.topics',
  audiences: 'cms.review.settings.audiences',
  stages: 'cms.review.settings.stages',
  organisations: 'cms.review.settings.organisations',
  desks: 'cms.review.settings.desks',
  navigation: 'cms.review.settings.navigation',
};

/** How documents are called, in the language of whoever reads it. */
export const documentNames = (words: Words) => ({
  /** What kind of thing it is: "guides", "settings". */
  collection: ({ collection }: Pick<DocumentName, 'collection'>): string => words(collectionKeys[collection]),
  /** What it is called where it has no title of its own: the name of the file of settings, the interface texts, else its address. */
  title: ({ collection, slug }: DocumentName): string =>
    isCollection(collection) ? slug : collection === 'strings' ? words('cms.what.strings') : words(settingsKeys[slug as SettingsName]),
});
