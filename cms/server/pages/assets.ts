import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { root } from '../../../src/release/root.ts';

const styles = join(root, 'src/styles');
const read = (...path: string[]) => readFileSync(join(...path));

/** The site's own style sheets, as far as every page of it has them, and then ours. */
function styleSheet(): Buffer {
  const files = [
    ...['reset', 'tokens', 'base', 'layout'].map((name) => read(styles, `${name}.css`)),
    ...['frame', 'forms', 'pages', 'desk/desk', 'entry/entry', 'translations/translations', 'going-on/going-on'].map((name) =>
      read(import.meta.dirname, `${name}.css`),
    ),
  ];
  return Buffer.concat([Buffer.from('@layer reset,tokens,base,layout,parts,pages;\n'), ...files]);
}

interface Asset {
  type: string;
  bytes: Buffer;
}

/** A file under a name that says what it holds, so that browsers need never ask for it again. */
const hashed = (name: string, ending: string, { bytes }: Asset) =>
  `${name}.${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${ending}`;

const style: Asset = { type: 'text/css; charset=utf-8', bytes: styleSheet() };
const script: Asset = { type: 'text/javascript; charset=utf-8', bytes: read(import.meta.dirname, 'passkey.js') };
export const styleAddress = `/assets/${hashed('cms', 'css', style)}`;
export const scriptAddress = `/assets/${hashed('passkey', 'js', script)}`;
export const iconAddress = '/assets/favicon.svg';
/** The city's colour as a style sheet of its own: the policy allows no style in a page. */
export const signAddress = (sign: string) => `/assets/sign-${sign.slice(1)}.css`;

const assets = new Map<string, Asset>([
  [styleAddress, style],
  [scriptAddress, script],
  [iconAddress, { type: 'image/svg+xml', bytes: read(root, 'public/favicon.svg') }],
  ...readdirSync(join(styles, 'fonts')).map((name): [string, Asset] => [
    `/assets/fonts/${name}`,
    { type: 'font/woff2', bytes: read(styles, 'fonts', name) },
  ]),
]);

const immutable = 'public, max-age=31536000, immutable';
const aDay = 'public, max-age=86400';

/** What pages load: style sheets, the passkey script, fonts. Anybody may, signed in or not. */
export function assetPages(): Hono {
  const app = new Hono();
  app.get('/assets/*', (c) => {
    const sign = /^\/assets\/sign-([0-9a-f]{6})\.css$/.exec(c.req.path)?.[1];
    const asset = sign ? { type: style.type, bytes: Buffer.from(`:root{--blue:#${sign}}\n`) } : assets.get(c.req.path);
    if (!asset) return c.notFound();
    const named = sign !== undefined || [styleAddress, scriptAddress].includes(c.req.path);
    return c.body(new Uint8Array(asset.bytes), 200, { 'Content-Type': asset.type, 'Cache-Control': named ? immutable : aDay });
  });
  return app;
}
