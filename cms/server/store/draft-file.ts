import { z } from 'zod';
import { statuses, type DraftState } from './store.ts';

/** `draft.json` in a draft's tree: what is said about the text, in the same commit as the text. */
export const draftFile = 'draft.json';

const schema = z.object({
  status: z.enum(statuses),
  owner: z.string(),
  base: z.string().nullable(),
  notes: z.array(z.object({ id: z.string(), author: z.string(), at: z.string(), text: z.string(), resolved: z.boolean() })),
  refused: z.array(z.string()).optional(),
});

export const readDraftFile = (text: string): DraftState => schema.parse(JSON.parse(text));

export const writeDraftFile = ({ status, owner, base, notes, refused }: DraftState): string =>
  `${JSON.stringify({ status, owner, base, notes, ...(refused ? { refused } : {}) }, undefined, 2)}\n`;
