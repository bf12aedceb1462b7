import { nearest, type Finding } from '../../../src/content-model/problems.ts';
import type { Content } from '../../../src/graph/content.ts';
import { parseYaml } from '../../../src/mdx/yaml.ts';
import { documentFile, type DocumentName } from '../document.ts';

const site: DocumentName = { collection: 'settings', lang: 'all', slug: 'site' };

/**
 * A document in a language that the site does not have. Interface texts may be one step ahead: a language cannot be added to the settings before its
 * texts are there, so its texts may come as soon as a draft of the settings has the language.
 */
export async function unknownLanguage({
  name,
  now,
  draftText,
}: {
  name: DocumentName;
  now: Content;
  draftText: (name: DocumentName) => Promise<string | undefined>;
}): Promise<Finding | undefined> {
  if (name.collection === 'settings' || !now.graph) return undefined;
  const languages = now.graph.settings.site.languages.map(({ id }) => id);
  if (languages.includes(name.lang)) return undefined;
  if (name.collection === 'strings' && languagesIn(await draftText(site)).includes(name.lang)) return undefined;
  const near = nearest(name.lang, languages);
  return {
    check: 'translations',
    severity: 'error',
    file: documentFile(name),
    found: `“${name.lang}” is not a language of this site.`,
    rule: `The languages are ${languages.join(', ')} (settings/site.yml).`,
    fix: `${near ? `Did you mean “${near}”? ` : ''}An administrator adds a language in the settings of the site.`,
  };
}

function languagesIn(text: string | undefined): unknown[] {
  const { value } = parseYaml(text ?? '', documentFile(site));
  const list: unknown = (value as { languages?: unknown } | null)?.languages;
  return Array.isArray(list) ? list.map((item: unknown) => (item as { id?: unknown } | null)?.id) : [];
}
