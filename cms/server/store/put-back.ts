import { documentFile } from '../document.ts';
import type { MainAt, MainMove } from './main-branch.ts';
import type { DraftReader } from './read-drafts.ts';
import type { Objects } from '../git/objects.ts';
import type { RefMove } from '../git/refs.ts';
import type { Writer } from '../git/write.ts';
import type { Store } from './store.ts';
import { draftCommit } from './write-drafts.ts';

interface Parts {
  objects: Objects;
  writer: Writer;
  main: { now: () => Promise<MainAt> };
  drafts: DraftReader;
  moveMain: (before: MainAt, move: MainMove) => Promise<boolean>;
}

/** After a refused release: the documents as they were before, and what was refused as drafts again, with the reasons. A draft that somebody began since stays. */
export async function putBack(parts: Parts, { documents, reasons, owner }: Parameters<Store['putBack']>[0]): Promise<void> {
  const { objects, main, drafts, moveMain } = parts;
  const before = await main.now();
  const also: RefMove[] = [];
  const changes = new Map<string, string | null>();
  for (const { name, before: earlier } of documents) {
    const file = documentFile(name);
    const now = before.files.get(file);
    changes.set(file, earlier);
    if (now === undefined || now === earlier || (await drafts.one(name))) continue;
    const text = (await objects.read(now))!.bytes.toString('utf8');
    const state = { status: 'draft', owner, base: earlier, notes: [], refused: reasons } as const;
    also.push(await draftCommit(parts, { name, by: 'server', action: 'save', before: undefined, text, state }));
  }
  await moveMain(before, { action: 'put-back', documents: documents.map(({ name }) => name), by: 'server', changes, also });
}
