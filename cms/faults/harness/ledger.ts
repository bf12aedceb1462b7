import { documentKey, type DocumentName } from '../../server/document.ts';
import type { Status } from '../../server/store/store.ts';

/** One text, known by its mark and the hash git gives it (empty while nobody knows it). */
export interface Marked {
  mark: number;
  revision: string;
}

/** What a document is at a moment. */
export interface DocumentState {
  draft: (Marked & { status: Status }) | null;
  published: Marked | null;
}

export const nothing: DocumentState = { draft: null, published: null };

interface Account {
  name: DocumentName;
  acknowledged: DocumentState;
  /** What it would be had the request under way been done. */
  pending?: DocumentState | undefined;
  /** Acknowledged saves that the history must hold: those of the present draft, and what was published. */
  kept: Marked[];
  published: Set<number>;
}

/**
 * What was acknowledged, document by document. Each document has one writer at a time, so after a crash it is as it was acknowledged last,
 * or as the one request under way would have made it; anything else is a loss.
 */
export class Ledger {
  readonly #accounts = new Map<string, Account>();
  #saves = 0;
  #halves = 0;

  /** Acknowledged saves. */
  get saves(): number {
    return this.#saves;
  }
  /** Publications that a crash cut in two: the text is published, and its draft is still there. Publishing it again, or deleting the draft, ends that. */
  get halves(): number {
    return this.#halves;
  }
  get names(): DocumentName[] {
    return [...this.#accounts.values()].map(({ name }) => name);
  }
  /** Acknowledged texts that the repository's history must hold. */
  get kept(): Marked[] {
    return [...this.#accounts.values()].flatMap(({ kept }) => kept);
  }
  stateOf(name: DocumentName): DocumentState {
    return this.#account(name).acknowledged;
  }

  /** What a document was before the campaign. */
  know(name: DocumentName, state: DocumentState): void {
    this.#move(this.#account(name), state);
  }

  /** A request is on its way: from now on both states are possible. */
  begin(name: DocumentName, after: DocumentState): void {
    this.#account(name).pending = after;
  }

  /** It was answered with success; `after` is what the answer says of it, as far as it does. */
  acknowledge(name: DocumentName, after?: DocumentState): void {
    const account = this.#account(name);
    const [before, now] = [account.acknowledged, after ?? account.pending ?? account.acknowledged];
    if (now.draft && now.draft.mark !== before.draft?.mark) {
      this.#saves++;
      account.kept.push({ mark: now.draft.mark, revision: now.draft.revision });
    }
    this.#move(account, now);
  }

  /** It was refused, and nothing changed. */
  refuse(name: DocumentName): void {
    this.#account(name).pending = undefined;
  }

  /** Compares what is there with what was acknowledged, and goes on from what is there. Returns a sentence for each document that lost something. */
  settle(observed: ReadonlyMap<string, DocumentState>): string[] {
    const losses: string[] = [];
    for (const [key, account] of this.#accounts) {
      const seen = observed.get(key) ?? nothing;
      const { acknowledged, pending } = account;
      const half = pending && acknowledged.draft && !pending.draft && same({ draft: acknowledged.draft, published: pending.published }, seen);
      const whole = same(acknowledged, seen) || (pending && same(pending, seen));
      if (half && !whole) this.#halves++;
      else if (!whole) losses.push(`${key} is ${said(seen)}; acknowledged was ${said(acknowledged)}${pending ? `, under way ${said(pending)}` : ''}`);
      this.#move(account, seen);
    }
    return losses;
  }

  /** What a draft held is kept only as long as the draft is there, or where it was published. */
  #move(account: Account, now: DocumentState): void {
    if (now.published) account.published.add(now.published.mark);
    if (!now.draft) account.kept = account.kept.filter(({ mark }) => account.published.has(mark));
    account.acknowledged = now;
    account.pending = undefined;
  }

  #account(name: DocumentName): Account {
    const key = documentKey(name);
    const account = this.#accounts.get(key) ?? { name, acknowledged: nothing, kept: [], published: new Set<number>() };
    this.#accounts.set(key, account);
    return account;
  }
}

const same = (a: DocumentState, b: DocumentState): boolean =>
  a.draft?.mark === b.draft?.mark && a.draft?.status === b.draft?.status && a.published?.mark === b.published?.mark;

const said = ({ draft, published }: DocumentState): string =>
  `${draft ? `a draft with mark ${draft.mark} (${draft.status})` : 'no draft'} and ${published ? `published with mark ${published.mark}` : 'not published'}`;
