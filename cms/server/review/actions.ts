import { z } from 'zod';
import { action, changing } from '../protocol/action.ts';
import { addNoteTo, noteContent } from '../protocol/notes.ts';
import { documentOfKey } from '../protocol/paths.ts';
import { keyShape, nothing, revision } from '../protocol/params.ts';
import { moveDraft } from '../protocol/workflow.ts';
import { deskItems } from './desk-items.ts';
import { entryReview } from './entry-review.ts';
import { publishedList } from './published-list.ts';
import { unpublishPlan } from './unpublish-plan.ts';
import { writableKinds } from './writable-kinds.ts';

/** Every draft one may read, with what of it waits for oneself. */
export const listDesk = action(nothing, (_, call) => deskItems(call));
/** Where an entry stands, and what one may do with it. */
export const reviewEntry = action(z.object(keyShape), (key, call) => entryReview(documentOfKey(key), call));
/** What taking something off the site would mean. */
export const planUnpublish = action(z.object(keyShape), (key, call) => unpublishPlan(documentOfKey(key), call));
/** Everything that is published, with what has to be done about it. */
export const listPublished = action(nothing, (_, call) => publishedList(call));
/** The collections in which one may begin something. */
export const listWritable = action(nothing, (_, call) => writableKinds(call));

/** Gives a draft back to its writer and says why: one thing, told in one mail. */
export const askForChanges = changing(
  z.object({ ...keyShape, note: z.object({ content: noteContent }), _revision: revision.optional() }),
  async ({ note, _revision, ...key }, call) => {
    const name = documentOfKey(key);
    await moveDraft({ name, to: 'draft', seen: _revision, before: () => addNoteTo({ name, text: note.content }, call), text: note.content }, call);
    return { message: 'changed' };
  },
);
