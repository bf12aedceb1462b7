import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { documentKey, type DocumentName } from '../../server/document.ts';
import { dataFolderAt } from '../../server/data-folder.ts';
import { randomFrom } from '../../../src/release/random.ts';
import { cmsClient, type CmsClient, type Visitor } from '../harness/cms-client.ts';
import { writeCorpusCity, type CorpusCity } from '../harness/corpus-city.ts';
import { campaignGuide, guideText } from '../harness/document-text.ts';
import { editingBy } from '../harness/editing.ts';
import { Ledger } from '../harness/ledger.ts';
import { LivePages } from '../harness/live-pages.ts';
import { percentile } from '../harness/percentile.ts';
import { copyOf, prepareCity, preparedFixtureCity } from '../harness/prepared-city.ts';
import { emptyResult, type Part, type PartOptions, type PartResult } from '../harness/report.ts';
import { observe } from '../harness/repository.ts';
import { startServer } from '../harness/server-process.ts';
import { verify } from '../harness/verify.ts';
import { createWriter, nextMark, type Mix, type Step } from '../harness/writer.ts';

const many = 50;
/** Few, so that there is a draft to review, publish or delete. */
const documentsEach = 4;
const entries = 1000;
const mix: Mix = { save: 60, status: 20, discard: 10, publish: 10 };

/** Fifty people at work at the same time on a thousand entries. */
export const people: Part = { name: 'people', title: 'fifty people at once', run };

async function run({ work, short, count, seed, say }: PartOptions): Promise<PartResult> {
  const result = emptyResult();
  const { city, data, corpus } = await (short ? smallCity(work) : largeCity(work));
  say(`  prepared in ${Math.round(city.preparedIn / 1000)} s; a start takes ${Math.round(city.startedIn)} ms`);
  const server = await startServer({ ...city.options, data });
  const client = cmsClient(server);
  const { repository } = dataFolderAt(data);
  const ledger = new Ledger();
  const before = await observe(repository, corpus.names);
  const shares = city.people.map((_, index) => corpus.names.filter((_name, number) => number % many === index).slice(0, documentsEach));
  for (const name of corpus.names) ledger.know(name, before.get(documentKey(name))!);

  const times = new Map<Step, number[]>();
  const began = performance.now();
  await Promise.all(
    city.people.map((person, index) =>
      workOn({ client, person, names: shares[index]!, steps: count ?? (short ? 4 : 24), seed: seed + index, ledger, corpus, times, result }),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  const done = [...times.values()].reduce((sum, list) => sum + list.length, 0);
  for (const [step, list] of times)
    say(`  ${step}: ${list.length} ×, p50 ${Math.round(percentile(list, 0.5))} ms, p95 ${Math.round(percentile(list, 0.95))} ms`);
  say(`  ${done} requests in ${seconds.toFixed(1)} s`);

  await oneEntryForAll({ client, people: city.people, name: shares[0]![0]!, ledger, corpus, result, repository });
  const { lost, complaints } = await verify(data, ledger);
  result.lost.push(...lost);
  result.complaints.push(...complaints);
  // Of a thousand entries most pages carry no mark: those that were published in the campaign do.
  const published = new Ledger();
  for (const name of ledger.names) if ((ledger.stateOf(name).published?.mark ?? -1) > 0) published.know(name, ledger.stateOf(name));
  result.complaints.push(...(await new LivePages(published).faultsWhenSettled({ client, who: city.people[0]!, sitePort: server.sitePort })));
  client.close();
  await server.stop();
  const saves = times.get('save') ?? [];
  result.acknowledged = ledger.saves;
  result.figures = { 'save-p50-ms': Math.round(percentile(saves, 0.5)), 'save-p95-ms': Math.round(percentile(saves, 0.95)) };
  return result;
}

type Edited = Pick<CorpusCity, 'names' | 'textOf'>;

/** A thousand entries, each person with some of them. */
async function largeCity(work: string) {
  const corpus = await writeCorpusCity(join(work, 'content'), entries);
  const city = await prepareCity({ work, people: many, content: corpus.content });
  return { city, data: city.data, corpus };
}

/** The fixture city, each person with guides that are not there yet: ready at once. */
async function smallCity(work: string) {
  const city = await preparedFixtureCity(work);
  const names = Array.from({ length: many * documentsEach }, (_, number) => campaignGuide(`e${number}`));
  const corpus: Edited = { names, textOf: (_name, mark) => guideText({ mark }) };
  return { city, data: await copyOf(city, join(work, 'people')), corpus };
}

interface Work {
  client: CmsClient;
  person: Visitor;
  names: readonly DocumentName[];
  steps: number;
  seed: number;
  ledger: Ledger;
  corpus: Edited;
  times: Map<Step, number[]>;
  result: PartResult;
}

async function workOn({ client, person, names, steps, seed, ledger, corpus, times, result }: Work): Promise<void> {
  const random = randomFrom(seed);
  const writer = createWriter({ editing: editingBy(client, person), ledger, names, random, mix, textOf: corpus.textOf });
  for (let number = 0; number < steps; number++) {
    const { step, answer } = await writer.step();
    if (answer.status !== 200)
      result.complaints.push(
        `${step} was answered ${answer.status}: ${answer.body.error} ${JSON.stringify(answer.body['findings'] ?? '').slice(0, 200)}`,
      );
    const list = times.get(step) ?? [];
    list.push(answer.milliseconds);
    times.set(step, list);
  }
}

interface OneEntry {
  client: CmsClient;
  people: readonly Visitor[];
  name: DocumentName;
  ledger: Ledger;
  corpus: Edited;
  result: PartResult;
  repository: string;
}

/** Everybody saves the same entry at once, having seen the same revision: one save is taken, all others are told so with both versions. */
async function oneEntryForAll({ client, people: everybody, name, ledger, corpus, result, repository }: OneEntry): Promise<void> {
  const { draft, published } = (await observe(repository, [name])).get(documentKey(name))!;
  const seen = draft?.revision ?? published?.revision ?? null;
  const marks = everybody.map(() => nextMark());
  const answers = await Promise.all(
    everybody.map((person, index) => editingBy(client, person).save(name, { text: corpus.textOf(name, marks[index]!), seen, key: randomUUID() })),
  );
  const taken = marks.filter((_, index) => answers[index]!.status === 200);
  const refused = answers.filter(({ status, body }) => status === 409 && body['versions']);
  if (taken.length !== 1 || refused.length !== everybody.length - 1)
    result.complaints.push(
      `Of ${everybody.length} saves of one entry at once ${taken.length} were taken and ${refused.length} told of the other version; wanted one and all others.`,
    );
  const now = (await observe(repository, [name])).get(documentKey(name))!;
  if (now.draft?.mark !== taken[0]) result.lost.push(`Of the saves at once mark ${taken[0]} was acknowledged, and ${now.draft?.mark} is there.`);
  ledger.know(name, now);
}
