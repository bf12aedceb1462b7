import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContentSource, MediaFile } from '../../../src/graph/content-source.ts';
import { measurePicture } from '../../../src/graph/read-picture.ts';
import { createGit } from '../git/git.ts';
import { createObjects } from '../git/objects.ts';
import { filesOfTree } from '../store/files-of-tree.ts';

/** Reads what a commit or ref of the repository holds, as the graph wants it. One reader a process: it remembers what it has read. */
export interface MainReader {
  /** `head` is a commit or ref that the store named. Pictures are laid out under the media folder. */
  read(head: string): Promise<ContentSource>;
  close(): void;
}

export interface MainReaderOptions {
  repository: string;
  /** Where the pictures lie as files, by path. */
  media: string;
}

const pictureEnding = /\.(?:jpe?g|png|webp|avif|svg)$/;

export function createMainReader({ repository, media }: MainReaderOptions): MainReader {
  const objects = createObjects(createGit(repository));
  const measured = new Map<string, MediaFile>();
  const texts = new Map<string, string>();
  /** Which content each file in the media folder has, as far as this process knows. */
  const laid = new Map<string, string>();

  async function layOut(path: string, id: string): Promise<MediaFile> {
    const file = join(media, path);
    if (laid.get(path) !== id || !existsSync(file)) {
      const { bytes } = (await objects.read(id))!;
      const there = await readFile(file).catch(() => undefined);
      if (!there?.equals(bytes)) {
        await mkdir(dirname(file), { recursive: true });
        const temporary = `${file}.${process.pid}`;
        await writeFile(temporary, bytes);
        await rename(temporary, file).catch(async (problem: unknown) => {
          await rm(temporary, { force: true });
          throw problem;
        });
      }
      laid.set(path, id);
    }
    const known = measured.get(`${id} ${path}`) ?? (await measurePicture(file));
    measured.set(`${id} ${path}`, known);
    return known;
  }

  return {
    async read(head) {
      const commit = await objects.commit(head);
      const files = commit ? await filesOfTree(objects, commit.tree) : new Map<string, string>();
      const source = { texts: new Map<string, string>(), media: new Map<string, MediaFile>() };
      // In the order in which a folder is read: what is published does not depend on where it came from.
      const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
      const read = await Promise.all(
        sorted.map(async ([path, id]) => {
          if (!/\.(mdx|yml)$/.test(path) || path.startsWith('media/')) return undefined;
          const text = texts.get(id) ?? (await objects.read(id))!.bytes.toString('utf8');
          return { path, id, text };
        }),
      );
      texts.clear();
      for (const file of read) {
        if (!file) continue;
        texts.set(file.id, file.text);
        source.texts.set(file.path, file.text);
      }
      for (const [path, id] of sorted) {
        const name = path.slice('media/'.length);
        if (path.startsWith('media/') && pictureEnding.test(path)) source.media.set(name, await layOut(name, id));
      }
      return source;
    },
    close: () => objects.close(),
  };
}
