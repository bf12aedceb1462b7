import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { collections, type Collection } from '../../../src/content-model/collections.ts';
import { slugOf } from '../../../src/content-model/paths.ts';
import { documentFile, documentName } from '../document.ts';
import { Refusal } from '../refusal.ts';
import { action, type Call } from './action.ts';
import { createFrontmatters } from './read-frontmatter.ts';
import { transliterate } from './transliterate.ts';

/** Shorter than the model allows, so that a number can follow and addresses can be read aloud. */
const longest = 60;

/** The words of a title as an address, cut after a whole word where there is one. */
export function slugFromTitle(title: string): string {
  const slug = slugOf(transliterate(title.slice(0, 400)));
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest);
  const end = cut.lastIndexOf('-');
  return slug[longest] === '-' || end < longest / 2 ? cut.replace(/-+$/, '') : cut.slice(0, end);
}

const consonants = 'bcdfghjkmnpqrstvwxz';
const digits = '23456789';
const oneOf = (signs: string) => signs[randomInt(signs.length)]!;

/** Says nothing of whoever told the story, and cannot be read as a word: `k4d7w2`. */
export const opaqueSlug = (): string => Array.from({ length: 3 }, () => oneOf(consonants) + oneOf(digits)).join('');

const frontmatterOf = createFrontmatters();

/** Every address of a collection that leads somewhere or will: of entries and drafts in all languages, and earlier ones. */
async function taken(collection: Collection, { store, mainContent }: Call): Promise<Set<string>> {
  const [{ files }, drafts, { graph }] = await Promise.all([store.snapshot(), store.drafts(), mainContent.current()]);
  const slugs = new Set<string>();
  for (const path of files.keys()) {
    const name = path.startsWith(`${collection}/`) ? documentName(path) : undefined;
    if (name) slugs.add(name.slug);
  }
  for (const draft of drafts) {
    if (draft.name.collection !== collection) continue;
    slugs.add(draft.name.slug);
    const { aliases } = frontmatterOf(draft);
    if (Array.isArray(aliases)) for (const alias of aliases) slugs.add(String(alias));
  }
  const prefix = `${collection}/`;
  for (const alias of graph?.aliases.keys() ?? []) if (alias.startsWith(prefix)) slugs.add(alias.slice(prefix.length));
  return slugs;
}

/** Stories have addresses that name nobody; everything else is called by its title. */
function* candidates(collection: Collection, title: string): Generator<string> {
  if (collection === 'stories') for (;;) yield opaqueSlug();
  const slug = slugFromTitle(title);
  yield slug;
  for (let number = 2; ; number++) yield `${slug}-${number}`;
}

/** An address for a new entry that none has, in any language, published or not. */
export const newSlug = action(
  z.object({ collection: z.enum(collections), lang: z.string().max(20), title: z.string().max(10_000) }),
  async ({ collection, lang, title }, call) => {
    const { rights, person } = call;
    const slugs = await taken(collection, call);
    for (const slug of candidates(collection, title)) {
      if (slugs.has(slug)) continue;
      const name = documentName(documentFile({ collection, lang, slug }));
      // A name that Windows keeps for devices gets a number; where the language is none, no number helps.
      if (!name && documentName(documentFile({ collection, lang, slug: 'entry' }))) continue;
      if (!name) throw new Refusal(422, 'cms.refused.path');
      await rights.require(person, 'write', await rights.standing(person, name));
      return { slug };
    }
    throw new Refusal(422, 'cms.refused.path');
  },
);
