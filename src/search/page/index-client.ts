import type { Hit } from '../find.ts';

/** A page as its index holds it, with the words that were found marked in the excerpt. Everything in it is text of the content: never markup. */
export interface Fragment {
  url: string;
  meta: Record<string, string | undefined>;
  /** Text with `<mark>` around words; `<` and `>` of the text itself are written `&lt;` and `&gt;`. */
  excerpt: string;
}

export interface IndexHit extends Hit {
  lang: string;
  data: () => Promise<Fragment>;
}

interface Filters {
  filters?: Record<string, string>;
}
/** What we use of Pagefind's own interface (https://pagefind.app/docs/api/). */
interface Pagefind {
  search: (words: string | null, options?: Filters) => Promise<{ results: { id: string; score: number; data: () => Promise<Fragment> }[] }>;
}
interface PagefindModule {
  createInstance: (options: object) => Pagefind;
}

/** The index of one language. */
export interface LanguageIndex {
  lang: string;
  search: (words: string | null, filters?: Record<string, string>) => Promise<IndexHit[]>;
}

/** A word in a title says most of what a page is about; then come the words its editors added and its summary. A picture's text and a kind say nothing. */
const ranking = { metaWeights: { title: 6, words: 4, summary: 2, kind: 0, voice: 0, topic: 0, image: 0, image_alt: 0 } };
/**
 * In the page, not in a worker: that saves 12 KB, and Pagefind gives up on a worker that takes five seconds to load, as it may on a slow phone. The policy of the
 * search page lets it run (`data-wasm`, src/release/finish.ts).
 */
export const pagefindOptions = { excerptLength: 26, ranking, noWorker: true };

const opened = new Map<string, Promise<LanguageIndex>>();
/** How often the program of a language could not be loaded: a browser remembers that an address failed, so the next try asks another. */
const failures = new Map<string, number>();

/**
 * Opens the index of a language: some 80 KB the first time. Each language has a Pagefind of its own, since the stemmer belongs to the program and a merged
 * index would be searched with that of the first. Fails where a file of it cannot be fetched.
 */
export function openIndex(lang: string): Promise<LanguageIndex> {
  const known = opened.get(lang) ?? open(lang);
  opened.set(lang, known);
  return known;
}

/** Forgets an index of which a part could not be fetched: the next search tries again. */
export function forgetIndex(lang: string): void {
  opened.delete(lang);
  failures.set(lang, (failures.get(lang) ?? 0) + 1);
}

async function open(lang: string): Promise<LanguageIndex> {
  const folder = `/pagefind/${lang}/`;
  const failed = failures.get(lang);
  const { createInstance } = (await import(/* @vite-ignore */ `${folder}pagefind.js${failed ? `?${failed}` : ''}`)) as PagefindModule;
  const pagefind = createInstance({ basePath: folder, ...pagefindOptions });
  const asked = new Map<string, Promise<IndexHit[]>>();
  const search: LanguageIndex['search'] = (words, filters) => {
    const key = JSON.stringify([words, filters]);
    const before = asked.get(key);
    if (before) return before;
    const answer = pagefind
      .search(words, filters ? { filters } : {})
      .then(({ results }) => results.map(({ id, score, data }) => ({ id: `${lang} ${id}`, score, lang, data })));
    asked.set(key, answer);
    return answer;
  };
  return { lang, search };
}
