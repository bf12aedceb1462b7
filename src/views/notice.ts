import type { Entry, EntryGroup } from '../graph/graph.ts';
import type { TranslationNotice } from './frame.ts';
import { date, directionOf, languageName, say, type Site } from './site.ts';

/** What a reader of a language is told about the translation they get. `entry` is the entry as `inLanguage()` gives it. */
export function translationNotice(site: Site, entry: Entry, lang: string): TranslationNotice {
  const group = site.graph.groups[entry.collection].get(entry.slug) as EntryGroup;
  const { original } = group;
  const shown = { lang: entry.lang, dir: directionOf(entry.lang) };
  if (entry.lang !== lang)
    return { state: 'missing', ...shown, text: say(site, lang, 'notice.missing', { language: languageName(lang, entry.lang) }) };
  if (entry.state === 'original') return { state: 'original', ...shown, text: '' };
  const name = site.graph.settings.site.languages.find(({ id }) => id === original.lang)?.name ?? languageName(original.lang, original.lang);
  return {
    state: entry.state,
    ...shown,
    text: sentence(site, entry, original, lang),
    original: { lang: original.lang, name, href: `/${original.lang}/${entry.collection}/${entry.slug}/` },
    ...(entry.translator ? { translator: entry.translator } : {}),
  };
}

function sentence(site: Site, entry: Entry, original: Entry, lang: string): string {
  if (entry.state === 'summary') return say(site, lang, 'notice.summary');
  if (entry.state !== 'outdated') return '';
  const { data } = original;
  const changed = ('updated' in data && data.updated) || data.published;
  const parts = [...new Set(entry.changed.map((part) => partName(site, part, original, lang)))];
  return say(site, lang, 'notice.outdated', { date: date(lang, changed), parts: new Intl.ListFormat(lang).format(parts) });
}

const fields = new Set(['title', 'summary', 'person', 'quote', 'line'] as const);
type Field = typeof fields extends Set<infer F> ? F : never;

/** The name of a part that changed, for readers: `body#arriving` is the section "Arriving". */
function partName(site: Site, part: string, original: Entry, lang: string): string {
  if (part === 'body') return say(site, lang, 'part.text');
  if (fields.has(part as Field)) return say(site, lang, `part.${part as Field}`);
  const section = part.startsWith('body#') && original.body.sections.find(({ id }) => `body#${id}` === part);
  if (section) return say(site, lang, 'part.section', { heading: section.title });
  return say(site, lang, part.startsWith('body#') ? 'part.text' : 'part.other');
}
