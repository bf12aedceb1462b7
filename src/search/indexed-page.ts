import type { SearchRecord } from '../views/view.ts';

const main = '<main id="main" tabindex="-1">';
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * A page as the index reads it: its main part, with the facets and what results show of it. They come from the view and stand in no published page, so
 * they cost readers nothing.
 */
export function indexedPage(html: string, { collection, title, summary, facets }: SearchRecord): string {
  const filters = Object.entries({ kind: [collection], ...facets }).flatMap(([name, values]) =>
    values.map((value) => `<i data-v="${escape(value)}" data-pagefind-filter="${name}[data-v]"></i>`),
  );
  const meta = Object.entries({ title, summary, kind: collection, voice: facets['voice']?.[0] ?? '' }).map(
    ([name, value]) => `<i data-v="${escape(value)}" data-pagefind-meta="${name}[data-v]"></i>`,
  );
  return html.replace(main, () => `<main data-pagefind-body>${filters.join('')}${meta.join('')}`);
}
