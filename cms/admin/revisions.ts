/**
 * Decap keeps the text that it loaded, and with it the revision that it says. After a save of our own there is a newer one: remembered here, it takes the
 * place of the older one in the next save, so that only what others did is a conflict.
 */
const line = /^_revision: *['"]?([0-9a-f]{40,64})['"]?\n?/m;
const after = new Map<string, string>();
const keyOf = (path: string, revision: string) => `${path} ${revision}`;

/** The fields of a text, and what follows them: a line of the body is no field. */
function divided(raw: string): [fields: string, rest: string] {
  const end = raw.startsWith('---\n') ? raw.indexOf('\n---', 3) : -1;
  return end < 0 ? [raw, ''] : [raw.slice(0, end + 1), raw.slice(end + 1)];
}

/** The revision that a text says it was begun from. */
export const revisionIn = (raw: string): string | undefined => line.exec(divided(raw)[0])?.[1];

/** The text with another revision in its place; without one (null) it is something new. */
export function withRevision(raw: string, revision: string | null): string {
  const [fields, rest] = divided(raw);
  return fields.replace(line, revision === null ? '' : `_revision: '${revision}'\n`) + rest;
}

/** The text as it is sent: with what our own saves made of the revision that it was loaded with. */
export function latest(path: string, raw: string): string {
  const loaded = revisionIn(raw);
  let revision = loaded;
  while (revision !== undefined && after.has(keyOf(path, revision))) revision = after.get(keyOf(path, revision));
  return revision === undefined || revision === loaded ? raw : withRevision(raw, revision);
}

/** Remembers what a save made of a revision. */
export function saved(path: string, from: string | undefined, to: string): void {
  if (from === undefined || from === to) return;
  // An earlier wording that is saved again has its revision again: it must not lead on to what came after it.
  after.delete(keyOf(path, to));
  after.set(keyOf(path, from), to);
}
