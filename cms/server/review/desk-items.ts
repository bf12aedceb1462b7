import type { Call } from '../protocol/action.ts';
import { namesOf } from '../protocol/names.ts';
import { draftRights, readableDrafts } from '../protocol/readable-entries.ts';
import { createTextKinds } from '../protocol/text-kind.ts';
import type { DocumentName } from '../document.ts';
import type { Kind } from '../roles.ts';
import type { Draft, Status } from '../store/store.ts';
import { publishedTitle, titleOfText, type Title } from './title-of.ts';

/** What somebody can do next about a draft: review it, answer to what was said about it, publish it. */
export type Waiting = 'review' | 'answer' | 'publish';

/** A draft as the desk shows it. */
export interface DeskItem {
  name: DocumentName;
  kind: Kind;
  title: Title | undefined;
  status: Status;
  /** Null where the account is gone. */
  owner: string | null;
  isOwn: boolean;
  /** When it was changed last, ISO 8601. */
  updated: string;
  openNotes: number;
  /** Why a release with it was refused. */
  refused: readonly string[];
  /** What of it waits for the person who asks. */
  waiting: Waiting | undefined;
}

const kindOf = createTextKinds();

/** Whether its owner has something to answer: notes of others, a refused release, or somebody else who gave it back. */
const wantsAnswer = ({ status, owner, by, notes, refused }: Draft): boolean =>
  status === 'draft' && (refused !== undefined || (by !== owner && by !== 'server') || notes.some((note) => !note.resolved && note.author !== owner));

/** Every draft that the person may read, the one changed last first. */
export async function deskItems(call: Call): Promise<DeskItem[]> {
  const { mainContent, person } = call;
  const [drafts, { graph }, may] = await Promise.all([readableDrafts(call), mainContent.current(), draftRights(call)]);
  const names = await namesOf(
    drafts.map(({ owner }) => owner),
    call,
  );
  const items = await Promise.all(
    drafts.map(async (draft): Promise<DeskItem> => {
      const { name, status, owner, updated, notes, refused = [] } = draft;
      const isOwn = owner === person.id;
      const waiting =
        status === 'pending_review' && !isOwn && (await may('approve', draft))
          ? 'review'
          : isOwn && wantsAnswer(draft)
            ? 'answer'
            : status === 'pending_publish' && (await may('publish', draft))
              ? 'publish'
              : undefined;
      return {
        name,
        kind: kindOf(name, draft).kind,
        title: titleOfText(name, draft) ?? publishedTitle(graph, name),
        status,
        owner: names.get(owner) ?? null,
        isOwn,
        updated,
        openNotes: notes.filter(({ resolved }) => !resolved).length,
        refused,
        waiting,
      };
    }),
  );
  return items.toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));
}
