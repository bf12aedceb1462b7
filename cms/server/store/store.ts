import type { DocumentName } from '../document.ts';
import type { ChangeTimes } from './change-times.ts';

/** A file of the content folder as git has it. */
export interface StoredFile {
  /** From the content folder: `guides/en/register.mdx`. */
  path: string;
  text: string;
  /** Hash of the content: what `_revision` says. Equal texts have equal revisions, wherever they are. */
  revision: string;
}

export const statuses = ['draft', 'pending_review', 'pending_publish'] as const;
/** The statuses of Decap's editorial workflow: being written, waiting for review, ready to publish. */
export type Status = (typeof statuses)[number];

export interface Note {
  id: string;
  /** Id of the person. */
  author: string;
  /** When, ISO 8601. */
  at: string;
  text: string;
  resolved: boolean;
}

/** What a draft says of itself, beside its text. */
export interface DraftState {
  status: Status;
  /** Id of the person who began it. */
  owner: string;
  /** Revision of the published file it was begun from; null where nothing was published. */
  base: string | null;
  notes: readonly Note[];
  /** Set where it was published and taken back by the server, because the release was refused: the reasons. */
  refused?: readonly string[];
}

export interface Draft extends StoredFile, DraftState {
  name: DocumentName;
  /** Who changed it last, and when (ISO 8601). */
  by: string;
  updated: string;
  /** Pictures that came with it and are not published yet, from `media/`: `9f8a….jpg`. */
  media: readonly string[];
}

/** A picture to store with a text: already re-encoded and named by its content. */
export interface StorableMedia {
  /** From `media/`: `9f8a….jpg`. */
  name: string;
  bytes: Buffer;
}

export interface SaveInput {
  name: DocumentName;
  text: string;
  /** The revision that the writer saw: of the draft, or of what is published where there was no draft; null for something new. */
  seen: string | null;
  /** Id of the person. */
  by: string;
  media?: readonly StorableMedia[];
  /** Where given, the draft has it afterwards; a new draft is a `draft`. */
  status?: Status;
  /** The published revision that the writer has seen and means to replace, where that is no longer the one the draft was begun from. */
  base?: string | null;
  /** Opaque, chosen by the client, one a save: the same save sent twice is done once. */
  key?: string | undefined;
}

/** One version of a file in the history of `main` or of its draft, newest first. */
export interface Version {
  /** Null where it was taken away. */
  revision: string | null;
  by: string;
  at: string;
  action: string;
}

/** Everything on `main`, at one moment: a snapshot that does not change. */
export interface Snapshot {
  /** Files by path, without their texts: `guides/en/register.mdx` → revision. Pictures are under `media/`. */
  files: ReadonlyMap<string, string>;
}

/** What is said of a published text without writing it anew: that it is still right, or that its translations are. */
export type Remark = 'still-right' | 'same-meaning';

/** What moved `main`. */
export interface MainChange {
  action: 'publish' | 'unpublish' | 'put-back' | 'roll-back' | 'import' | 'media' | Remark;
  /** Id of the person; `server` for the server itself. */
  by: string;
  documents: readonly DocumentName[];
}

/**
 * All content, in git: `main` is what is published, one ref a draft. Every write is durable when its promise is kept, or has changed nothing when it throws
 * (`Refusal`: 404, 409 with both versions, 503 where git fails, 507 where the disk is full). Knows nothing of roles and checks: who calls has asked.
 */
export interface Store {
  snapshot(): Promise<Snapshot>;
  /** Published files by path; those that are not there are left out. Many at once cost little more than one. */
  read(paths: readonly string[]): Promise<StoredFile[]>;
  readMedia(path: string): Promise<Buffer | undefined>;

  drafts(): Promise<Draft[]>;
  draft(name: DocumentName): Promise<Draft | undefined>;
  draftMedia(name: DocumentName, media: string): Promise<Buffer | undefined>;

  save(input: SaveInput): Promise<Draft>;
  /** `seen` where given must be the draft's revision. */
  setStatus(input: { name: DocumentName; status: Status; by: string; seen?: string }): Promise<Draft>;
  setNotes(input: { name: DocumentName; by: string; change: (notes: readonly Note[]) => readonly Note[] }): Promise<Draft>;
  /** Ends a draft; what is published stays. Done twice it is done. */
  discard(input: { name: DocumentName; by: string; seen?: string | undefined }): Promise<void>;

  /**
   * Moves a draft to `main`, the pictures its text shows with it, and ends it. 409 where what is published is no longer what the draft was begun from.
   * `seen` is the revision that was checked: where the draft has changed since, 409. Its status must be `pending_publish` (else 409).
   */
  publish(input: { name: DocumentName; by: string; seen: string }): Promise<StoredFile>;
  /**
   * Changes what a published text says of itself, at once and without a draft; an open draft begun from it is changed alike and goes on from it, so that it
   * neither conflicts nor undoes this. `seen` is the published revision that was checked: where it is another now, 409.
   */
  remark(input: { name: DocumentName; by: string; seen: string; action: Remark; change: (text: string) => string }): Promise<StoredFile>;
  /**
   * Takes documents off `main`, in one commit. With `keep`, each becomes a draft again, owned by whom `ownerOf` names, else by `by`. Those that are not
   * there are left out.
   */
  unpublish(input: {
    names: readonly DocumentName[];
    by: string;
    keep: boolean;
    ownerOf?: (name: DocumentName) => string | undefined;
  }): Promise<DocumentName[]>;
  /** After a refused release: puts these documents on `main` back to what they were before, in one commit, and makes drafts of what was refused. */
  putBack(input: { documents: readonly { name: DocumentName; before: string | null }[]; reasons: readonly string[]; owner: string }): Promise<void>;
  /** Adds pictures to `main`, or takes some away. */
  addMedia(input: { media: readonly StorableMedia[]; by: string }): Promise<void>;
  removeMedia(input: { names: readonly string[]; by: string }): Promise<void>;
  /** Makes `main` hold exactly these files (from the content folder, texts and pictures). */
  replaceAll(input: { files: ReadonlyMap<string, string | Buffer>; by: string; action: 'import' | 'roll-back' }): Promise<{ changed: number }>;

  /** Versions of a document on `main`, newest first. */
  history(name: DocumentName): Promise<Version[]>;
  /** When each file of `main` was written, newest first, in milliseconds since 1970; a remark writes nothing. */
  changeTimes(): Promise<ChangeTimes>;
  /** The text of a version of a document, from its history on `main` or of its draft. */
  version(name: DocumentName, revision: string): Promise<string | undefined>;
  /** What one version of a document changed in another, as a unified diff; undefined where one of them is none of its versions. Null: from nothing. */
  difference(name: DocumentName, versions: { from: string | null; to: string }): Promise<string | undefined>;

  /** A name for what `main` is now: for the publisher and `markRelease` while this process runs, never to be kept or shown. */
  head(): Promise<string>;
  /** Remembers what `main` was at `head` as a release, so that one can go back to it. */
  markRelease(release: string, head: string): Promise<void>;
  releases(): Promise<{ release: string; at: string; changes: readonly MainChange[] }[]>;
  /** What a marked release held, without the contents. */
  releaseSnapshot(release: string): Promise<Snapshot | undefined>;
  /** Everything of a marked release, to go back to. */
  releaseFiles(release: string): Promise<Map<string, string | Buffer> | undefined>;

  /** Called after every change of `main`, in order. Returns a function that ends it. */
  onMain(listener: (change: MainChange) => void): () => void;
  /** Packs what has become many files; for quiet hours, since writes wait. Returns whether there was anything to do. */
  tidyUp(above?: number): Promise<boolean>;
  /** Waits for the writes under way, then refuses new ones. */
  close(): Promise<void>;
}
