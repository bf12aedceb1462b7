import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { documentFile, documentName, draftRef, type DocumentName } from '../document.ts';
import { asRefusal, createGit } from '../git/git.ts';
import { blobId, createObjects } from '../git/objects.ts';
import { flushRef, moveRefs } from '../git/refs.ts';
import { createRunner, runHere } from '../git/runner.ts';
import { createWriter } from '../git/write.ts';
import { Refusal } from '../refusal.ts';
import { createChangeTimes } from './change-times.ts';
import { readMessage } from './commit-message.ts';
import { differenceOf, historyOf, versionOf } from './history.ts';
import { createMainBranch, type MainMove } from './main-branch.ts';
import { putBack } from './put-back.ts';
import { remark } from './remark.ts';
import { createDraftReader, type DraftAt } from './read-drafts.ts';
import { clearAfterCrash, clearLocks, makeRepository } from './recover.ts';
import { tidyUp } from './maintain.ts';
import { createPreparing } from './preparing.ts';
import { createReleases } from './releases.ts';
import type { Draft, MainChange, Store } from './store.ts';
import { draftCommit, prepareSave, saveDraft, writeDraft } from './write-drafts.ts';
import { createWriteQueue } from './write-queue.ts';

export interface StoreOptions {
  /** The bare repository; made where it is not there. */
  repository: string;
  /** For index files, which are made again. */
  cache: string;
  /** Held for the time of each write: `DataFolder.writeLock`. */
  writeLock: string;
  /** Whether this process owns the data folder alone, so that it may clear what a killed one left. */
  owner: boolean;
  /** Whether git is started from a process of its own, which a large process wants. */
  apart?: boolean;
}

/** Whether a file of a draft is a picture that its text shows: one that was taken out again stays behind, and goes with the draft. */
const isShown = (path: string, text: string) => path.startsWith('media/') && text.includes(path.slice('media/'.length));

/** Saves that are prepared at once: more would only wait for the same disk and cores. */
const atOnce = 4;

/** How often to look whether a command beside the server has moved `main`, in milliseconds. */
const lookEvery = 2000;

export async function createStore({ repository, cache, writeLock, owner, apart = false }: StoreOptions): Promise<Store> {
  const indexFolder = join(cache, owner ? 'git-indexes' : `git-indexes-${process.pid}`);
  if (owner) await clearAfterCrash({ repository, indexFolder });
  await mkdir(indexFolder, { recursive: true });
  const runner = apart ? createRunner() : runHere;
  const git = createGit(repository, runner);
  if (!existsSync(repository)) await makeRepository(repository);
  const objects = createObjects(git);
  const writer = createWriter(git, { indexFolder });
  const main = createMainBranch({ git, objects, writer });
  const drafts = createDraftReader(git, objects);
  const releases = createReleases({ git, objects });
  const queue = createWriteQueue(writeLock, () => clearLocks(repository));
  const preparing = createPreparing(atOnce);
  const parts = { git, objects, writer, main, drafts };

  const listeners = new Set<(change: MainChange) => void>();
  let head = (await main.now()).commit;
  const tell = (change: MainChange) => {
    for (const listener of listeners) listener(change);
  };
  const moveMain = async (before: Awaited<ReturnType<typeof main.now>>, move: MainMove): Promise<boolean> => {
    const moved = await main.move(before, move);
    head = (await main.now()).commit;
    if (moved) tell({ action: move.action, by: move.by, documents: move.documents });
    return moved;
  };

  /** What a command beside the server did to `main` is published like everything else. */
  const look = async () => {
    const now = await objects.commit('refs/heads/main');
    if (!now || now.id === head) return;
    head = now.id;
    tell({ action: 'import', by: now.author, documents: [], ...readMessage(now.message) });
  };
  const timer = setInterval(() => void queue.add(look).catch(() => undefined), lookEvery);
  timer.unref();

  const needed = async (name: DocumentName): Promise<DraftAt> => {
    const draft = await drafts.one(name);
    if (!draft) throw new Refusal(404, 'cms.refused.missing');
    return draft;
  };
  const stale = async ({ path, text }: Draft, revision: string | null) => {
    const current = revision === null ? null : { text: (await objects.read(revision))!.bytes.toString('utf8'), revision };
    return new Refusal(409, 'cms.refused.stale', { versions: { path, current, sent: text } });
  };

  return {
    snapshot: async () => ({ files: (await main.now()).files }),
    async read(paths) {
      const { files } = await main.now();
      const found = await Promise.all(
        paths.map(async (path) => {
          const revision = files.get(path);
          const object = revision !== undefined && !path.startsWith('media/') ? await objects.read(revision) : undefined;
          return object && { path, text: object.bytes.toString('utf8'), revision: revision! };
        }),
      );
      return found.filter((file) => file !== undefined);
    },
    async readMedia(path) {
      const id = (await main.now()).files.get(`media/${path}`);
      return id ? (await objects.read(id))?.bytes : undefined;
    },
    drafts: async () => (await drafts.all()).map(({ draft }) => draft),
    draft: async (name) => (await drafts.one(name))?.draft,
    async draftMedia(name, media) {
      const id = (await drafts.one(name))?.files.get(`media/${media}`);
      return id ? (await objects.read(id))?.bytes : undefined;
    },

    async save(input) {
      const prepared = await preparing
        .add(async () => {
          await writer.blobs([input.text, ...(input.media ?? []).map(({ bytes }) => bytes)]);
          return prepareSave(parts, input);
        })
        .catch((problem: unknown) => {
          throw asRefusal(problem);
        });
      return queue.add(() => saveDraft(parts, input, prepared));
    },
    setStatus: ({ name, status, by, seen }) =>
      queue.add(async () => {
        const before = await needed(name);
        const { text, notes, owner: of, base, refused, revision } = before.draft;
        if (seen !== undefined && seen !== revision) throw await stale({ ...before.draft, text: '' }, revision);
        if (before.draft.status === status) {
          await flushRef(git, draftRef(name));
          return before.draft;
        }
        return writeDraft(parts, {
          name,
          by,
          action: 'status',
          before,
          text,
          state: { status, owner: of, base, notes, ...(refused && { refused }) },
        });
      }),
    setNotes: ({ name, by, change }) =>
      queue.add(async () => {
        const before = await needed(name);
        const { text, status, notes, owner: of, base, refused } = before.draft;
        const state = { status, owner: of, base, notes: change(notes), ...(refused && { refused }) };
        return writeDraft(parts, { name, by, action: 'note', before, text, state });
      }),
    discard: ({ name, seen }) =>
      queue.add(async () => {
        const before = await drafts.one(name);
        if (before && seen !== undefined && seen !== before.draft.revision) throw await stale({ ...before.draft, text: '' }, before.draft.revision);
        if (before) await moveRefs(git, [{ ref: draftRef(name), from: before.commit, to: undefined }]);
        else await flushRef(git, draftRef(name));
      }),

    publish: ({ name, by, seen }) =>
      queue.add(async () => {
        const { draft, commit, files } = await needed(name);
        const before = await main.now();
        const published = before.files.get(draft.path) ?? null;
        if (draft.revision !== seen) throw await stale({ ...draft, text: '' }, draft.revision);
        if (draft.status !== 'pending_publish') throw new Refusal(409, 'cms.refused.status');
        if (published !== draft.base && published !== draft.revision) throw await stale(draft, published);
        const changes = new Map([...files].filter(([path]) => path === draft.path || isShown(path, draft.text)));
        await moveMain(before, { action: 'publish', documents: [name], by, changes, also: [{ ref: draftRef(name), from: commit, to: undefined }] });
        return { path: draft.path, text: draft.text, revision: draft.revision };
      }),
    unpublish: ({ names, by, keep, ownerOf }) =>
      queue.add(async () => {
        const before = await main.now();
        const there = names.filter((name) => before.files.has(documentFile(name)));
        const also = [];
        for (const name of keep ? there : []) {
          if (await drafts.one(name)) continue;
          const text = (await objects.read(before.files.get(documentFile(name))!))!.bytes.toString('utf8');
          const state = { status: 'draft', owner: ownerOf?.(name) ?? by, base: null, notes: [] } as const;
          also.push(await draftCommit(parts, { name, by, action: 'save', before: undefined, text, state }));
        }
        const changes = new Map(there.map((name) => [documentFile(name), null]));
        await moveMain(before, { action: 'unpublish', documents: there, by, changes, also });
        return there;
      }),
    remark: (input) => queue.add(() => remark({ ...parts, moveMain }, input)),
    putBack: (input) => queue.add(() => putBack({ ...parts, moveMain }, input)),

    addMedia: ({ media, by }) =>
      queue.add(async () => {
        const ids = await writer.blobs(media.map(({ bytes }) => bytes));
        const changes = new Map(media.map(({ name }, index) => [`media/${name}`, ids[index]!]));
        await moveMain(await main.now(), { action: 'media', documents: [], by, changes });
      }),
    removeMedia: ({ names, by }) =>
      queue.add(async () => {
        await moveMain(await main.now(), { action: 'media', documents: [], by, changes: new Map(names.map((name) => [`media/${name}`, null])) });
      }),
    replaceAll: ({ files, by, action }) =>
      queue.add(async () => {
        const before = await main.now();
        const wanted = new Map([...files].map(([path, content]) => [path, blobId(content)]));
        const missing = [...files].filter(([path]) => before.files.get(path) !== wanted.get(path)).map(([, content]) => content);
        await writer.blobs(missing);
        const gone = [...before.files.keys()].filter((path) => !wanted.has(path));
        const changed = [...wanted].filter(([path, id]) => before.files.get(path) !== id).map(([path]) => path);
        const documents = [...changed, ...gone].flatMap((path) => documentName(path) ?? []);
        const changes = new Map<string, string | null>([...wanted, ...gone.map((path) => [path, null] as const)]);
        await moveMain(before, { action, documents, by, changes });
        return { changed: changed.length + gone.length };
      }),

    changeTimes: createChangeTimes(git, objects),
    history: (name) => historyOf(git, objects, name),
    version: (name, revision) => versionOf(git, objects, { name, revision }),
    difference: (name, { from, to }) => differenceOf(git, objects, { name, from, to }),
    async head() {
      const { commit } = await main.now();
      if (!commit) throw new Refusal(404, 'cms.refused.missing');
      return commit;
    },
    ...releases,
    markRelease: (release, of) => queue.add(() => releases.markRelease(release, of)),
    onMain(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tidyUp: (above) => queue.add(() => tidyUp(git, above)),
    async close() {
      clearInterval(timer);
      await queue.close();
      objects.close();
      runner.close();
      if (!owner) await rm(indexFolder, { recursive: true, force: true });
    },
  };
}
