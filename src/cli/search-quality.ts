import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collections } from '../content-model/collections.ts';
import { buildSite } from '../release/build.ts';
import { find } from '../search/find.ts';
import { pagefindOptions } from '../search/page/index-client.ts';
import { queries, type LabelledQuery } from '../search/queries.ts';
import { readVocabulary, vocabularyPath } from '../search/vocabulary.ts';
import { options } from './options.ts';
import { progressLine } from './progress.ts';

// How well the sample city's search finds what readers look for: the share of labelled queries whose entry is among the first three, by language.
const { values } = options({ verbose: { type: 'boolean' }, site: { type: 'string' } });
const among = 3;

interface Pagefind {
  search: (
    words: string | null,
    options?: { filters: Record<string, string> },
  ) => Promise<{ results: { id: string; score: number; data: () => Promise<{ url: string }> }[] }>;
}

/** Pagefind fetches its index; here it lies on the disk. */
const fetchOverNetwork = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const url = String(input);
  if (!url.startsWith('file:')) return fetchOverNetwork(input, init);
  return new Response(new Uint8Array(await readFile(fileURLToPath(url.replace(/\?.*/, '')))));
};

async function searcherOf(site: string, lang: string): Promise<(query: string) => Promise<string[]>> {
  const folder = `file://${join(site, 'pagefind', lang)}/`;
  const { createInstance } = (await import(`${folder}pagefind.js`)) as { createInstance: (given: object) => Pagefind };
  const pagefind = createInstance({ basePath: folder, ...pagefindOptions });
  const words = readVocabulary(JSON.parse(await readFile(join(site, vocabularyPath(lang)), 'utf8')));
  const kinds = new Map<string, string>();
  for (const kind of collections) for (const { id } of (await pagefind.search(null, { filters: { kind } })).results) kinds.set(id, kind);
  return async (query) => {
    const { hits } = await find({
      query,
      lang,
      search: async (terms) => (await pagefind.search(terms)).results,
      vocabulary: async () => words,
      kindOf: ({ id }) => kinds.get(id),
    });
    const pages = await Promise.all(hits.slice(0, among).map((hit) => hit.data()));
    return pages.map(({ url }) =>
      url
        .slice(url.indexOf(`/${lang}/`))
        .split('/')
        .slice(2, 4)
        .join('/'),
    );
  };
}

const isFound = ({ wanted }: LabelledQuery, found: readonly string[]) =>
  (typeof wanted === 'string' ? [wanted] : wanted).some((one) => found.includes(one));

const started = performance.now();
const line = progressLine();
const temporary = await mkdtemp(join(tmpdir(), 'doorstep-quality-'));
try {
  let { site } = values;
  if (!site) {
    const { published } = await buildSite({ out: temporary, step: line.step });
    if (!published) throw new Error('The sample city was not built: `npm run check` says why.');
    site = published.folder;
  }
  line.step('Searching');
  const rows: string[] = [];
  for (const lang of new Set(queries.map((query) => query.lang))) {
    const search = await searcherOf(site, lang);
    const asked = queries.filter((query) => query.lang === lang);
    const answers: { query: LabelledQuery; found: string[] }[] = [];
    for (const query of asked) answers.push({ query, found: await search(query.query) });
    const missed = answers.filter(({ query, found }) => !isFound(query, found));
    rows.push(`${lang}  ${asked.length - missed.length} of ${asked.length}  ${Math.round((100 * (asked.length - missed.length)) / asked.length)} %`);
    for (const { query, found } of values.verbose ? answers : missed)
      rows.push(
        `    ${isFound(query, found) ? '+' : '-'} ${query.query} (${query.tests}): ${found.join(', ') || 'nothing'}; wanted ${String(query.wanted)}`,
      );
  }
  line.done(`${queries.length} queries`, started);
  console.log(rows.join('\n'));
} finally {
  await rm(temporary, { recursive: true, force: true });
}
process.exit();
