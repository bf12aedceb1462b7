import type { DocumentName } from '../document.ts';

/** The path on the site at which a document is seen; none where it has no page of its own, as facts do. */
export function liveAddress({ collection, lang, slug }: DocumentName): string | undefined {
  if (collection === 'facts') return undefined;
  if (collection === 'settings') return '/';
  return collection === 'strings' ? `/${lang}/` : `/${lang}/${collection}/${slug}/`;
}
