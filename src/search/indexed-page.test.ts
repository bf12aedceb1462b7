import { expect, test } from 'vitest';
import { indexedPage } from './indexed-page.ts';

const page =
  '<body><main id="main" tabindex="-1"><div class="face t-work"> <img src="/media/a-480.webp" srcset="/media/a-160.webp 160w, /media/a-480.webp 480w"></div><h1>Ike</h1></main></body>';
const record = {
  collection: 'stories' as const,
  title: 'Ike: "A" <b> & more',
  summary: 'A kettle.',
  words: 'barge, Nigeria',
  facets: { voice: ['resident'], topics: ['housing', 'work'], country: ['NG'] },
};

test('facets and what results show are given to the index, escaped', () => {
  const html = indexedPage(page, record);
  expect(html).toContain('<main data-pagefind-body>');
  expect(html).toContain('data-v="Ike: &quot;A&quot; &lt;b> &amp; more" data-pagefind-meta="title[data-v]"');
  expect(html).toContain('data-v="housing" data-pagefind-filter="topics[data-v]"');
  expect(html).toContain('data-v="housing" data-pagefind-meta="topic[data-v]"');
  expect(html).toContain('data-v="barge, Nigeria" data-pagefind-meta="words[data-v]"');
});

test('a story is shown with its portrait at its smallest; a guide has none, whoever is pictured in it', () => {
  expect(indexedPage(page, record)).toContain('data-v="/media/a-160.webp" data-pagefind-meta="image[data-v]"');
  expect(indexedPage(page, { ...record, collection: 'guides' })).toContain('data-v="" data-pagefind-meta="image[data-v]"');
});
