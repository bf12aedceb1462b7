import { callApi } from '../api.ts';
import { chosenUrl } from './chosen-pictures.ts';

interface ServedPicture {
  content: string;
}
/** What is edited: pictures of a draft lie with the draft. */
export interface PictureOwner {
  collection: string;
  slug: string;
}

const kinds: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
};
const urls = new Map<string, Promise<string>>();

/** Where a picture can be seen: one of the site, of the draft that is edited, or chosen on this device. Rejects where there is none. */
export function pictureUrl(name: string, owner?: PictureOwner): Promise<string> {
  const here = chosenUrl(name);
  if (here) return Promise.resolve(here);
  const key = `${name} ${owner?.collection ?? ''}/${owner?.slug ?? ''}`;
  const known = urls.get(key);
  if (known) return known;
  const asked = fetchPicture(name, owner);
  urls.set(key, asked);
  asked.catch(() => urls.delete(key));
  return asked;
}

async function fetchPicture(name: string, owner: PictureOwner | undefined): Promise<string> {
  const path = `content/media/${name}`;
  const ofSite = callApi<ServedPicture>('getMediaFile', { path });
  const { content } = await ofSite.catch((problem: unknown) => {
    if (!owner?.slug) throw problem;
    return callApi<ServedPicture>('unpublishedEntryMediaFile', { ...owner, path });
  });
  // In an <img> a drawing runs no script, wherever it comes from.
  return `data:${kinds[name.slice(name.lastIndexOf('.') + 1)] ?? 'image/jpeg'};base64,${content}`;
}
