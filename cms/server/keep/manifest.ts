import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const manifestFile = 'manifest.json';
/** The hash of the manifest, as `sha256sum -c` reads it. */
const manifestHashFile = 'manifest.sha256';
export const bundlePart = 'repository.bundle';
export const databasePart = 'private.sqlite';
export const secretPart = 'secret';
export const outboxPrefix = 'outbox/';

/** The way this version writes backups. A later one that changes it counts up, and still reads this. */
export const format = 1;

const part = z.object({
  // What a backup names becomes a path in the data folder: nothing hidden, nothing that climbs out.
  name: z.string().regex(new RegExp(`^(?:${bundlePart}|${databasePart}|${secretPart}|${outboxPrefix}[\\w@+-][\\w.@+-]*)$`)),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
const schema = z.object({ format: z.literal(format), made: z.iso.datetime(), parts: z.array(part) });

export type Part = z.output<typeof part>;
export type Manifest = z.output<typeof schema>;

/** Size and SHA-256 of a file, read in pieces: a bundle may hold gigabytes of pictures. */
export async function describePart(folder: string, name: string): Promise<Part> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk as Buffer);
  return { name, bytes: (await stat(join(folder, name))).size, sha256: hash.digest('hex') };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The two files of a manifest, by name. */
export function manifestFiles(manifest: Manifest): [name: string, text: string][] {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  return [
    [manifestFile, text],
    [manifestHashFile, `${sha256(text)}  ${manifestFile}\n`],
  ];
}

/** A backup that cannot be trusted, with every reason. */
export class DamagedBackup extends Error {
  constructor(folder: string, reasons: readonly string[]) {
    super(
      `The backup ${folder} cannot be restored, and nothing was changed:\n${reasons.map((reason) => `  ${reason}`).join('\n')}\nTake another one.`,
    );
  }
}

/** The manifest of a backup, once every part is what it says. Throws `DamagedBackup`, naming each part that is not. */
export async function verifyBackup(folder: string): Promise<Manifest> {
  const [text, said] = await Promise.all([manifestFile, manifestHashFile].map((name) => readFile(join(folder, name), 'utf8').catch(() => undefined)));
  if (text === undefined) throw new DamagedBackup(folder, [`${manifestFile} is missing: this is no backup, or one that was not finished.`]);
  if (said?.split(' ')[0] !== sha256(text)) throw new DamagedBackup(folder, [`${manifestFile} was changed after the backup was made.`]);
  const { format: found } = JSON.parse(text) as { format?: unknown };
  if (found !== format)
    throw new DamagedBackup(folder, [`${manifestFile} has format ${String(found)}, and this version of Doorstep reads format ${format}.`]);
  const { success, data } = schema.safeParse(JSON.parse(text));
  if (!success) throw new DamagedBackup(folder, [`${manifestFile} is not what a manifest looks like.`]);
  const reasons = await Promise.all(data.parts.map((expected) => problemOf(folder, expected)));
  const missing = [bundlePart, databasePart]
    .filter((name) => !data.parts.some((each) => each.name === name))
    .map((name) => `${name} is not in ${manifestFile}.`);
  const all = [...missing, ...reasons.filter((reason) => reason !== undefined)];
  if (all.length > 0) throw new DamagedBackup(folder, all);
  return data;
}

async function problemOf(folder: string, { name, bytes, sha256 }: Part): Promise<string | undefined> {
  const found = await describePart(folder, name).catch(() => undefined);
  if (!found) return `${name} is missing or cannot be read.`;
  if (found.bytes !== bytes) return `${name} has ${found.bytes} bytes instead of ${bytes}.`;
  return found.sha256 === sha256 ? undefined : `${name} was changed after the backup was made (its SHA-256 is another).`;
}
