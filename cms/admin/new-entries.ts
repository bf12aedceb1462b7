import type { DecapCmsCore } from 'decap-cms-core';
import type { Map } from 'immutable';
import { callPatiently } from './patience.ts';
import { pageData } from './page-data.ts';

interface SavedEntry {
  entry: Map<string, unknown>;
}

/** A new entry gets its slug from the server when it is saved first: readable in every script, and like no other. */
export function giveSlugs(cms: typeof DecapCmsCore): void {
  cms.registerEventListener({
    name: 'preSave',
    handler: async ({ entry }: SavedEntry) => {
      const data = entry.get('data') as Map<string, unknown>;
      if (!entry.get('newRecord')) return data;
      const collection = String(entry.get('collection')).split('-')[0];
      const { slug } = await callPatiently<{ slug: string }>('newSlug', {
        collection,
        lang: pageData().lang,
        title: String(data.get('title') ?? ''),
      });
      // A copy of another entry is no later version of it.
      return data.delete('_revision').delete('_original').set('_slug', slug);
    },
  } as never);
}
