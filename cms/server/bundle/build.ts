import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { root } from '../../../src/release/root.ts';

const here = join(root, 'cms/admin');

/** What goes into the bundle: our own files there, and the versions of the packages. */
const sources = ['cms/admin', 'cms/config', 'src/content-model', 'src/mdx', 'src/figures'];

async function hashSources(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(root, 'package-lock.json')));
  for (const folder of sources) {
    const files = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile() && !/\.test\.|README/.test(file.name)).map((file) => join(file.parentPath, file.name));
    for (const path of paths.sort())
      hash
        .update(path.slice(root.length))
        .update('\0')
        .update(await readFile(path))
        .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** The editor's bundle: `admin.js`, `admin.css` and what they load, under names that say what they hold. */
export interface Bundle {
  folder: string;
  script: string;
  styles: readonly string[];
}

/** Makes the bundle, or takes the one that was made of the same code. About fifteen seconds where it has to be made. */
export async function buildBundle(cache: string): Promise<Bundle> {
  const folder = join(cache, 'admin', await hashSources());
  if (!existsSync(join(folder, 'manifest.json'))) await buildInto(folder);
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<
    string,
    { file: string; isEntry?: boolean; css?: string[] }
  >;
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry)!;
  return { folder, script: entry.file, styles: entry.css ?? [] };
}

const withoutConfigCheck = (): Plugin => ({
  name: 'doorstep-checked-config',
  enforce: 'pre',
  resolveId: (id, from) => (id.endsWith('/constants/configSchema') && from?.includes('decap-cms-core') ? join(here, 'checked-config.ts') : undefined),
});

async function buildInto(folder: string): Promise<void> {
  const temporary = `${folder}.${process.pid}`;
  await mkdir(temporary, { recursive: true });
  await build({
    configFile: false,
    root: here,
    base: '/admin/assets/',
    logLevel: 'error',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    // Where a test builds it NODE_ENV says "test", and JSX would be that of development, which React's production has not.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    resolve: { dedupe: ['react', 'react-dom', 'immutable'] },
    plugins: [withoutConfigCheck()],
    build: {
      outDir: temporary,
      emptyOutDir: true,
      assetsDir: '.',
      manifest: 'manifest.json',
      chunkSizeWarningLimit: 8000,
      modulePreload: { polyfill: false },
      rollupOptions: { input: join(here, 'admin.tsx') },
    },
  });
  await pack(temporary);
  await rename(temporary, folder).catch(async (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'ENOTEMPTY' && problem.code !== 'EEXIST') throw problem;
    await rm(temporary, { recursive: true, force: true });
  });
}

/** Each text beside itself as brotli: made once, so that no server has to. */
async function pack(folder: string): Promise<void> {
  for (const file of await readdir(folder))
    if (/\.(?:js|css)$/.test(file)) await writeFile(join(folder, `${file}.br`), brotliCompressSync(await readFile(join(folder, file))));
}
