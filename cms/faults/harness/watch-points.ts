import { watch } from 'node:fs';
import { join } from 'node:path';
import { dataFolderAt } from '../../server/data-folder.ts';

/** Moments of a save or a publication that show on the disk while they last, so that the server needs no hook for its tests. */
export const points = {
  'a lock of a ref': { folder: 'repository', file: /^refs\/.*\.lock$/ },
  'a ref that moved': { folder: 'repository', file: /^refs\/heads\/cms\/(?:[^/]+\/){2}[^/]+(?<!\.lock)$/ },
  'main that moved': { folder: 'repository', file: /^refs\/heads\/main$/ },
  'a release that is marked': { folder: 'repository', file: /^refs\/releases\/\d+$/ },
  'an object half written': { folder: 'repository', file: /^objects\/.*tmp_obj_/ },
  'an object': { folder: 'repository', file: /^objects\/[0-9a-f]{2}\/[0-9a-f]{38}$/ },
  'an index': { folder: 'cache', file: /^git-indexes\// },
  'pages being written': { folder: 'site', file: /^\.writing-/ },
  'a release being assembled': { folder: 'site', file: /^\.assembling-/ },
  'a release in its place': { folder: 'site', file: /^releases\/\d+$/ },
  'the manifest of a release': { folder: 'site', file: /^releases\/\d+\.json$/ },
  'the link that is swapped': { folder: 'site', file: /^(?:site|\.?site[.-].*)$/ },
  'the database': { folder: 'root', file: /^private\.sqlite-wal$/ },
} as const;
export type PointName = keyof typeof points;

/** Calls back once, at the next time a point is reached. Returns a function that ends the watching. */
export function atPoint(data: string, name: PointName, reached: () => void): () => void {
  const { folder, file } = points[name];
  const watcher = watch(join(dataFolderAt(data)[folder]), { recursive: folder !== 'root' }, (_event, changed) => {
    if (!changed || !file.test(changed)) return;
    watcher.close();
    reached();
  });
  // What is being watched comes and goes: a folder that is away again is no reason to stop.
  watcher.on('error', () => undefined);
  return () => watcher.close();
}
