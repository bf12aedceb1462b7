import { collections, type Collection } from '../../../src/content-model/collections.ts';
import type { Call } from '../protocol/action.ts';

/** The collections in which somebody may begin an original, in whichever language. */
export async function writableKinds({ mainContent, person, rights }: Call): Promise<Collection[]> {
  const { graph } = await mainContent.current();
  const lang = graph?.languages[0] ?? 'en';
  const may = await Promise.all(
    collections.map(async (collection) =>
      // No entry can have this slug, so the answer is that of something new.
      rights.mayWith(person, 'write', await rights.standing(person, { collection, lang, slug: 'something-new-that-nobody-has-begun' }, '---\n---\n')),
    ),
  );
  return collections.filter((_collection, at) => may[at]);
}
