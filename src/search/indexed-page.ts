import type { SearchRecord } from '../views/view.ts';

const main = '<main id="main" tabindex="-1">';
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
/** The smallest size of a story's portrait, which every list of stories has too. */
const face = /<div class="face[^>]*>\s*<img [^>]*?srcset="(\/media\/[^ "]+)/;

/** What a page says of others, or says on every page: it would be found for their words. Selectors of its markup. */
export const notIndexed = [
  '.onward',
  '.notice',
  '.sample',
  '.idline',
  '.id .small',
  '.leg.people',
  '.guidelines',
  '.guiderow',
  '.others',
  '.colophon',
  '.end',
  '.rings',
  '.key',
  '.voice',
  '.plate',
  '.tile',
  '.tick',
  '.stop-title .n',
  '.fork legend',
  '.fork label',
];

/**
 * A page as the index reads it: its main part, with the facets and what results show of it. They come from the view and stand in no published page, so
 * they cost readers nothing.
 */
export function indexedPage(html: string, { collection, title, summary, facets, words }: SearchRecord): string {
  const filters = Object.entries({ kind: [collection], ...facets }).flatMap(([name, values]) =>
    values.map((value) => `<i data-v="${escape(value)}" data-pagefind-filter="${name}[data-v]"></i>`),
  );
  const shown = {
    title,
    summary,
    words,
    kind: collection,
    voice: facets['voice']?.[0] ?? '',
    topic: facets['topics']?.[0] ?? '',
    // The first picture of a page would be taken by itself; only portraits stand for what they belong to.
    image: collection === 'stories' ? (face.exec(html)?.[1] ?? '') : '',
  };
  const meta = Object.entries(shown).map(([name, value]) => `<i data-v="${escape(value)}" data-pagefind-meta="${name}[data-v]"></i>`);
  return html.replace(main, () => `<main data-pagefind-body>${filters.join('')}${meta.join('')}`);
}
