import type { Collection } from '../content-model/collections.ts';
import type { EntryGroup } from '../graph/graph.ts';
import { frame } from './frame.ts';
import { onceASite } from './once-a-site.ts';
import type { Route } from './routes.ts';
import { number, say, type Site } from './site.ts';
import type { BaseView } from './view.ts';

/** An entry in the A–Z. */
export interface AzLine {
  href: string;
  title: string;
  /** "Guide". */
  what: string;
  /** What it is sorted by; not shown. */
  letter: string;
}

export interface AzLetter {
  letter: string;
  href: string;
  count: string;
  current: boolean;
}

export interface AzView extends BaseView<'a-z'> {
  title: string;
  letters: AzLetter[];
  items: AzLine[];
}

const digits = '0';
const collators = new Map<string, Intl.Collator>();
const collatorOf = (lang: string) => {
  const collator = collators.get(lang) ?? new Intl.Collator(lang, { sensitivity: 'base', numeric: true });
  collators.set(lang, collator);
  return collator;
};

/** The letter under which a title stands: without its accents where the language sorts them together; the Arabic article is passed over. */
export function letterOf(title: string, lang: string): string {
  const bare = lang === 'ar' ? title.replace(/^ال(?=\p{L})/u, '') : title;
  const first = bare.match(/[\p{L}\p{N}]/u)?.[0];
  if (!first || /\p{N}/u.test(first)) return digits;
  const upper = first.toLocaleUpperCase(lang);
  const plain = upper.normalize('NFD')[0]!;
  return collatorOf(lang).compare(plain, upper) === 0 ? plain : upper;
}

/** The part of the address that stands for a letter: Latin letters themselves, others by their place in Unicode, so that every host can store it. */
export const addressOf = (letter: string): string =>
  letter === digits ? '0-9' : /^[A-Z]$/.test(letter) ? letter.toLowerCase() : `u${letter.codePointAt(0)!.toString(16)}`;

const known = onceASite(() => new Map<string, AzLine[]>());

/** Everything that exists in a language, sorted as it sorts. Made once for all pages of a language. */
export function entriesFromAToZ(site: Site, lang: string): AzLine[] {
  const made = known(site);
  const before = made.get(lang);
  if (before) return before;
  const collator = collatorOf(lang);
  const lines = [...site.published].flatMap((group) => lineOf(site, group, lang));
  const sorted = lines.toSorted(
    (a, b) => collator.compare(a.letter, b.letter) || collator.compare(a.title, b.title) || (a.href < b.href ? -1 : a.href > b.href ? 1 : 0),
  );
  made.set(lang, sorted);
  return sorted;
}

function lineOf(site: Site, group: EntryGroup, lang: string): AzLine[] {
  const entry = group.byLanguage.get(lang);
  if (!entry || group.collection === 'facts') return [];
  const { data } = entry;
  const title = 'person' in data ? `${data.person.name}: ${data.title}` : data.title;
  return [
    {
      href: `/${lang}/${group.collection}/${group.slug}/`,
      title,
      what: say(site, lang, `collection.${group.collection as Exclude<Collection, 'facts'>}`),
      letter: letterOf(title, lang),
    },
  ];
}

/** The row of letters that lead to their pages. */
export function lettersOf(site: Site, lang: string, current?: string): AzLetter[] {
  const counts = new Map<string, number>();
  for (const { letter } of entriesFromAToZ(site, lang)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts].map(([letter, count]) => ({
    letter: letter === digits ? '0–9' : letter,
    href: `/${lang}/a-z/${addressOf(letter)}/`,
    count: number(lang, count),
    current: letter === current,
  }));
}

/** The entries of one letter. */
export const route: Route<AzView> = {
  pattern: '/[lang]/a-z/[letter]',
  paths: (site) =>
    site.languages.flatMap((lang) =>
      [...new Set(entriesFromAToZ(site, lang).map(({ letter }) => letter))].map((letter) => ({ lang, letter: addressOf(letter) })),
    ),
  view: (site, { lang, letter: address }) => {
    const items = entriesFromAToZ(site, lang!).filter(({ letter }) => addressOf(letter) === address);
    const letter = items[0]!.letter;
    const title = say(site, lang!, 'az.letter', { letter: letter === digits ? say(site, lang!, 'az.numbers') : letter });
    const base = frame(site, {
      kind: 'a-z',
      lang: lang!,
      place: `/a-z/${address}/`,
      title,
      description: title,
      breadcrumb: [{ label: say(site, lang!, 'nav.search'), href: `/${lang}/search/` }],
      existsIn: [lang!],
      noindex: true,
    });
    return { ...base, title, letters: lettersOf(site, lang!, letter), items };
  },
};
