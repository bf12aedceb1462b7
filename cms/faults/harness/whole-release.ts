import { hash } from 'node:crypto';
import { readFile, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../../../src/release/releases.ts';

/**
 * What is missing or another in the release that is served, compared with its own manifest. Nothing where it is whole, or where none is served yet.
 * @param site the folder of releases, `DataFolder.site`
 */
export async function faultsOfRelease(site: string): Promise<string[]> {
  const target = await readlink(join(site, 'site')).catch(() => undefined);
  if (target === undefined) return [];
  const folder = join(site, target);
  const manifest = await readFile(`${folder}.json`, 'utf8').catch(() => undefined);
  if (manifest === undefined) return [`${target} is served and has no manifest`];
  const { files } = JSON.parse(manifest) as Manifest;
  const faults = await Promise.all(
    Object.entries(files).map(async ([path, { hash: wanted }]) => {
      const file = join(folder, path);
      // Of pictures the manifest knows the address, which names their bytes and recipe; of all else the content.
      if (path.startsWith('media/')) return (await stat(file).catch(() => undefined))?.size ? [] : [`${target}/${path} is missing or empty`];
      const content = await readFile(file).catch(() => undefined);
      if (content === undefined) return [`${target}/${path} is missing`];
      return hash('sha256', content, 'hex') === wanted ? [] : [`${target}/${path} is not what was published`];
    }),
  );
  return faults.flat();
}
