import { randomUUID } from 'node:crypto';
import type { DocumentName } from '../../../server/document.ts';
import type { Answer, CmsClient, Visitor } from '../../harness/cms-client.ts';
import { guideText } from '../../harness/document-text.ts';
import { editingBy, type Editing } from '../../harness/editing.ts';
import { Ledger } from '../../harness/ledger.ts';
import type { PartResult } from '../../harness/report.ts';
import { verify } from '../../harness/verify.ts';
import { nextMark, savedAs } from '../../harness/writer.ts';

/** What is tried while something fails. */
export type Attempt = 'a first save' | 'a later save' | 'a publication';
export const attempts: readonly Attempt[] = ['a first save', 'a later save', 'a publication'];

/** Something that can be made to fail and go well again. */
export interface Fault {
  /** For the report: `the 3rd flush fails with EIO`. */
  name: string;
  begin: () => void | Promise<void>;
  /** Goes well again. Returns whether anything failed meanwhile. */
  end: () => boolean | Promise<boolean>;
  /** What may be answered beside 200. */
  statuses: readonly number[];
}

export interface Bench {
  data: string;
  client: CmsClient;
  who: Visitor;
  ledger: Ledger;
  /** Names of documents that are not there yet. */
  newName: () => DocumentName;
  result: PartResult;
  tally: Map<number, number>;
}

/** How long an answer may take when something fails at once, in milliseconds. */
const slow = 30_000;

/**
 * One request while something fails. Afterwards the document is as before or as it would be after; the answer says so in a sentence; and the same
 * request sent again, once nothing fails any more, is done.
 * @returns whether the fault met the request
 */
export async function tryUnder(bench: Bench, attempt: Attempt, fault: Fault): Promise<boolean> {
  const { ledger, result, client, who, data } = bench;
  const editing = editingBy(client, who);
  const name = await readyFor(bench, editing, attempt);
  const before = ledger.stateOf(name);
  const [mark, key] = [nextMark(), randomUUID()];
  const text = guideText({ mark });
  const send = (): Promise<Answer> =>
    attempt === 'a publication' ? editing.publish(name) : editing.save(name, { text, seen: before.draft?.revision ?? null, key });
  const after =
    attempt === 'a publication'
      ? { draft: null, published: before.draft }
      : { draft: { mark, revision: '', status: before.draft?.status ?? ('draft' as const) }, published: before.published };
  const complain = (what: string) => result.complaints.push(`${fault.name} during ${attempt}: ${what}`);

  ledger.begin(name, after);
  await fault.begin();
  let answer: Answer | undefined;
  try {
    answer = await send();
  } catch (problem) {
    complain(`no answer (${(problem as Error).message})`);
  }
  const met = await fault.end();
  if (answer) {
    bench.tally.set(answer.status, (bench.tally.get(answer.status) ?? 0) + 1);
    if (answer.status === 200) ledger.acknowledge(name, savedAs(after, answer));
    else if (!fault.statuses.includes(answer.status) || !isSentence(answer.body.error)) complain(`answered ${answer.status}: ${answer.body.error}`);
    if (answer.milliseconds > slow) complain(`the answer took ${Math.round(answer.milliseconds / 1000)} s`);
  }
  const { lost, complaints } = await verify(data, ledger);
  for (const loss of lost) result.lost.push(`${fault.name} during ${attempt}: ${loss}`);
  for (const complaint of complaints) complain(complaint);

  const isPublished = attempt === 'a publication' && !ledger.stateOf(name).draft;
  const again = isPublished ? undefined : await send().catch((problem: Error) => ({ status: 0, body: { error: problem.message } }));
  if (again && again.status !== 200) complain(`afterwards the same request was answered ${again.status}: ${again.body.error}`);
  if (again) await verifyAgain(bench, name, after, complain);
  return met;
}

async function verifyAgain(bench: Bench, name: DocumentName, after: Parameters<Ledger['begin']>[1], complain: (what: string) => void): Promise<void> {
  bench.ledger.begin(name, after);
  const { lost } = await verify(bench.data, bench.ledger);
  for (const loss of lost) complain(`after trying again, ${loss}`);
  if (bench.ledger.stateOf(name).draft?.mark !== after.draft?.mark) complain('trying again was acknowledged and changed nothing');
  const { status, body } = await editingBy(bench.client, bench.who).discard(name);
  if (status !== 200) return complain(`afterwards deleting the draft was answered ${status}: ${body.error}`);
  bench.ledger.begin(name, { draft: null, published: after.published });
  bench.ledger.acknowledge(name);
}

/** A document on which the attempt can be made. */
async function readyFor({ newName, ledger }: Bench, editing: Editing, attempt: Attempt): Promise<DocumentName> {
  const name = newName();
  if (attempt === 'a first save') return name;
  const mark = nextMark();
  const saved = await editing.save(name, { text: guideText({ mark }), seen: null });
  const [entry] = (saved.body['entries'] ?? []) as { _revision: string }[];
  if (saved.status !== 200 || !entry) throw new Error(`A save without any fault was answered ${saved.status}: ${saved.body.error}`);
  if (attempt === 'a publication') {
    const ready = await editing.setStatus(name, 'pending_publish');
    if (ready.status !== 200) throw new Error(`A change of status without any fault was answered ${ready.status}: ${ready.body.error}`);
  }
  ledger.begin(name, {
    draft: { mark, revision: entry._revision, status: attempt === 'a publication' ? 'pending_publish' : 'draft' },
    published: null,
  });
  ledger.acknowledge(name);
  return name;
}

/** Whether a person is told something: a sentence, and neither a path, a command nor a code of the system. */
const isSentence = (text: unknown): boolean =>
  typeof text === 'string' && /^\S.*\s.*[.!]$/s.test(text) && !/\bE[A-Z]{3,}\b|fatal:|\/|\bgit\b/.test(text);
