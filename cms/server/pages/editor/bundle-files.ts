import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Bundle } from '../../bundle/build.ts';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
};
const name = /^[\w.-]+\.([a-z0-9]+)$/;

/** The files of the editor's bundle. Their names say what they hold, so browsers keep them; what is asked for is made of nothing but a plain name. */
export function bundleFiles(bundle: () => Promise<Bundle>): Hono {
  const app = new Hono();
  app.get('/admin/assets/:file', async (c) => {
    const file = c.req.param('file');
    const type = types[name.exec(file)?.[1] ?? ''];
    if (!type || file.startsWith('.')) return c.notFound();
    const { folder } = await bundle();
    const packed = /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
      ? await readFile(join(folder, `${file}.br`)).catch(() => undefined)
      : undefined;
    const bytes = packed ?? (await readFile(join(folder, file)).catch(() => undefined));
    if (!bytes) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...(packed && { 'Content-Encoding': 'br' }),
    });
  });
  return app;
}
