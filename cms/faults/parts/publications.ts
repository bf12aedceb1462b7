import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFrom, type Random } from '../../../src/release/random.ts';
import { dataFolderAt, type DataFolder } from '../../server/data-folder.ts';
import { documentFile, documentKey, draftRef, type DocumentName } from '../../server/document.ts';
import { cmsClient, type CmsClient, type Visitor } from '../harness/cms-client.ts';
import { campaignGuide, guideText, markIn } from '../harness/document-text.ts';
import { editingBy } from '../harness/editing.ts';
import { Ledger } from '../harness/ledger.ts';
import { addressOf, LivePages } from '../harness/live-pages.ts';
import { percentile } from '../harness/percentile.ts';
import { copyOf, preparedFixtureCity } from '../harness/prepared-city.ts';
import { emptyResult, type Part, type PartOptions, type PartResult } from '../harness/report.ts';
import { observe } from '../harness/repository.ts';
import { runProgram } from '../harness/run-program.ts';
import { startServer } from '../harness/server-process.ts';
import { siteClient } from '../harness/site-client.ts';
import { whenUpToDate } from '../harness/up-to-date.ts';
import { verify } from '../harness/verify.ts';
import { watchingReaders } from '../harness/watching-readers.ts';
import { nextMark } from '../harness/writer.ts';

const slugs = ['together-1', 'together-2', 'together-3', 'together-4'];
const perSecond = 50;

/** Publishes again and again while readers read; every tenth text is one that no release takes. */
export const publications: Part = { name: 'publications', title: 'publications under readers, some with bad content', run };

async function run({ work, short, count, seed, say }: PartOptions): Promise<PartResult> {
  const result = emptyResult();
  const random = randomFrom(seed);
  const city = await preparedFixtureCity(work);
  const data = dataFolderAt(await copyOf(city, join(work, 'published')));
  const server = await startServer({ ...city.options, data: data.root });
  const client = cmsClient(server);
  const ledger = new Ledger();
  const bad = new Set<number>();
  const site = siteClient(server.sitePort);
  const around: Around = { client, who: city.people[0]!, author: city.people[1]!, ledger, bad, random, data, result, get: (path) => site.get(path) };
  for (const slug of slugs) await publish(around, campaignGuide(slug), 'good');
  await whenUpToDate(client, around.who);

  const readers = watchingReaders({ sitePort: server.sitePort, slugs, perSecond, random, mayBeSeen: (mark) => !bad.has(mark) });
  const many = count ?? (short ? 20 : 200);
  const live: number[] = [];
  let badOnes = 0;
  for (let number = 1; number <= many; number++) {
    const name = campaignGuide(random.pick(slugs));
    if (number % 10 === 5) {
      badOnes++;
      await publishBad(around, name);
      continue;
    }
    const began = performance.now();
    await publish(around, name, 'good');
    // Some wait until their text is out; others publish the next at once, and both may go into one release.
    if (random.chance(0.6)) {
      await whenLive(around, name);
      live.push(performance.now() - began);
    }
  }
  await whenUpToDate(client, around.who);
  const { requests, p95, faults } = await readers.stop();
  result.complaints.push(...faults);
  const { lost, complaints } = await verify(data.root, ledger);
  result.lost.push(...lost);
  result.complaints.push(...complaints, ...(await new LivePages(ledger).faultsWhenSettled({ client, who: around.who, sitePort: server.sitePort })));
  say(
    `  ${many} publications, ${badOnes} of them bad; ${requests} requests of readers, p95 ${Math.round(p95)} ms; from the save to live p50 ${Math.round(percentile(live, 0.5))} ms, p95 ${Math.round(percentile(live, 0.95))} ms`,
  );
  site.close();
  client.close();
  await server.stop();
  result.acknowledged = ledger.saves;
  result.figures = {
    publications: many,
    refused: badOnes,
    'reader-requests': requests,
    'half-releases': faults.length,
    'live-p95-ms': Math.round(percentile(live, 0.95)),
  };
  return result;
}

interface Around {
  client: CmsClient;
  /** An administrator, who sees the state of publishing. */
  who: Visitor;
  /** An editor, who writes and publishes. */
  author: Visitor;
  ledger: Ledger;
  /** Marks that no reader may ever see. */
  bad: Set<number>;
  random: Random;
  data: DataFolder;
  result: PartResult;
  get: (path: string) => Promise<{ status: number; text: string }>;
}

/** Saves, declares ready and publishes. Returns the mark. */
async function publish({ client, author, ledger, bad, random, result }: Around, name: DocumentName, kind: 'good' | 'bad'): Promise<number> {
  const editing = editingBy(client, author);
  const { draft, published } = ledger.stateOf(name);
  const mark = nextMark();
  if (kind === 'bad') bad.add(mark);
  const text = guideText({ mark, more: kind === 'bad' ? `\n${incompressible(random)}\n` : '' });
  const saved = await editing.save(name, { text, seen: draft?.revision ?? published?.revision ?? null });
  const [entry] = (saved.body['entries'] ?? []) as { _revision: string }[];
  const ready = await editing.setStatus(name, 'pending_publish');
  const done = await editing.publish(name);
  for (const [what, answer] of Object.entries({ saved, ready, done }))
    if (answer.status !== 200)
      result.complaints.push(
        `${documentKey(name)} (${kind}): ${what} was answered ${answer.status}: ${answer.body.error} ${JSON.stringify(answer.body['findings'] ?? '').slice(0, 300)}`,
      );
  if (saved.status !== 200 || !entry) return mark;
  const revision = entry._revision;
  ledger.begin(name, { draft: { mark, revision, status: 'draft' }, published });
  ledger.acknowledge(name);
  if (done.status !== 200) return mark;
  ledger.begin(name, { draft: null, published: { mark, revision } });
  ledger.acknowledge(name);
  return mark;
}

/** A text that passes every check and makes a page heavier than a release allows: it must be put back, with the reason, and its author told. */
async function publishBad(around: Around, name: DocumentName): Promise<void> {
  const { client, who, ledger, data, result } = around;
  const { published: before } = ledger.stateOf(name);
  const letters = await lettersIn(data);
  const mark = await publish(around, name, 'bad');
  await whenUpToDate(client, who);
  const now = (await observe(data.repository, [name])).get(documentKey(name))!;
  const complain = (what: string) => result.complaints.push(`The bad text of ${documentKey(name)}, mark ${mark}: ${what}`);
  if (now.published?.mark !== before?.mark) complain(`main has mark ${now.published?.mark} and should have ${before?.mark} again`);
  if (now.draft?.mark !== mark) complain(`its draft has mark ${now.draft?.mark}`);
  const { output } = await runProgram('git', [`--git-dir=${data.repository}`, 'show', `${draftRef(name)}:draft.json`], { well: false });
  if (!/"refused": \[\s*"[^"]{10,}/.test(output)) complain(`its draft does not say why: ${output.slice(0, 300)}`);
  if ((await lettersIn(data)) <= letters) complain('nobody was told');
  // Who wrote it takes it back, and goes on from what is published.
  ledger.know(name, { draft: now.draft, published: now.published });
  const { status, body } = await editingBy(client, around.author).discard(name);
  if (status !== 200) complain(`deleting the draft was answered ${status}: ${body.error}`);
  ledger.know(name, { draft: null, published: now.published });
}

/** Mails that wait in the outbox. */
const lettersIn = async ({ outbox }: DataFolder): Promise<number> =>
  (await Promise.all((await readdir(outbox)).map((file) => readFile(join(outbox, file), 'utf8').catch(() => '')))).filter(Boolean).length;

async function whenLive({ get, ledger, result }: Around, name: DocumentName): Promise<void> {
  const wanted = ledger.stateOf(name).published!.mark;
  const until = performance.now() + 30_000;
  for (;;) {
    const { text } = await get(addressOf(name));
    if ((markIn(text) ?? 0) >= wanted) return;
    if (performance.now() > until) return void result.complaints.push(`${documentFile(name)} was not live after 30 seconds`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Words that no packing makes shorter: about 20 KB packed, above the budget of a page. */
const incompressible = (random: Random): string =>
  Array.from({ length: 260 }, () => `${Array.from({ length: 14 }, () => random.next().toString(36).slice(2, 10)).join(' ')}.`).join('\n\n');
