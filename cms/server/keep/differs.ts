/** What two states of the content have not in common, as sorted paths. */
export interface Difference {
  added: readonly string[];
  changed: readonly string[];
  removed: readonly string[];
}

/** What going from one state to another brings, each given as the revision of every path. */
export function differs({ from, to }: { from: ReadonlyMap<string, string>; to: ReadonlyMap<string, string> }): Difference {
  const added = [...to.keys()].filter((path) => !from.has(path));
  const changed = [...to].filter(([path, revision]) => from.has(path) && from.get(path) !== revision).map(([path]) => path);
  const removed = [...from.keys()].filter((path) => !to.has(path));
  return { added: added.sort(), changed: changed.sort(), removed: removed.sort() };
}

export const isSame = ({ added, changed, removed }: Difference): boolean => added.length + changed.length + removed.length === 0;

/** `3 added, 1 changed, none removed`. */
export const inWords = ({ added, changed, removed }: Difference): string =>
  [`${count(added)} added`, `${count(changed)} changed`, `${count(removed)} removed`].join(', ');
const count = ({ length }: readonly string[]) => (length === 0 ? 'none' : String(length));

/** What start says where the checkout and `main` went apart: the server publishes `main`, so whoever edited the folder must hear of it. Nothing where they are the same. */
export function differenceSentence(folder: string, fromMain: Difference): string | undefined {
  if (isSame(fromMain)) return undefined;
  return `${folder} is not what the CMS keeps and publishes (in the folder: ${inWords(fromMain)}): npm run cms -- import takes the folder’s content into the CMS, npm run cms -- export writes what the CMS has into the folder.`;
}
