import { collections } from '../../../src/content-model/collections.ts';
import { median } from '../../../src/bench/samples.ts';
import type { DocumentName } from '../../server/document.ts';
import type { CorpusCity } from '../harness/corpus-city.ts';
import { pathOf } from '../harness/document-text.ts';
import { percentile } from '../harness/percentile.ts';
import type { Answer } from '../harness/cms-client.ts';
import { nextMark } from '../harness/writer.ts';
import type { Candidate } from './candidates.ts';

/** What was measured of one candidate, in milliseconds. */
export interface StoreFigures {
  /** Every list of the editor, one after the other: each collection in each language. The first time, and the median of later ones. */
  firstLists: number;
  lists: number;
  /** The longest of them. */
  longestList: number;
  open: number;
  save: number;
  /** Thirty saves at once: until the last was answered, and how many were refused. */
  together: number;
  togetherP95: number;
  failed: number;
}

const rounds = 7;
const opened = 30;
const savedAlone = 10;
const savedTogether = 30;

/** Measures a candidate through the protocol; every answer must hold what was asked for. */
export async function measureStore({ client, who }: Candidate, corpus: CorpusCity, entries: number): Promise<StoreFigures> {
  const well = (answer: Answer, what: string): Answer => {
    if (answer.status !== 200) throw new Error(`${what} was answered ${answer.status}: ${answer.body.error}`);
    return answer;
  };
  // Of all languages at once: of one language ours lists originals and translations apart.
  const folders = collections.map((collection) => `content/${collection}`);
  const allLists = async () => {
    const answers: Answer[] = [];
    for (const folder of folders) answers.push(well(await client.call(who, 'entriesByFolder', { folder, extension: 'mdx', depth: 2 }), folder));
    const listed = answers.reduce((sum, { body }) => sum + ((body['list'] as unknown[] | undefined)?.length ?? 0), 0);
    if (Math.abs(listed - entries) > entries / 20) throw new Error(`The lists hold ${listed} entries, not about ${entries}.`);
    return answers.map(({ milliseconds }) => milliseconds);
  };
  const total = (times: readonly number[]) => times.reduce((sum, time) => sum + time, 0);
  const firstLists = total(await allLists());
  const later: number[][] = [];
  for (let round = 0; round < rounds; round++) later.push(await allLists());

  const open = async (name: DocumentName) => {
    const answer = well(await client.call(who, 'getEntry', { path: pathOf(name) }), pathOf(name));
    const { data } = answer.body as unknown as { data: string };
    return { data, milliseconds: answer.milliseconds };
  };
  const save = (name: DocumentName, data: string) =>
    client.call(who, 'persistEntry', {
      dataFiles: [{ slug: name.slug, path: pathOf(name), raw: data.replace(/^title: .*(?:\n {2,}.*)*$/m, `title: Mark ${nextMark()}`) }],
      assets: [],
      options: { collectionName: name.collection, commitMessage: 'Save', useWorkflow: true, status: 'draft' },
    });
  // decap-server knows no languages: two entries of one slug would be one draft to it.
  const names = [...new Map(corpus.names.map((name) => [`${name.collection}/${name.slug}`, name])).values()];
  const opens: number[] = [];
  for (const name of names.slice(0, opened)) opens.push((await open(name)).milliseconds);
  const saves: number[] = [];
  for (const name of names.slice(0, savedAlone)) saves.push(well(await save(name, (await open(name)).data), 'a save').milliseconds);

  const many = await Promise.all(names.slice(savedAlone, savedAlone + savedTogether).map(async (name) => ({ name, data: (await open(name)).data })));
  const began = performance.now();
  const answers = await Promise.all(many.map(({ name, data }) => save(name, data)));
  return {
    firstLists,
    lists: median(later.map(total)),
    longestList: median(later.map((times) => Math.max(...times))),
    open: median(opens),
    save: median(saves),
    together: performance.now() - began,
    togetherP95: percentile(
      answers.map(({ milliseconds }) => milliseconds),
      0.95,
    ),
    failed: answers.filter(({ status }) => status !== 200).length,
  };
}
