import type { Call } from './action.ts';

/** The name by which the others know somebody; none of who has gone, nor of the server. */
export async function nameOf(id: string, { people }: Pick<Call, 'people'>): Promise<string | null> {
  const person = await people.person(id);
  return person ? person.name || person.email : null;
}

/** The names of several, by id. */
export async function namesOf(ids: Iterable<string>, call: Pick<Call, 'people'>): Promise<Map<string, string | null>> {
  return new Map(await Promise.all([...new Set(ids)].map(async (id) => [id, await nameOf(id, call)] as const)));
}
