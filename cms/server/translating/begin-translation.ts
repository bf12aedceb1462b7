import { z } from 'zod';
import { collections } from '../../../src/content-model/collections.ts';
import { idPattern } from '../../../src/content-model/field.ts';
import { documentFile, documentKey, documentName, type DocumentName } from '../document.ts';
import { editorAddress, entryAddress } from '../editor-address.ts';
import { changing, type Call } from '../protocol/action.ts';
import { saveChecked } from '../protocol/save-draft.ts';
import type { Standing } from '../protocol/rights.ts';
import { Refusal } from '../refusal.ts';
import { entryText } from './entry-text.ts';
import { originalOfEntry, readableOriginal } from './original-text.ts';
import { emptyTranslation } from './translation-shape.ts';

export interface BegunTranslation {
  /** `guides/uk/register`. */
  document: string;
  /** Where it is written. */
  address: string;
  /** Its page. */
  entry: string;
  /** False where there was a translation, or a draft of one, already. */
  begun: boolean;
}

const answer = (name: DocumentName, begun: boolean): BegunTranslation => ({
  document: documentKey(name),
  address: editorAddress(name, 'translation'),
  entry: entryAddress(name),
  begun,
});

const params = z.object({ collection: z.enum(collections), slug: z.string().max(80).regex(idPattern), lang: z.string().max(40) });

/** “Translate into …”: makes the draft of a translation, or leads to the one there is. */
export const beginTranslation = changing(params, async ({ collection, slug, lang }, call) => {
  const { mainContent, person, rights } = call;
  const { graph } = await mainContent.current();
  if (!graph?.settings.site.languages.some(({ id }) => id === lang)) throw new Refusal(422, 'cms.translating.refused.language');
  const name = documentName(documentFile({ collection, lang, slug }));
  if (!name) throw new Refusal(422, 'cms.refused.path');
  const now = await rights.standing(person, name);
  await rights.require(person, 'write', now);
  if (now.kinds.includes('original')) throw new Refusal(422, 'cms.translating.refused.same');
  if (now.draft ?? now.published) return answer(name, false);
  const original = await readableOriginal(await originalOfEntry({ collection, slug }, call), call);
  if (!original) throw new Refusal(404, 'cms.translating.refused.original');
  const read = entryText(original.name, original);
  const text = emptyTranslation({ collection, lang: original.name.lang, data: read?.data ?? {} });
  const standing = await rights.standing(person, name, text);
  await rights.require(person, 'write', standing);
  return begin({ standing, text }, call);
});

/** Whoever began it a moment earlier wrote the same text, or has written on: then it is theirs, and there. */
async function begin({ standing, text }: { standing: Standing; text: string }, call: Call): Promise<BegunTranslation> {
  const { name } = standing;
  try {
    await saveChecked({ standing, text, seen: null }, call);
    return answer(name, true);
  } catch (problem) {
    if (!(problem instanceof Refusal) || problem.status !== 409) throw problem;
    return answer(name, false);
  }
}
