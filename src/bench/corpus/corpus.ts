import { parse, stringify } from 'yaml';
import type { Collection } from '../../content-model/collections.ts';
import { collections } from '../../content-model/collections.ts';
import { entryFile } from '../../content-model/paths.ts';
import { descriptionOf, parseText } from '../../graph/parse.ts';
import { revisionOf } from '../../graph/revision.ts';
import { asMarkdown, asMdx } from './blocks.ts';
import { writeEntry, type Surroundings, type Written } from './entries.ts';
import { onlyTranslated } from './only-translated.ts';
import { planCorpus, type Plan, type Planned } from './plan.ts';
import { languages, type Language } from './words.ts';

/** The sample city’s settings and strings, by path from its content folder, and its portraits by path from `media/`. */
export interface City {
  texts: ReadonlyMap<string, string>;
  portraits: readonly string[];
}

/** A page for the other generators: the same words, in plain Markdown. */
export interface PlainPage {
  lang: Language;
  collection: Exclude<Collection, 'facts'>;
  slug: string;
  title: string;
  summary: string;
  topics: string[];
  published: string;
  related: string[];
  body: string;
}

export interface Corpus {
  /** Text files of a content folder by path: settings, strings, entries. */
  texts: Map<string, string>;
  pages: PlainPage[];
  topics: { id: string; label: Record<string, string> }[];
  /** Words of all bodies, in all languages. */
  words: number;
}

/** The day on which the corpus is built: after everything in it was published. */
export const corpusDay = '2026-11-22';

/** A city of `files` entry files, a third in each language; the same number gives the same bytes. */
export function makeCorpus(files: number, city: City): Corpus {
  const plan = planCorpus(files);
  const around = { ...surroundings(city), plan };
  const texts = settingsAndStrings(city, plan);
  const pages: PlainPage[] = [];
  let words = 0;
  for (const collection of collections)
    for (const entry of plan[collection]) {
      const written = new Map(languages.map((lang) => [lang, writeEntry(entry, lang, around)]));
      for (const [file, text] of entryFiles(entry, written)) texts.set(file, text);
      for (const [lang, version] of written) {
        if (collection === 'facts') continue;
        const body = asMarkdown([...version.blocks, ...version.beside], `/${lang}`);
        words += body.split(/\s+/).length;
        const { title, summary, topics, published } = version.data;
        pages.push({ lang, collection, slug: entry.slug, title, summary, topics, published, related: version.related, body });
      }
    }
  const topics = parse(city.texts.get('settings/topics.yml') ?? '[]') as Corpus['topics'];
  return { texts, pages, topics, words };
}

/** The files of an entry: its original whole, its translations with what they translate and the revision they render. */
function entryFiles(entry: Planned, written: ReadonlyMap<Language, Written>): Map<string, string> {
  const { collection, slug } = entry;
  const fileOf = (lang: Language) => entryFile({ collection, slug, lang });
  const original = written.get(entry.original)!;
  const originalText = entryText(original.data, original);
  const parsed = parseText(fileOf(entry.original), originalText);
  if (parsed.kind !== 'entry' || !parsed.entry)
    throw new Error(`${fileOf(entry.original)} is not right:\n${JSON.stringify(parsed.findings, null, 2)}`);
  const revision = revisionOf(descriptionOf(collection, 'original'), parsed.entry.data, parsed.entry.body);
  return new Map(
    [...written].map(([lang, version]) => {
      const about = { translates: entry.original, revision, translator: 'Ria de Wit', ...onlyTranslated(collection, version.data) };
      return [fileOf(lang), lang === entry.original ? originalText : entryText(about, version)];
    }),
  );
}

const entryText = (data: Record<string, unknown>, { blocks }: Written) => `---\n${stringify(data, { lineWidth: 0 })}---\n\n${asMdx(blocks)}`;

const ids = (text: string | undefined) => (parse(text ?? '[]') as { id: string }[]).map(({ id }) => id);

function surroundings({ texts, portraits }: City): Omit<Surroundings, 'plan'> {
  return {
    portraits,
    topics: ids(texts.get('settings/topics.yml')),
    audiences: ids(texts.get('settings/audiences.yml')),
    stages: ids(texts.get('settings/stages.yml')),
    owners: ids(texts.get('settings/organisations.yml')),
  };
}

const languagesOnly = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(languagesOnly);
  if (typeof value !== 'object' || value === null) return value;
  const localised = 'en' in value && 'nl' in value;
  const entries = Object.entries(value).filter(([name]) => !localised || (languages as readonly string[]).includes(name));
  return Object.fromEntries(entries.map(([name, own]) => [name, languagesOnly(own)]));
};

/** The sample city’s settings with the three languages only, and with the corpus’ own stories and figures at the door. */
function settingsAndStrings({ texts }: City, plan: Plan): Map<string, string> {
  const kept = new Map(languages.map((lang) => [`strings/${lang}.yml`, texts.get(`strings/${lang}.yml`) ?? '']));
  for (const [file, text] of texts)
    if (file.startsWith('settings/')) {
      const value = languagesOnly(parse(text)) as Record<string, unknown>;
      if (file === 'settings/navigation.yml') kept.set(file, stringify(['stories', 'guides', 'practices', 'pages/welcome'].map((to) => ({ to }))));
      else if (file === 'settings/site.yml') kept.set(file, stringify({ ...value, ...siteOf(value, plan) }));
      else kept.set(file, stringify(value));
    }
  return kept;
}

function siteOf({ languages: known }: Record<string, unknown>, plan: Plan) {
  return {
    languages: (known as { id: string }[]).filter(({ id }) => (languages as readonly string[]).includes(id)),
    defaultLanguage: 'en',
    stories: plan.stories.slice(0, 4).map(({ slug }) => slug),
    figures: plan.facts.slice(0, 3).map(({ slug }) => slug),
  };
}

/** A plain page as a Markdown file with frontmatter. */
export const plainPageText = ({ title, summary, topics, related, body }: PlainPage, more: Record<string, unknown>): string =>
  `---\n${stringify({ title, summary, topics, related, ...more }, { lineWidth: 0 })}---\n\n${body}`;
