import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.ts';

/** The compiled pages: code only, no content. */
export interface Renderer {
  /** Hash of the code: pages written by other code are written again. */
  codeHash: string;
  render: (view: { path: string }) => Promise<{ status: number; html: string }>;
  /** Folder with the assets of the pages (`_astro/…`) and the files of `public/`. */
  assets: string;
}

/** What is compiled into pages; tests and commands change no page. */
const compiled = [
  'src/content-model',
  'src/mdx',
  'src/graph',
  'src/views',
  'src/pages',
  'src/layouts',
  'src/components',
  'src/figures',
  'src/styles',
  'src/handbook',
  'src/images',
  'src/feeds',
  'src/search',
  'src/release',
  'public',
];

/** SHA-256 over the code that pages are made of and the versions of its libraries. */
export async function hashCode(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of compiled) {
    const files = existsSync(join(root, folder)) ? await readdir(join(root, folder), { recursive: true, withFileTypes: true }) : [];
    const paths = files
      .filter((file) => file.isFile() && !/\.(test|long|snap)\b|README|__snapshots__/.test(file.name))
      .map((file) => join(file.parentPath, file.name))
      .sort();
    for (const path of paths)
      hash
        .update(path.slice(root.length))
        .update('\0')
        .update(await readFile(path))
        .update('\0');
  }
  hash.update(await readFile(join(root, 'package-lock.json')));
  return hash.digest('hex').slice(0, 16);
}

/** Compiles the renderer, or takes the one that was compiled from the same code. About two seconds a code change. */
export async function compileRenderer(cache: string): Promise<Renderer> {
  const codeHash = await hashCode();
  const known = await openRenderer(cache, codeHash);
  if (known) return known;
  await compileInto(join(cache, 'renderer', codeHash));
  return (await openRenderer(cache, codeHash))!;
}

/** The renderer that was compiled from a code; undefined where nobody has compiled it yet. */
export async function openRenderer(cache: string, codeHash: string): Promise<Renderer | undefined> {
  const folder = join(cache, 'renderer', codeHash);
  const entry = join(folder, 'server/entry.mjs');
  if (!existsSync(entry)) return undefined;
  const { render } = (await import(pathToFileURL(entry).href)) as Pick<Renderer, 'render'>;
  return { codeHash, render, assets: join(folder, 'client') };
}

/** Astro itself is loaded only here: where the renderer is there already, a process starts without it. */
async function compileInto(folder: string): Promise<void> {
  const [{ build }, { astroOptions }, { adapter, onDemand }] = await Promise.all([
    import('astro'),
    import('./astro-options.ts'),
    import('./on-demand.ts'),
  ]);
  const temporary = `${folder}.${process.pid}`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  const options = astroOptions('renderer');
  await build({
    ...options,
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    outDir: temporary,
    cacheDir: `${temporary}.cache`,
    adapter: adapter(),
    integrations: [...(options.integrations ?? []), onDemand()],
    vite: { ...options.vite, logLevel: 'error', ssr: { noExternal: true } },
  });
  await rm(`${temporary}.cache`, { recursive: true, force: true });
  await rename(temporary, folder).catch(async (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'ENOTEMPTY' && problem.code !== 'EEXIST') throw problem;
    await rm(temporary, { recursive: true, force: true });
  });
}
