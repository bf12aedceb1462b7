import { entryFile, entryName, type EntryName } from '../../content-model/paths.ts';
import type { Finding } from '../../content-model/problems.ts';
import { addressOf, targetOf, type BuiltSite } from './built-site.ts';

/** The entry that an address such as `/nl/guides/register/` stands for. */
function entryAt(file: string): EntryName | undefined {
  const [lang, collection, slug, index, ...more] = file.split('/');
  if (index !== 'index.html' || more.length > 0) return undefined;
  const name = entryName(`${collection}/${lang}/${slug}.mdx`);
  return 'problem' in name ? undefined : name;
}

/** Whether a page shows one entry; lists, the front pages and what the program itself says do not. */
export const isEntryPage = (file: string): boolean => entryAt(file) !== undefined;

/**
 * The content file that made a page: the translation's where there is one in that language, else the original's, which the page gives as its proper
 * address. `undefined` for pages that no entry made.
 */
export function contentFileOf(file: string, site: Pick<BuiltSite, 'pages' | 'origin'>, contentFiles: ReadonlySet<string>): string | undefined {
  const page = site.pages.get(file);
  const name = entryAt(file);
  if (!page || !name) return undefined;
  const own = entryFile(name);
  if (contentFiles.has(own)) return own;
  const proper = page.canonical === undefined ? undefined : targetOf(page.canonical, page, site.origin);
  const original = proper?.kind === 'site' ? entryAt(proper.file) : undefined;
  const originals = original && entryFile(original);
  return originals !== undefined && contentFiles.has(originals) ? originals : undefined;
}

/** A finding on a built page as one on the content that made it; the page and its line are then told in words. */
export function atContentFile({ line, column: _, ...finding }: Finding, file: string): Finding {
  return { ...finding, file, found: `On the page ${addressOf(finding.file)}${line ? `, line ${line}` : ''}: ${finding.found}` };
}
