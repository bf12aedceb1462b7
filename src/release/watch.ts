import { watch } from 'node:fs';

/** Calls back once after the files of a folder have been quiet for `quiet` milliseconds: editors write a file in several steps. Returns what stops it. */
export function watchFolder(folder: string, changed: () => void, quiet = 60): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(changed, quiet);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
