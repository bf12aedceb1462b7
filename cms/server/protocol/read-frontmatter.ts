import { partsOfFile } from '../parts-of-file.ts';
import type { StoredFile } from '../store/store.ts';

type Fields = Readonly<Record<string, unknown>>;
/** How many texts are remembered: more than there are drafts. */
const most = 10_000;

/** The fields of a text as they are written, whether or not they fit the model: drafts may lack anything. Each revision is read once. */
export function createFrontmatters(): (file: Pick<StoredFile, 'path' | 'text' | 'revision'>) => Fields {
  const known = new Map<string, Fields>();
  return ({ path, text, revision }) => {
    const there = known.get(revision);
    if (there) return there;
    if (known.size >= most) known.clear();
    const made = partsOfFile(text, path).fields;
    known.set(revision, made);
    return made;
  };
}
