import { z } from 'zod';
import { isCollection } from '../../../src/content-model/collections.ts';
import { documentKey, documentName, type DocumentName } from '../document.ts';
import { Refusal } from '../refusal.ts';
import type { Snapshot } from '../store/store.ts';
import { action, changing, type Call } from './action.ts';
import { servedMedia } from './media-file.ts';
import { mediaReferences } from './media-references.ts';
import { isMediaPath, mediaAt } from './paths.ts';
import { path } from './params.ts';
import { asset, takeSent } from './sent-pictures.ts';

const prefix = 'media/';
const picturesOf = ({ files }: Snapshot): string[] =>
  [...files.keys()].flatMap((file) => {
    const name = file.slice(prefix.length);
    return file.startsWith(prefix) && /\.(?:jpe?g|png|webp|avif|svg)$/.test(name) ? [name] : [];
  });

/** Bytes of pictures in one answer: more would not fit into the memory of a browser's tab. */
const most = 32 * 1024 * 1024;

/**
 * The pictures on `main`. Decap wants their contents as well: they are there until 32 MB are reached, and empty after that.
 * With `contents: false` none are, and each is got when it is wanted.
 */
export const getMedia = action(z.object({ mediaFolder: path.default('media'), contents: z.boolean().default(true) }), async (params, { store }) => {
  if (!isMediaPath(`${params.mediaFolder.replace(/\/$/, '')}/`)) throw new Refusal(422, 'cms.refused.path');
  const served = [];
  let size = 0;
  for (const name of picturesOf(await store.snapshot())) {
    const bytes = (await store.readMedia(name))!;
    size += bytes.length;
    const whole = servedMedia(name, params.contents && size <= most ? bytes : Buffer.alloc(0));
    served.push({ ...whole, size: bytes.length });
  }
  return served;
});

export const getMediaFile = action(z.object({ path }), async (file, { store }) => {
  const name = mediaAt(file.path);
  const bytes = await store.readMedia(name);
  if (!bytes) throw new Refusal(404, 'cms.refused.missing');
  return servedMedia(name, bytes);
});

export const persistMedia = changing(z.object({ asset }), async (params, call) => {
  call.rights.requireSite(call.person, 'upload');
  const { name, bytes } = await takeSent(params.asset, call);
  await call.store.addMedia({ media: [{ name, bytes }], by: call.person.id });
  return servedMedia(name, bytes);
});

/** A document, published or a draft, that shows one of these pictures. */
async function whoShows(pictures: readonly string[], { store }: Call): Promise<{ picture: string; where: string } | undefined> {
  const { files } = await store.snapshot();
  const published = (await store.read([...files.keys()].filter((file) => file.endsWith('.mdx')))).map(({ path: file, text }) => ({
    name: documentName(file),
    text,
  }));
  for (const { name, text } of [...published, ...(await store.drafts())]) {
    if (!name || !isCollection(name.collection) || !pictures.some((picture) => text.includes(picture))) continue;
    const shown = new Set(mediaReferences(name satisfies DocumentName, text));
    const picture = pictures.find((one) => shown.has(one));
    if (picture !== undefined) return { picture, where: documentKey(name) };
  }
  return undefined;
}

/** Takes pictures away that nothing shows, all of them or none. */
export async function removeMedia(names: readonly string[], call: Call): Promise<void> {
  call.rights.requireSite(call.person, 'remove-media');
  await call.turns(async () => {
    const { files } = await call.store.snapshot();
    if (names.some((name) => !files.has(prefix + name))) throw new Refusal(404, 'cms.refused.missing');
    const shown = await whoShows(names, call);
    if (shown) throw new Refusal(422, 'cms.picture.used', { values: { name: shown.picture, where: shown.where } });
    await call.store.removeMedia({ names, by: call.person.id });
  });
}
