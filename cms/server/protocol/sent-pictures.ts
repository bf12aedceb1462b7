import { z } from 'zod';
import { wordsIn } from '../words.ts';
import type { DocumentName } from '../document.ts';
import { withReason } from '../media/refuse-picture.ts';
import { takePicture, type TakenPicture } from '../media/take-picture.ts';
import type { Call } from './action.ts';
import { renameMedia } from './media-references.ts';
import { givenMediaName } from './paths.ts';
import { path } from './params.ts';

/** A picture as Decap sends it. */
export const asset = z.object({ path, content: z.string(), encoding: z.literal('base64') });
type Asset = z.output<typeof asset>;

/** A reference without what comes before its name in one editor or the other: `/media/a.jpg`, `content/media/a.jpg`, `a.jpg` → `a.jpg`. */
function bare(reference: string): string {
  let text = reference;
  try {
    text = decodeURIComponent(reference);
  } catch {
    // A name with a per cent sign, and no encoding.
  }
  return text.normalize('NFC').replace(/^\/?(?:content\/)?(?:media\/)?/, '');
}

/** Takes one picture in; where it is refused, the reason is a sentence in the person's language. */
export async function takeSent({ path: sent, content }: Asset, { person, mainContent }: Call): Promise<TakenPicture> {
  const name = givenMediaName(sent);
  try {
    return await takePicture(Buffer.from(content, 'base64'), name.slice(name.lastIndexOf('/') + 1));
  } catch (problem) {
    const languages = (await mainContent.current()).graph?.strings;
    throw languages ? withReason(problem, wordsIn(languages, person.lang)) : problem;
  }
}

/**
 * Takes in the pictures that come with a text, and lets the text refer to what became of them. What the text does not show is not kept.
 * Editors send the pictures of a draft again with every save: what is stored already, byte for byte, stays what it is.
 */
export async function takePictures(
  assets: readonly Asset[],
  { name, text, call }: { name: DocumentName; text: string; call: Call },
): Promise<{ text: string; media: TakenPicture[] }> {
  const sent = assets.map((one) => ({ ...one, given: givenMediaName(one.path) }));
  const wanted = new Set<string>();
  renameMedia(name, text, (reference) => {
    wanted.add(bare(reference));
    return undefined;
  });
  const taken = new Map<string, TakenPicture | 'stored'>();
  for (const one of sent) {
    if (!wanted.has(one.given) || taken.has(one.given)) continue;
    taken.set(one.given, (await isStored(name, one, call)) ? 'stored' : await takeSent(one, call));
  }
  const renamed = renameMedia(name, text, (reference) => {
    const became = taken.get(bare(reference));
    return became === undefined ? undefined : became === 'stored' ? bare(reference) : became.name;
  });
  return { text: renamed, media: [...taken.values()].filter((one) => one !== 'stored') };
}

async function isStored(name: DocumentName, { given, content }: { given: string; content: string }, { store }: Call): Promise<boolean> {
  const there = (await store.draftMedia(name, given)) ?? (await store.readMedia(given));
  return there !== undefined && there.equals(Buffer.from(content, 'base64'));
}
