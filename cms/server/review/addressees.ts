import type { DocumentName } from '../document.ts';
import type { Person } from '../person.ts';
import type { Rights } from '../protocol/rights.ts';
import type { Draft, Status } from '../store/store.ts';

/** What happened to a draft, as far as others are told of it by mail. */
export type ReviewEvent =
  /** Somebody wrote a note. */
  | { kind: 'note'; draft: Draft; by: string; text: string }
  /** Its status was changed; with what was said about it. */
  | { kind: 'moved'; draft: Draft; by: string; from: Status; text?: string }
  /** Somebody who may not approve it wrote in it after it was said to be ready: it waits for review again. */
  | { kind: 'changed'; draft: Draft; by: string }
  /** It is on `main` now. */
  | { kind: 'published'; draft: Draft; by: string };

/** What a mail says. */
export type LetterKind = 'note' | 'changes' | 'review' | 'again' | 'published';

export interface Addressed {
  letter: LetterKind;
  /** Ids of people; `approvers` stands for all who may approve the draft. */
  to: readonly string[] | 'approvers';
  /** Whether such mails come at most once an hour for a draft. */
  seldom?: boolean;
}

/**
 * Who is told of what. A note reaches the owner; one by the owner whoever else wrote notes on the draft; and where nobody did, and the draft waits for
 * somebody, whoever may approve it: seldom, since they are many. What was given back, and what was published, reaches the owner; what is ready for review
 * whoever may approve it, and so does what was ready and was written in since. Nobody is told of what they did themselves.
 */
export function addressed(event: ReviewEvent): Addressed | undefined {
  const { draft, by } = event;
  const owner = draft.owner === by ? [] : [draft.owner];
  if (event.kind === 'published') return { letter: 'published', to: owner };
  if (event.kind === 'changed') return { letter: 'again', to: 'approvers' };
  if (event.kind === 'moved') {
    if (draft.status === 'draft') return { letter: 'changes', to: owner };
    return draft.status === 'pending_review' && event.from === 'draft' ? { letter: 'review', to: 'approvers' } : undefined;
  }
  if (owner.length > 0) return { letter: 'note', to: owner };
  const others = [...new Set(draft.notes.map(({ author }) => author))].filter((author) => author !== by);
  if (others.length > 0) return { letter: 'note', to: others };
  // What somebody notes for themselves while they write is nobody's business yet.
  return draft.status === 'draft' ? undefined : { letter: 'note', to: 'approvers', seldom: true };
}

/** Those of the people who may be told, and want it: never who lost the right to read it, nor who did it. */
export async function whoIsTold(
  { to, letter }: Addressed,
  { people, rights, name, by, isPublic }: { people: readonly Person[]; rights: Rights; name: DocumentName; by: string; isPublic: boolean },
): Promise<Person[]> {
  const chosen = people.filter(({ id, mails }) => id !== by && mails !== false && (to === 'approvers' || to.includes(id)));
  const told = await Promise.all(
    chosen.map(async (person) => {
      if (letter === 'published' && isPublic) return true;
      const standing = await rights.standing(person, name);
      return (await rights.mayWith(person, 'read', standing)) && (to !== 'approvers' || (await rights.mayWith(person, 'approve', standing)));
    }),
  );
  return chosen.filter((_person, at) => told[at]);
}
