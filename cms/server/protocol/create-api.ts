import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Person } from '../person.ts';
import { Refusal } from '../refusal.ts';
import { wordsIn } from '../words.ts';
import type { ApiParts } from './action.ts';
import { actionNamed } from './actions.ts';
import { createListCache } from './list-cache.ts';
import { createRights } from './rights.ts';
import { createTurns } from './turns.ts';

export interface Api {
  /** Does what is asked and gives what is answered as JSON. `lang` is the interface’s language, where it is not the person’s own. Throws a `Refusal` where it is not done. */
  answer(call: { signedIn: { person: Person }; body: unknown; key: string | undefined; lang?: string | undefined }): Promise<unknown>;
  /** Whether a request would change something. */
  changes(body: unknown): boolean;
}

const request = z.object({ action: z.string(), params: z.unknown() });

/** Names of saves are the client's and opaque; two people who choose the same mean two saves. */
const keyOf = (person: Person, key: string | undefined): string | undefined =>
  key === undefined || key === '' ? undefined : createHash('sha256').update(`${person.id}\n${key}`).digest('hex');

/** `POST /api/v1`: the protocol of Decap's proxy backend, and what we added to it, for somebody who is signed in. */
export function createApi(parts: ApiParts): Api {
  const rights = createRights(parts);
  const turns = createTurns();
  const lists = createListCache();
  const read = (body: unknown) => {
    const { success, data } = request.safeParse(body);
    const action = success ? actionNamed(data.action) : undefined;
    return action && { action, params: data!.params };
  };
  return {
    changes: (body) => read(body)?.action.changes ?? false,
    async answer({ signedIn: { person }, body, key, lang: wanted }) {
      const asked = read(body);
      if (!asked) throw new Refusal(422, 'cms.refused.json');
      const languages = parts.languages();
      const lang = wanted !== undefined && languages.has(wanted) ? wanted : person.lang;
      const reader = { lang, words: wordsIn(languages, lang) };
      return asked.action.run(asked.params, { ...parts, rights, turns, lists, person, reader, key: keyOf(person, key) });
    },
  };
}
