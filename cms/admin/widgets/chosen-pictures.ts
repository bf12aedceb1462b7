import { slugOf } from '../../../src/content-model/paths.ts';

/** A picture that was chosen on this device and goes to the server with the text that shows it. */
interface ChosenPicture {
  name: string;
  base64: string;
  url: string;
}

export interface SentAsset {
  path: string;
  content: string;
  encoding: 'base64';
}

const chosen = new Map<string, ChosenPicture>();
const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
};

export const pictureKinds: readonly string[] = Object.keys(endings);

/** The bytes of a file as text that JSON can carry. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** A name that the model allows and no other picture has: what the file was called, and a little of what is in it. */
export async function pictureName(file: File): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const sign = [...hash.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const base = slugOf(file.name.replace(/\.[^.]*$/, '')).slice(0, 40);
  return `${base}-${sign}.${endings[file.type] ?? 'jpg'}`;
}

/** Keeps a picture until a text that shows it is saved. Gives the name by which the text refers to it. */
export async function keepPicture(file: File): Promise<string> {
  const name = await pictureName(file);
  if (!chosen.has(name)) chosen.set(name, { name, base64: await base64Of(file), url: URL.createObjectURL(file) });
  return name;
}

/** Where a picture that was chosen here can be seen. */
export const chosenUrl = (name: string): string | undefined => chosen.get(name)?.url;

/** The pictures that must go with a text: every one chosen here that it names. The server stores them under other names and writes those into the text. */
export const assetsFor = (raw: string): SentAsset[] =>
  [...chosen.values()]
    .filter(({ name }) => raw.includes(name))
    .map(({ name, base64 }) => ({ path: `content/media/${name}`, content: base64, encoding: 'base64' }));
