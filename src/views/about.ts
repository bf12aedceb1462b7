import { voices, type Voice } from '../content-model/common.ts';
import type { Entry, EntryGroup } from '../graph/graph.ts';
import { frame } from './frame.ts';
import type { Route } from './routes.ts';
import { languageName, localise, say, type Site } from './site.ts';
import type { BaseView } from './view.ts';

/** One voice's share of what is published, in whole per cent. */
export interface VoiceShare {
  id: Voice;
  label: string;
  entries: number;
  words: number;
  /** "63 entries (45 %), 21,300 words (38 %)". */
  text: string;
}

export interface AboutView extends BaseView<'about'> {
  voices: VoiceShare[];
  inLanguages: string[];
  /** Who made pictures, and under which terms. */
  credits: string[];
  runBy: string;
  contact: { email?: string; phone?: string };
}

/** Public entries that speak: facts have no voice. */
const speaking = (site: Site): EntryGroup[] => [...site.published].filter(({ collection }) => collection !== 'facts');

/** Words of the text and of everything said in the fields of a story: counted in the original, once for each entry. */
function wordsOf({ body, fragments, data }: Entry): number {
  const inFields =
    'person' in data
      ? countWords([data.quote.said, data.advice.said, ...data.hard.map(({ text }) => text), ...data.helped.map(({ how }) => how)])
      : 0;
  return body.words + [...fragments.values()].reduce((sum, { words }) => sum + words, 0) + inFields;
}
const countWords = (texts: readonly string[]) => texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0), 0);

/** Who speaks here: shares of entries and of words. Each column adds up to 100 but for rounding. */
function voicesOf(site: Site, lang: string): VoiceShare[] {
  const counts = new Map(voices.map((voice) => [voice, { entries: 0, words: 0 }]));
  for (const { original } of speaking(site)) {
    if (!('voice' in original.data)) continue;
    const count = counts.get(original.data.voice)!;
    count.entries += 1;
    count.words += wordsOf(original);
  }
  const all = [...counts.values()].reduce((sum, { entries, words }) => ({ entries: sum.entries + entries, words: sum.words + words }), {
    entries: 0,
    words: 0,
  });
  const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((100 * part) / whole));
  return voices.map((id) => {
    const { entries, words } = counts.get(id)!;
    const [share, part] = [percent(entries, all.entries), percent(words, all.words)];
    return {
      id,
      label: say(site, lang, `voice.${id}`),
      entries: share,
      words: part,
      text: say(site, lang, 'about.voices.line', { entries, words, share, part }),
    };
  });
}

/** How much there is in each language, of all entries that have a page. */
function languagesOf(site: Site, lang: string): string[] {
  const entries = speaking(site);
  return site.graph.languages.map((language) =>
    say(site, lang, 'about.languages.line', {
      language: languageName(lang, language),
      count: entries.filter(({ byLanguage }) => byLanguage.has(language)).length,
      all: entries.length,
    }),
  );
}

/** Every credit once, with its licence, as the entries give it. */
function creditsOf(site: Site): string[] {
  const credits = speaking(site).flatMap(({ original: { data } }) => [
    ...('picture' in data && data.picture ? [data.picture] : []),
    ...('portrait' in data && data.portrait ? [data.portrait] : []),
  ]);
  return [...new Set(credits.map(({ credit, licence }) => `${credit}, ${licence}`))].sort();
}

/** Who speaks here, who runs it, how it is made, licences, privacy. */
export const route: Route<AboutView> = {
  pattern: '/[lang]/about',
  paths: (site) => site.languages.map((lang) => ({ lang })),
  view: (site, { lang: page }) => {
    const lang = page!;
    const { words, city, footer } = site.chrome(lang);
    const base = frame(site, {
      kind: 'about',
      lang,
      place: '/about/',
      title: words['about.title'],
      description: say(site, lang, 'about.lede', { city }),
    });
    return {
      ...base,
      voices: voicesOf(site, lang),
      inLanguages: languagesOf(site, lang),
      credits: creditsOf(site),
      runBy: localise(site, site.graph.settings.site.runBy, lang),
      contact: { ...(footer.email ? { email: footer.email } : {}), ...(footer.phone ? { phone: footer.phone } : {}) },
    };
  },
};
