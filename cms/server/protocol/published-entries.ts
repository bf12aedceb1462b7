import { z } from 'zod';
import { isCollection } from '../../../src/content-model/collections.ts';
import type { EntryGroup } from '../../../src/graph/graph.ts';
import { documentFile, documentName, type DocumentName } from '../document.ts';
import { mayWithAll, type Kind, type Role } from '../roles.ts';
import type { StoredFile } from '../store/store.ts';
import { action, type Call } from './action.ts';
import { documentAt, folderAt } from './paths.ts';
import { nothing, path } from './params.ts';
import { sightOf } from './readable-entries.ts';
import { missingFile, servedFile, type ServedFile } from './served-file.ts';
import { originalRevision } from '../translating/original-text.ts';
import { createTextKinds } from './text-kind.ts';

/** Settings, interface texts and the entries of which somebody may know. */
async function readable(files: readonly StoredFile[], call: Call): Promise<StoredFile[]> {
  const { mainContent, person, rights } = call;
  const [{ graph }, sees] = await Promise.all([mainContent.current(), sightOf(call)]);
  const isReadable = async ({ path: file }: StoredFile): Promise<boolean> => {
    const name = documentName(file)!;
    if (!isCollection(name.collection)) return true;
    const group = graph?.groups[name.collection].get(name.slug) as EntryGroup | undefined;
    return group ? sees(group, name.lang) : rights.mayWith(person, 'read', await rights.standing(person, name));
  };
  const found = await Promise.all(files.map(isReadable));
  return files.filter((_file, at) => found[at]);
}

const textKind = createTextKinds();

/** What each file is: as it was parsed for the site, since reading thousands of texts for it once more would keep everybody waiting for a second. */
async function kindsOf({ mainContent }: Pick<Call, 'mainContent'>): Promise<(file: StoredFile) => Kind> {
  const { parsed, source } = await mainContent.current();
  return (file) => {
    const known = source.texts.get(file.path) === file.text ? parsed.get(file.path) : undefined;
    if (known?.kind !== 'entry' || !known.entry) return textKind(documentName(file.path)!, file).kind;
    return known.entry.translates === undefined ? 'original' : 'translation';
  };
}

export const info = action(nothing, async () => ({ repo: 'content', publish_modes: ['editorial_workflow'], type: 'doorstep' }));

export const entriesByFolder = action(
  z.object({ folder: path, extension: z.string().max(20).default(''), depth: z.number().int().min(1).max(100).default(1) }),
  async ({ folder, extension, depth }, call) => {
    const { folder: at, kind } = folderAt(folder);
    const within = `${at}/`;
    const { files } = await call.store.snapshot();
    const isListed = (file: string) =>
      file.startsWith(within) && file.endsWith(extension) && file.slice(within.length).split('/').length <= depth && documentName(file) !== undefined;
    const listed = [...files].filter(([file]) => isListed(file));
    const read = async () => {
      const [files, kindOf] = await Promise.all([call.store.read(listed.map(([file]) => file)), kindsOf(call)]);
      return kind ? files.filter((file) => kindOf(file) === kind) : files;
    };
    const served = (files: readonly StoredFile[]) => files.map((file) => servedFile(file, kind));
    if (!seesAll(call.person.role, at)) return served(await readable(await read(), call));
    return call.lists.get(`${within}${depth}${extension}${kind}`, listed, async () => served(await read()));
  },
);

/** Whether a role may read every document of a folder, whosever it is. */
function seesAll(role: Role, folder: string): boolean {
  const collection = folder.split('/')[0]!;
  return !isCollection(collection) || mayWithAll(role, 'read', collection);
}

async function entriesAt(files: readonly { path: string; label?: string | undefined }[], call: Call): Promise<ServedFile[]> {
  const names = files.map((file) => documentAt(file.path));
  const found = new Map((await readable(await call.store.read(names.map(documentFile)), call)).map((file) => [file.path, file]));
  const serve = async (name: DocumentName, at: number): Promise<ServedFile> => {
    const there = found.get(documentFile(name));
    const { path: asked, label } = files[at]!;
    const served = there ? servedFile(there, undefined, await originalRevision(name, there.text, call)) : missingFile(name);
    // Decap finds an entry again by the path that it asked for.
    return { ...served, file: { ...served.file, path: asked, label } };
  };
  return Promise.all(names.map(serve));
}

export const entriesByFiles = action(
  z.object({ files: z.array(z.object({ path, label: z.string().max(1000).optional() })).max(10_000) }),
  async ({ files }, call) => entriesAt(files, call),
);

export const getEntry = action(z.object({ path }), async (file, call) => (await entriesAt([file], call))[0]);
