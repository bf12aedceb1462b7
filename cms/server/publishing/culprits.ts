import { documentFile, documentName, type DocumentName } from '../document.ts';
import type { MainChange } from '../store/store.ts';
import type { ReleaseProblem } from './publishing.ts';
import { entryOfPage } from './release-problems.ts';

/** A document that a change put on `main`, and who did it. */
export interface Suspect {
  name: DocumentName;
  by: string;
}

/** What has been taken off, and what the server put back itself, is never undone: somebody may have taken their consent back. */
const undoable: readonly MainChange['action'][] = ['publish', 'roll-back', 'import'];

export const suspectsOf = (changes: readonly MainChange[]): Suspect[] => [
  ...new Map(
    changes
      .filter(({ action }) => undoable.includes(action))
      .flatMap(({ by, documents }) => documents.map((name) => [documentFile(name), { name, by }] as const)),
  ).values(),
];

/** Those whose own page or file has a problem. Where a page is shown from another language's text, the entry in any language that was just published. */
export function culprits(suspects: readonly Suspect[], problems: readonly ReleaseProblem[]): Suspect[] {
  const found = new Set<Suspect>();
  for (const { path, file } of problems) {
    const exact = suspects.filter(({ name }) => documentFile(name) === file);
    const page = entryOfPage(path) ?? (file === undefined ? undefined : documentName(file));
    const near = suspects.filter(({ name }) => page && name.collection === page.collection && name.slug === page.slug);
    for (const suspect of exact.length > 0 ? exact : near) found.add(suspect);
  }
  return [...found];
}

/** The same changes without some documents; changes that are left with none go. */
export const without = <Change extends MainChange>(changes: readonly Change[], gone: readonly Suspect[]): Change[] => {
  const files = new Set(gone.map(({ name }) => documentFile(name)));
  return changes.flatMap((change) => {
    const documents = change.documents.filter((name) => !files.has(documentFile(name)));
    return documents.length > 0 || change.documents.length === 0 ? [{ ...change, documents }] : [];
  });
};
