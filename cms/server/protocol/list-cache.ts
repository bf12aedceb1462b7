import { ReadyJson } from './ready-json.ts';

interface Kept {
  /** Revisions by path, in the order of the list. */
  files: readonly (readonly [path: string, revision: string])[];
  answer: ReadyJson;
}

/** Bytes of lists that are kept. */
const most = 64 * 1024 * 1024;

/** Lists as they were answered last, for those who see everything: as long as the files are the same, so is the answer. */
export interface ListCache {
  get: (name: string, files: Kept['files'], make: () => Promise<unknown>) => Promise<ReadyJson>;
}

export function createListCache(): ListCache {
  const known = new Map<string, Kept>();
  let size = 0;
  const forget = (name: string) => {
    size -= known.get(name)?.answer.bytes.length ?? 0;
    known.delete(name);
  };
  return {
    async get(name, files, make) {
      const kept = known.get(name);
      if (kept && isSame(kept.files, files)) return kept.answer;
      const answer = new ReadyJson(await make());
      forget(name);
      known.set(name, { files, answer });
      size += answer.bytes.length;
      for (const oldest of known.keys()) {
        if (size <= most) break;
        forget(oldest);
      }
      return answer;
    },
  };
}

const isSame = (a: Kept['files'], b: Kept['files']) =>
  a.length === b.length && a.every(([path, revision], at) => path === b[at]![0] && revision === b[at]![1]);
