import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where the server keeps everything it must not lose, and what it can make again. */
export interface DataFolder {
  root: string;
  /** Truth: the bare repository, with `content/` only. */
  repository: string;
  /** Truth: people, sessions, publications. */
  database: string;
  /** Truth: what sessions are signed with, where SECRET does not say it. */
  secret: string;
  /** Truth until sent: mails. */
  outbox: string;
  /** Made again: pictures of `main` as files, for the publisher. */
  media: string;
  /** Made again: releases, and `site/site`, the one that is served. */
  site: string;
  /** Made again: compiled pages, picture sizes, search indexes, the index files of git. */
  cache: string;
  /** Held by the one server that runs on the folder. */
  ownerLock: string;
  /** Held for the time of a write, by the server or by a command beside it. */
  writeLock: string;
}

export function dataFolderAt(folder: string): DataFolder {
  const root = resolve(folder);
  const at = (name: string) => join(root, name);
  return {
    root,
    repository: at('repository.git'),
    database: at('private.sqlite'),
    secret: at('secret'),
    outbox: at('outbox'),
    media: at('media'),
    site: at('site'),
    cache: at('cache'),
    ownerLock: at('owner.lock'),
    writeLock: at('write.lock'),
  };
}

/** Makes the folders; the repository and the database are made by who keeps them. Only this user may read: the folder holds what people told in confidence. */
export async function makeDataFolder(data: DataFolder): Promise<void> {
  await mkdir(data.root, { recursive: true, mode: 0o700 });
  for (const folder of [data.outbox, data.media, data.site, data.cache]) await mkdir(folder, { recursive: true, mode: 0o700 });
}
