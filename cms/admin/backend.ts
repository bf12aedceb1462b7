import { loadUnpublishedEntry } from 'decap-cms-core/dist/esm/actions/editorialWorkflow';
import { store } from 'decap-cms-core/dist/esm/redux';
import { ProxyBackend } from 'decap-cms-backend-proxy';
import type { ShownFinding } from '../server/checks/shown-findings.ts';
import { ApiProblem } from './api.ts';
import { clearStanding, sayStanding } from './bar.ts';
import { askWhichToKeep } from './conflict.ts';
import { betweenActions } from './decap-actions.ts';
import { leave } from './leave.ts';
import { withMarks, type Listed } from './list-marks.ts';
import { forgetLocalDraft } from './local-drafts.ts';
import { pageData } from './page-data.ts';
import { callPatiently } from './patience.ts';
import { clearProblems, showProblems, showRemarks } from './problems.ts';
import { renewReferences } from './references.ts';
import { latest, revisionIn, saved, withRevision } from './revisions.ts';
import { SignedIn } from './signed-in.tsx';
import { assetsFor, type SentAsset } from './widgets/chosen-pictures.ts';
import { say } from './words.ts';

interface DataFile {
  path: string;
  slug: string;
  raw: string;
}
interface PersistParams {
  dataFiles: readonly DataFile[];
  assets?: readonly SentAsset[];
  options: { collectionName: string; newEntry?: boolean };
}
interface Saved {
  entries: readonly { path: string; slug: string; _revision: string }[];
  findings: readonly ShownFinding[];
}
interface Workflow {
  collection: string;
  slug: string;
}

/** How a save ends that its writer gave up for somebody else's text: to Decap a failure, to the writer none. */
class TakenTheirs extends Error {}

/** Decap tells every save that did not come about as a failure; this one was a decision. */
export function keepQuietAboutDecisions(): void {
  betweenActions((action, pass) => {
    const { message } = (action.payload ?? {}) as { message?: { details?: unknown } };
    return action.type === 'NOTIFICATION_SEND' && message?.details instanceof TakenTheirs ? action : pass(action);
  });
}

/** Actions that decide about a text: they say which text was seen. */
const decisions = new Set(['updateUnpublishedEntryStatus', 'publishUnpublishedEntry']);

/** Decap's proxy backend, spoken to our server: who is signed in comes from the session, stale saves ask, and nothing is lost while nobody answers. */
export class DoorstepBackend extends ProxyBackend {
  /** The revision of each draft as it was seen last, by Decap's collection and slug. */
  #seen = new Map<string, string>();

  constructor(config: { backend: object }, options?: object) {
    super({ ...config, backend: { ...config.backend, proxy_url: '/api/v1', branch: 'main' } }, options);
  }

  authComponent(): typeof SignedIn {
    return SignedIn;
  }
  restoreUser(): Promise<object> {
    return this.authenticate();
  }
  /** Goes to the browser's storage: a name, and nothing that opens anything. */
  authenticate(): Promise<object> {
    const { name } = pageData().person;
    return Promise.resolve({ name, login: name, backendName: 'doorstep' });
  }
  logout(): null {
    leave();
    return null;
  }

  override async request({ action, params = {} }: { action: string; params?: object }): Promise<unknown> {
    // Decap would fetch every draft there is before it opens one; the desk lists them, and what is opened is asked for by name.
    if (action === 'unpublishedEntries') return [];
    if (action === 'persistEntry') return this.#persist(params as PersistParams);
    const answer = await callPatiently(action, decisions.has(action) ? this.#withSeen(params as Workflow) : params).catch((problem: unknown) => {
      if (problem instanceof ApiProblem && problem.findings.length > 0) showProblems(problem.message, problem.findings);
      throw problem;
    });
    this.#look(action, answer);
    if (action === 'entriesByFolder') return withMarks(answer as Listed[], params as { folder: string });
    return answer;
  }

  #look(action: string, answer: unknown): void {
    if (action === 'unpublishedEntry') {
      const { collection, slug, _revision } = answer as Workflow & { _revision: string };
      this.#seen.set(`${collection}/${slug}`, _revision);
    }
    if (action === 'publishUnpublishedEntry') clearProblems();
  }

  #withSeen(params: Workflow): object {
    const seen = this.#seen.get(`${params.collection}/${params.slug}`);
    return seen === undefined ? params : { ...params, _revision: seen };
  }

  async #persist(params: PersistParams): Promise<Saved> {
    const [file] = params.dataFiles;
    const { path, slug } = file!;
    const { collectionName } = params.options;
    const send = (raw: string) =>
      callPatiently<Saved>('persistEntry', { ...params, dataFiles: [{ ...file, raw }], assets: [...(params.assets ?? []), ...assetsFor(raw)] });
    let raw = latest(path, file!.raw);
    for (;;) {
      try {
        const answer = await send(raw);
        const { _revision } = answer.entries[0]!;
        saved(path, revisionIn(file!.raw), _revision);
        saved(path, revisionIn(raw), _revision);
        this.#seen.set(`${collectionName}/${slug}`, _revision);
        showRemarks(answer.findings);
        renewReferences();
        return answer;
      } catch (problem) {
        if (!(problem instanceof ApiProblem)) throw problem;
        if (problem.status !== 409 || !problem.versions) {
          showProblems(problem.message, problem.findings);
          throw problem;
        }
        const choice = await askWhichToKeep(problem.versions);
        if (choice === 'theirs') throw this.#takeTheirs({ collectionName, slug, isThere: problem.versions.current !== null });
        raw = withRevision(raw, problem.versions.current?.revision ?? null);
      }
    }
  }

  /** Shows what is there now in place of what was typed. What Decap does with the error comes first. */
  #takeTheirs({ collectionName, slug, isThere }: { collectionName: string; slug: string; isThere: boolean }): Error {
    sayStanding({ name: 'taken', text: say('editor.conflict.taken') });
    setTimeout(() => clearStanding('taken'), 6000);
    setTimeout(() => {
      void forgetLocalDraft(collectionName, slug);
      const collection = store.getState().collections.get(collectionName);
      if (isThere) store.dispatch(loadUnpublishedEntry(collection, slug));
      else location.assign('/desk');
    });
    return new TakenTheirs();
  }
}
