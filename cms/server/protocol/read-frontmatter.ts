import { plainLines } from '../../../src/mdx/limits.ts';
import { parseYaml } from '../../../src/mdx/yaml.ts';
import type { StoredFile } from '../store/store.ts';

type Fields = Readonly<Record<string, unknown>>;
const nothing: Fields = {};
/** How many texts are remembered: more than there are drafts. */
const most = 10_000;

/** The fields of a text as they are written, whether or not they fit the model: drafts may lack anything. Each revision is read once. */
export function createFrontmatters(): (file: Pick<StoredFile, 'path' | 'text' | 'revision'>) => Fields {
  const known = new Map<string, Fields>();
  return ({ path, text, revision }) => {
    const there = known.get(revision);
    if (there) return there;
    if (known.size >= most) known.clear();
    const made = fieldsOf(text, path);
    known.set(revision, made);
    return made;
  };
}

function fieldsOf(text: string, path: string): Fields {
  const plain = plainLines(text);
  const end = plain.startsWith('---\n') ? plain.slice(4).search(/^---$/m) : -1;
  if (end < 0) return nothing;
  const { value } = parseYaml(plain.slice(4, 4 + end), path, 2);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : nothing;
}
