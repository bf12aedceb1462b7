import { documentKey, documentName, type DocumentName } from '../document.ts';
import type { MainChange, Snapshot, Store } from '../store/store.ts';

/** From so many on it was one import, whatever each file's history says. */
const many = 50;

/** What happened to `main` since a release, as far as files still tell: for a server that starts after a crash and has heard of none of it. */
export async function changesSince(store: Pick<Store, 'history' | 'snapshot'>, release: Snapshot): Promise<MainChange[]> {
  const { files } = await store.snapshot();
  const paths = new Set([...files.keys(), ...release.files.keys()]);
  const documents = [...paths].filter((path) => files.get(path) !== release.files.get(path)).flatMap((path) => documentName(path) ?? []);
  if (documents.length >= many) return [{ action: 'import', by: 'server', documents }];
  const changes = await Promise.all(documents.map((name) => lastChange(store, name)));
  return [...Map.groupBy(changes, ({ action, by }) => `${action} ${by}`).values()].map((same) => ({
    ...same[0]!,
    documents: same.flatMap((change) => change.documents).toSorted((a, b) => (documentKey(a) < documentKey(b) ? -1 : 1)),
  }));
}

async function lastChange(store: Pick<Store, 'history'>, name: DocumentName): Promise<MainChange> {
  const [version] = await store.history(name);
  return { action: (version?.action as MainChange['action'] | undefined) ?? 'import', by: version?.by ?? 'server', documents: [name] };
}
