import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './root.ts';
import { filesIn } from './equality.ts';
import type { Published } from './publisher.ts';

const run = promisify(execFile);

/** Builds the same content on the same day with plain `astro build`, and says which files differ from a release's. */
export async function compareWithStaticBuild({ content, day, published }: { content: string; day: string; published: Published }): Promise<string[]> {
  const home = await mkdtemp(join(tmpdir(), 'doorstep-static-'));
  const out = join(home, 'dist');
  try {
    await run(process.execPath, [join(root, 'node_modules/.bin/astro'), 'build', '--outDir', out, '--silent'], {
      cwd: root,
      // Nothing of the surrounding environment may reach the pages.
      env: { DOORSTEP_CONTENT: content, DOORSTEP_DAY: day, DOORSTEP_DATA: join(home, 'data'), ASTRO_TELEMETRY_DISABLED: '1', HOME: home },
      maxBuffer: 64 * 1024 * 1024,
    });
    const built = await filesIn(out);
    const released = Object.keys(published.manifest.files);
    const differences = [...new Set([...built, ...released])].sort().flatMap(async (path) => {
      if (!built.includes(path)) return [`${path} is not in the static build`];
      if (!published.manifest.files[path]) return [`${path} is only in the static build`];
      const [a, b] = await Promise.all([readFile(join(out, path)), readFile(join(published.folder, path))]);
      return a.equals(b) ? [] : [`${path} has other bytes in the static build`];
    });
    return (await Promise.all(differences)).flat();
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
