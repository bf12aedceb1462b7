import { readFile } from 'node:fs/promises';
import { availableParallelism, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { root } from '../release/root.ts';

/** The machine as it matters for the figures; neither its name nor any path. */
export async function describeMachine(): Promise<string[]> {
  const system = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const name = /^PRETTY_NAME="?([^"\n]+)"?/m.exec(system)?.[1] ?? type();
  return [`${availableParallelism()} cores`, `${Math.round(totalmem() / 2 ** 30)} GB of memory`, `${name} (${type()} ${release().split('-')[0]})`];
}

/** The versions of what was compared. */
export async function describeVersions(peers: readonly { name: string; version: string | undefined }[]): Promise<string[]> {
  const { version, dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
  const installed = peers.flatMap((peer) => (peer.version ? [`${peer.name} ${peer.version}`] : []));
  return [
    `Doorstep ${version}`,
    `Node ${process.versions.node}`,
    `Astro ${dependencies['astro']}`,
    `Pagefind ${dependencies['pagefind']}`,
    ...installed,
  ];
}
