import { isCollection } from '../../../src/content-model/collections.ts';
import type { TranslationState } from '../../../src/graph/graph.ts';
import { isPublic } from '../../../src/graph/is-public.ts';
import type { DocumentName } from '../document.ts';
import { nameOf, namesOf } from '../protocol/names.ts';
import type { Call } from '../protocol/action.ts';
import type { Standing } from '../protocol/rights.ts';
import { mayMove } from '../protocol/workflow.ts';
import { Refusal } from '../refusal.ts';
import type { DocumentAction, Kind } from '../roles.ts';
import { statuses, type Draft, type Status } from '../store/store.ts';
import { kindOfDocument } from './kind-of-document.ts';
import { groupOf, publishedTitle, titleOfText, type Title } from './title-of.ts';

export interface ReviewNote {
  id: string;
  author: string | null;
  isOwn: boolean;
  at: string;
  text: string;
  resolved: boolean;
}

export interface ReviewedDraft {
  text: string;
  revision: string;
  status: Status;
  owner: string | null;
  isOwn: boolean;
  /** Who changed it last; null where the account is gone, or it was the server. */
  by: string | null;
  byServer: boolean;
  updated: string;
  refused: readonly string[];
  /** Whether what is on the site is no longer what the draft was begun from. */
  stale: boolean;
  notes: readonly ReviewNote[];
  /** The statuses that the person may give it now. */
  moves: readonly Status[];
}

/** An entry in one language of the site. */
export interface LanguageOfEntry {
  lang: string;
  state: TranslationState;
  /** Of its draft, where there is one that the person may read. */
  draft: Status | undefined;
  mayTranslate: boolean;
}

/** Everything that an entry's page says, as far as the person may know it. */
export interface EntryReview {
  name: DocumentName;
  kind: Kind;
  title: Title | undefined;
  published: { text: string; revision: string } | undefined;
  /** Whether readers see it today. */
  isLive: boolean;
  draft: ReviewedDraft | undefined;
  may: Readonly<Record<Exclude<DocumentAction, 'submit'>, boolean>>;
  languages: readonly LanguageOfEntry[];
}

const shownRights = ['read', 'write', 'approve', 'publish', 'unpublish', 'discard', 'note'] as const;

/**
 * Where a document stands. What is on the site anybody may see who is signed in; of a draft only those know who may read it. 403 before 404: who may not
 * read it is not told whether it is there.
 */
export async function entryReview(name: DocumentName, call: Call): Promise<EntryReview> {
  const { person, rights, mainContent } = call;
  const [standing, { graph }, day] = await Promise.all([rights.standing(person, name), mainContent.current(), mainContent.day()]);
  const group = groupOf(graph, name);
  const isLive = standing.published !== undefined && (!isCollection(name.collection) || (group !== undefined && isPublic(group, day)));
  const rightTo = async (action: DocumentAction) => rights.mayWith(person, action, standing);
  const may = Object.fromEntries(await Promise.all(shownRights.map(async (action) => [action, await rightTo(action)]))) as EntryReview['may'];
  if (!may.read && !isLive) throw new Refusal(403, 'cms.refused.role');
  const { draft, published } = may.read ? standing : { ...standing, draft: undefined };
  if (!draft && !published) throw new Refusal(404, 'cms.refused.missing');
  return {
    name,
    kind: kindOfDocument(standing.kinds),
    title: (draft && titleOfText(name, draft)) ?? (published && titleOfText(name, published)) ?? publishedTitle(graph, name),
    published: published && { text: published.text, revision: published.revision },
    isLive,
    draft: draft && (await reviewedDraft(draft, { standing, call })),
    may,
    languages: isCollection(name.collection) ? await languagesOf(name, { standing, call }) : [],
  };
}

async function reviewedDraft(draft: Draft, { standing, call }: { standing: Standing; call: Call }): Promise<ReviewedDraft> {
  const { text, revision, status, updated, refused = [], notes } = draft;
  const names = await namesOf(
    notes.map(({ author }) => author),
    call,
  );
  const moves = await Promise.all(statuses.map(async (to) => to !== status && (await mayMove(call, standing, { from: status, to }))));
  return {
    text,
    revision,
    status,
    owner: await nameOf(draft.owner, call),
    isOwn: draft.owner === call.person.id,
    by: await nameOf(draft.by, call),
    byServer: draft.by === 'server',
    updated,
    refused,
    stale: (draft.base ?? undefined) !== standing.published?.revision,
    notes: notes.map(({ id, author, at, text: said, resolved }) => ({
      id,
      author: names.get(author) ?? null,
      isOwn: author === call.person.id,
      at,
      text: said,
      resolved,
    })),
    moves: statuses.filter((_status, at) => moves[at]),
  };
}

/** What rights are asked with for a translation that is not there yet. */
const anyTranslation = (of: string) => `---\ntranslates: ${of}\n---\n`;

async function languagesOf(name: DocumentName, { standing, call }: { standing: Standing; call: Call }): Promise<LanguageOfEntry[]> {
  const { person, rights, mainContent, store } = call;
  const { graph } = await mainContent.current();
  const group = groupOf(graph, name);
  const original = group?.original.lang ?? (standing.kinds.includes('original') ? name.lang : undefined);
  return Promise.all(
    (graph?.languages ?? []).map(async (lang): Promise<LanguageOfEntry> => {
      const other: DocumentName = { ...name, lang };
      const draft = await store.draft(other);
      const state = group?.byLanguage.get(lang)?.state ?? 'missing';
      const readable = draft !== undefined && (await rights.mayWith(person, 'read', await rights.standing(person, other)));
      const free = state === 'missing' && draft === undefined && original !== undefined && lang !== original;
      const mayTranslate = free && (await rights.mayWith(person, 'write', await rights.standing(person, other, anyTranslation(original))));
      return { lang, state, draft: readable ? draft.status : undefined, mayTranslate };
    }),
  );
}
