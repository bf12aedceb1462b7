import type { Collection } from '../content-model/collections.ts';
import { peopleIndex, peopleIndexPath } from '../views/people-index.ts';
import { siteVocabulary } from '../search/site-vocabulary.ts';
import { vocabularyPath, writeVocabulary } from '../search/vocabulary.ts';
import { inLanguage, type Site } from '../views/site.ts';
import { headersFile } from './site-headers.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Files that are not pages: the host's headers, who told in each language, and for earlier addresses both the host's redirects and a page that leads on. */
export function siteFiles(site: Site): Map<string, string> {
  const files = new Map<string, string>();
  const redirects: string[] = [];
  for (const [key, slug] of [...site.graph.aliases].sort()) {
    const [collection, alias] = key.split('/') as [Collection, string];
    const group = site.graph.groups[collection].get(slug);
    if (!group || collection === 'facts' || !site.published.has(group as never)) continue;
    for (const lang of site.languages) {
      const target = `/${lang}/${collection}/${slug}/`;
      redirects.push(`/${lang}/${collection}/${alias}/ ${target} 301`);
      const title = 'title' in group.original.data ? inLanguage(group as never as Parameters<typeof inLanguage>[0], lang).data.title : slug;
      files.set(
        `${lang}/${collection}/${alias}/index.html`,
        `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0;url=${target}"><link rel="canonical" href="${site.graph.settings.site.origin}${target}"><title>${escape(title)}</title></head><body><p><a href="${target}">${escape(title)}</a></p></body></html>`,
      );
    }
  }
  for (const lang of site.languages) files.set(peopleIndexPath(lang).slice(1), JSON.stringify(peopleIndex(site, lang)));
  for (const lang of site.languages) files.set(vocabularyPath(lang).slice(1), JSON.stringify(writeVocabulary(siteVocabulary(site, lang))));
  files.set('_redirects', redirects.map((line) => `${line}\n`).join(''));
  files.set('_headers', headersFile());
  return files;
}
