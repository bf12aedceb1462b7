import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { documentKey, type DocumentName } from '../document.ts';
import { Refusal } from '../refusal.ts';
import type { Draft, Note } from '../store/store.ts';
import { action, changing, type Call } from './action.ts';
import { readableDraft } from './draft-entries.ts';
import { namesOf } from './names.ts';
import { decapSlug } from '../editor-address.ts';
import { documentOfKey } from './paths.ts';
import { keyShape } from './params.ts';
import type { Standing } from './rights.ts';

/** Notes of a review are told in words, and stay with the draft. */
export const noteContent = z
  .string()
  // Forms of browsers end lines with two characters.
  .transform((text) => text.replace(/\r\n?/g, '\n'))
  .pipe(z.string().trim().min(1).max(5000));
const mostNotes = 500;
const noteId = z.string().max(100);

interface ServedNote {
  id: string;
  author: string | null;
  timestamp: string;
  content: string;
  resolved: boolean;
  entrySlug: string;
  isOwn: boolean;
}

async function served(notes: readonly Note[], { name }: Draft, call: Call): Promise<ServedNote[]> {
  const names = await namesOf(
    notes.map(({ author }) => author),
    call,
  );
  return notes.map(({ id, author, at, text, resolved }) => ({
    id,
    author: names.get(author) ?? null,
    timestamp: at,
    content: text,
    resolved,
    entrySlug: decapSlug(name),
    isOwn: author === call.person.id,
  }));
}

/** The notes of a draft. Decap asks for them of everything it opens: what is not in the workflow has none. */
export const getNotes = action(z.object(keyShape), async (key, call) => {
  const { person, rights } = call;
  const standing = await rights.standing(person, documentOfKey(key));
  await rights.require(person, 'read', standing);
  return { notes: standing.draft ? await served(standing.draft.notes, standing.draft, call) : [] };
});

async function notable(key: z.output<z.ZodObject<typeof keyShape>>, call: Call): Promise<{ draft: Draft; standing: Standing }> {
  const { person, rights } = call;
  await rights.require(person, 'note', await rights.standing(person, documentOfKey(key)));
  return readableDraft(documentOfKey(key), call);
}

async function answer(draft: Draft, id: string, call: Call): Promise<{ note: ServedNote }> {
  const note = draft.notes.find((one) => one.id === id)!;
  return { note: (await served([note], draft, call))[0]! };
}

/** Adds a note to a draft; nobody is told of it yet. */
export async function addNoteTo({ name, text }: { name: DocumentName; text: string }, call: Call): Promise<{ draft: Draft; note: Note }> {
  const { draft } = await notable({ id: documentKey(name) }, call);
  const note: Note = { id: randomUUID(), author: call.person.id, at: new Date().toISOString(), text, resolved: false };
  const change = (notes: readonly Note[]) => {
    if (notes.length >= mostNotes) throw new Refusal(413, 'cms.refused.size', { values: { most: mostNotes } });
    return [...notes, note];
  };
  return { draft: await call.store.setNotes({ name: draft.name, by: call.person.id, change }), note };
}

export const addNote = changing(z.object({ ...keyShape, note: z.object({ content: noteContent }) }), async ({ note, ...key }, call) => {
  const added = await addNoteTo({ name: documentOfKey(key), text: note.content }, call);
  call.letters?.tell({ kind: 'note', draft: added.draft, by: call.person.id, text: note.content }, call);
  return answer(added.draft, added.note.id, call);
});

/** Changes one note. Who reviews may change every note; everybody else their own. */
async function changeNote(
  { key, id, to }: { key: z.output<z.ZodObject<typeof keyShape>>; id: string; to: (note: Note) => Note | undefined },
  call: Call,
): Promise<Draft> {
  const { draft, standing } = await notable(key, call);
  const { person, rights } = call;
  const mayAll = await rights.mayWith(person, 'approve', standing);
  const change = (notes: readonly Note[]) => {
    const note = notes.find((one) => one.id === id);
    if (!note) throw new Refusal(404, 'cms.refused.missing');
    if (!mayAll && note.author !== person.id) throw new Refusal(403, 'cms.refused.role');
    return notes.flatMap((one) => (one === note ? (to(note) ?? []) : [one]));
  };
  return call.store.setNotes({ name: draft.name, by: person.id, change });
}

export const updateNote = changing(
  z.object({ ...keyShape, noteId, updates: z.object({ content: noteContent.optional(), resolved: z.boolean().optional() }) }),
  async ({ noteId: id, updates, ...key }, call) => {
    const to = (note: Note): Note => ({ ...note, text: updates.content ?? note.text, resolved: updates.resolved ?? note.resolved });
    return answer(await changeNote({ key, id, to }, call), id, call);
  },
);

export const deleteNote = changing(z.object({ ...keyShape, noteId }), async ({ noteId: id, ...key }, call) => {
  await changeNote({ key, id, to: () => undefined }, call);
  return { message: 'deleted' };
});

export const toggleNoteResolution = changing(z.object({ ...keyShape, noteId }), async ({ noteId: id, ...key }, call) =>
  answer(await changeNote({ key, id, to: (note) => ({ ...note, resolved: !note.resolved }) }, call), id, call),
);
