import { isCollection, type Collection } from './collections.ts';
import { idPattern } from './field.ts';

/** What names an entry: its collection, its language and its slug, the same in every language. */
export interface EntryName {
  collection: Collection;
  lang: string;
  slug: string;
}

/** `guides/nl/register.mdx`, from the content folder. */
export const entryFile = ({ collection, lang, slug }: EntryName): string => `${collection}/${lang}/${slug}.mdx`;

/** The name of an entry from its file, or why the file is none. */
export function entryName(file: string): EntryName | { problem: 'place' | 'slug'; suggestion?: string } {
  const parts = file.split('/');
  const [collection, lang, name] = parts;
  if (parts.length !== 3 || !collection || !lang || !name || !isCollection(collection) || !name.endsWith('.mdx')) return { problem: 'place' };
  const slug = name.slice(0, -'.mdx'.length);
  if (!idPattern.test(slug) || slug.length > 80) return { problem: 'slug', suggestion: slugOf(slug) };
  return { collection, lang, slug };
}

/** A text as a slug: small Latin letters, digits and single hyphens; what has no Latin letters becomes `entry`. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
  return slug || 'entry';
}
