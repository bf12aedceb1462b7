import { randomUUID } from 'node:crypto';
import type { DocumentName } from '../../server/document.ts';
import type { Status } from '../../server/store/store.ts';
import type { Random } from '../../../src/release/random.ts';
import type { Answer } from './cms-client.ts';
import { guideText } from './document-text.ts';
import type { Editing } from './editing.ts';
import type { DocumentState, Ledger } from './ledger.ts';

/** How often of a hundred a draft is saved again, has its status changed, is published or is deleted. */
export interface Mix {
  save: number;
  status: number;
  publish: number;
  discard: number;
}

export type Step = keyof Mix;

export interface Writer {
  /** Does one thing with one document and keeps the ledger. Throws where the connection breaks: then its outcome is open. */
  step(): Promise<{ step: Step; answer: Answer }>;
}

/** Marks grow over the whole campaign, so that no two texts have the same. */
let lastMark = 0;
export const nextMark = (): number => ++lastMark;

const isDone = ({ status }: Answer) => status === 200;

export interface WriterOptions {
  editing: Editing;
  ledger: Ledger;
  names: readonly DocumentName[];
  random: Random;
  mix: Mix;
  /** A text of a document that carries a mark. */
  textOf?: (name: DocumentName, mark: number, random: Random) => string;
}

const guideOf: WriterOptions['textOf'] & {} = (_name, mark, random) =>
  guideText({ mark, more: `\n${'A sentence about bicycles, lamps and locks. '.repeat(random.between(0, 40))}\n` });

/** Somebody who works on documents that nobody else touches, each request after the answer to the one before. */
export function createWriter({ editing, ledger, names, random, mix, textOf = guideOf }: WriterOptions): Writer {
  /** Sends a request whose success makes this of the document. A refusal with 4xx changed nothing; of a 5xx nobody knows until it is looked at. */
  async function send(name: DocumentName, after: DocumentState, request: () => Promise<Answer>): Promise<Answer> {
    ledger.begin(name, after);
    const answer = await request();
    if (isDone(answer)) ledger.acknowledge(name, savedAs(after, answer));
    else if (answer.status < 500) ledger.refuse(name);
    return answer;
  }

  async function save(name: DocumentName): Promise<Answer> {
    const { draft, published } = ledger.stateOf(name);
    const mark = nextMark();
    const text = textOf(name, mark, random);
    const seen = draft?.revision ?? published?.revision ?? null;
    const after = { draft: { mark, revision: '', status: draft?.status ?? ('draft' as const) }, published };
    return send(name, after, () => editing.save(name, { text, seen, key: randomUUID() }));
  }

  async function setStatus(name: DocumentName, status: Status): Promise<Answer> {
    const { draft, published } = ledger.stateOf(name);
    return send(name, { draft: { ...draft!, status }, published }, () => editing.setStatus(name, status));
  }

  async function publish(name: DocumentName): Promise<Answer> {
    const { draft } = ledger.stateOf(name);
    if (draft!.status !== 'pending_publish') {
      const ready = await setStatus(name, 'pending_publish');
      if (!isDone(ready)) return ready;
    }
    return send(name, { draft: null, published: draft }, () => editing.publish(name));
  }

  const discard = (name: DocumentName) => send(name, { draft: null, published: ledger.stateOf(name).published }, () => editing.discard(name));

  /** A step by the mix. All but saving needs a draft. */
  function choose(): Step {
    let at = random.next() * (mix.save + mix.status + mix.publish + mix.discard);
    for (const step of ['status', 'publish', 'discard'] as const) if ((at -= mix[step]) < 0) return step;
    return 'save';
  }

  return {
    async step() {
      const drafts = names.filter((name) => ledger.stateOf(name).draft);
      const step = drafts.length > 0 ? choose() : 'save';
      const name = random.pick(step === 'save' ? names : drafts);
      const { draft } = ledger.stateOf(name);
      const other = draft?.status === 'pending_review' ? 'draft' : 'pending_review';
      const answer = await {
        save: () => save(name),
        status: () => setStatus(name, other),
        publish: () => publish(name),
        discard: () => discard(name),
      }[step]();
      return { step, answer };
    },
  };
}

/** The state after a request, with what the answer to a save says of it. */
export function savedAs(after: DocumentState, { body }: Answer): DocumentState {
  const [entry] = (body['entries'] ?? []) as { _revision: string; status: Status }[];
  return entry && after.draft ? { ...after, draft: { ...after.draft, revision: entry._revision, status: entry.status } } : after;
}
