import type { DatabaseSync } from 'node:sqlite';
import type { z } from 'zod';
import type { Auth } from '../auth/auth.ts';
import type { FindingsReader } from '../checks/shown-findings.ts';
import type { MainContent } from '../content/main-content.ts';
import type { Person } from '../person.ts';
import type { Previews } from '../preview/previews.ts';
import type { Publishing } from '../publishing/publishing.ts';
import { Refusal } from '../refusal.ts';
import type { ReviewLetters } from '../review/review-letters.ts';
import type { Mirror } from '../store/mirror.ts';
import type { Store } from '../store/store.ts';
import type { Languages } from '../words.ts';
import type { ListCache } from './list-cache.ts';
import type { Rights } from './rights.ts';
import type { Turns } from './turns.ts';

/** What the protocol needs of the house. */
export interface ApiParts {
  store: Omit<Store, 'close'>;
  mainContent: MainContent;
  publishing: Pick<Publishing, 'state' | 'records' | 'rollBack'>;
  mirror: Pick<Mirror, 'state'>;
  database: DatabaseSync;
  people: Pick<Auth, 'person'>;
  previews: Previews;
  /** The interface texts, in which findings are told. */
  languages: () => Languages;
  /** Tells people by mail what others did with their drafts. */
  letters?: Pick<ReviewLetters, 'tell'>;
}

/** One call: who makes it, and everything it may use. */
export interface Call extends ApiParts {
  person: Person;
  /** In which language the person is told what was found. */
  reader: FindingsReader;
  rights: Rights;
  /** What checks `main` and then moves it goes one at a time, so that nothing comes between. */
  turns: Turns;
  lists: ListCache;
  /** Where the client named its save, so that it is done once: the name, with whose it is. */
  key: string | undefined;
}

export interface Action {
  /** Whether it changes something. */
  changes: boolean;
  run: (params: unknown, call: Call) => Promise<unknown>;
}

/** An action of the protocol: the form its parameters must have, and what it does. Whatever else a client sends beside them is not looked at. */
export const action = <Schema extends z.ZodType>(
  schema: Schema,
  run: (params: z.output<Schema>, call: Call) => Promise<unknown>,
  { changes = false } = {},
): Action => ({
  changes,
  run: async (given, call) => {
    const { success, data, error } = schema.safeParse(given);
    if (!success) throw new Refusal(422, 'cms.refused.json', { cause: error });
    return run(data, call);
  },
});

export const changing = <Schema extends z.ZodType>(schema: Schema, run: (params: z.output<Schema>, call: Call) => Promise<unknown>): Action =>
  action(schema, run, { changes: true });
