import { z } from 'zod';
import { documentFile, documentName } from '../document.ts';
import { action, type Call } from './action.ts';
import { documentAt, folderAt } from './paths.ts';
import { nothing, path } from './params.ts';
import { missingFile, servedFile, type ServedFile } from './served-file.ts';

/** What is published anybody may read who is signed in. */

export const info = action(nothing, async () => ({ repo: 'content', publish_modes: ['editorial_workflow'], type: 'doorstep' }));

export const entriesByFolder = action(
  z.object({ folder: path, extension: z.string().max(20).default(''), depth: z.number().int().min(1).max(100).default(1) }),
  async ({ folder, extension, depth }, { store }) => {
    const within = `${folderAt(folder)}/`;
    const { files } = await store.snapshot();
    const isListed = (file: string) =>
      file.startsWith(within) && file.endsWith(extension) && file.slice(within.length).split('/').length <= depth && documentName(file) !== undefined;
    return (await store.read([...files.keys()].filter(isListed))).map(servedFile);
  },
);

async function entriesAt(files: readonly { path: string; label?: string | undefined }[], { store }: Call): Promise<ServedFile[]> {
  const names = files.map((file) => documentAt(file.path));
  const found = new Map((await store.read(names.map(documentFile))).map((file) => [file.path, file]));
  return names.map((name, at) => {
    const there = found.get(documentFile(name));
    const served = there ? servedFile(there) : missingFile(name);
    return { ...served, file: { ...served.file, label: files[at]!.label } };
  });
}

export const entriesByFiles = action(
  z.object({ files: z.array(z.object({ path, label: z.string().max(1000).optional() })).max(10_000) }),
  async ({ files }, call) => entriesAt(files, call),
);

export const getEntry = action(z.object({ path }), async (file, call) => (await entriesAt([file], call))[0]);
