import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StringKey } from '../../../src/content-model/string-keys.ts';
import type { Strings } from '../../../src/content-model/strings.ts';
import { parseText } from '../../../src/graph/parse.ts';
import type { MainContent } from '../content/main-content.ts';
import type { Languages } from '../words.ts';

/** What is taken from the published content for whatever must be said however things stand: never throws, never waits. */
export interface LastKnown {
  languages: () => Languages;
  siteName: () => string;
  defaultLanguage: () => string;
  /** Takes what is published now; where it cannot be read, what was before stays. */
  renew: () => Promise<void>;
}

/**
 * The texts of `main`, and for those it lacks the ones that came with the code: a data folder may be older than the server that runs on it.
 * @param shipped the folder `content/strings` of the checkout
 */
export async function createLastKnown({ content, shipped }: { content: Pick<MainContent, 'current'>; shipped: string }): Promise<LastKnown> {
  const own = await readStrings(shipped);
  const [english] = own.values();
  const complete = (lang: string, texts: Strings): Strings => {
    const missing = (Object.keys(texts) as StringKey[]).filter((key) => texts[key] === key);
    return { ...texts, ...Object.fromEntries(missing.map((key) => [key, own.get(lang)?.[key] ?? english?.[key] ?? key])) };
  };
  let last = { languages: own, siteName: 'Doorstep', defaultLanguage: [...own.keys()][0]! };
  return {
    languages: () => last.languages,
    siteName: () => last.siteName,
    defaultLanguage: () => last.defaultLanguage,
    async renew() {
      const { graph } = await content.current();
      if (!graph) return;
      const { name, defaultLanguage } = graph.settings.site;
      const order = [defaultLanguage, ...graph.languages.filter((lang) => lang !== defaultLanguage)];
      last = { siteName: name, defaultLanguage, languages: new Map(order.map((lang) => [lang, complete(lang, graph.strings.get(lang)!)])) };
    },
  };
}

async function readStrings(folder: string): Promise<Map<string, Strings>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort();
  // English first: it stands in where nothing else is known.
  names.sort((a, b) => Number(b === 'en.yml') - Number(a === 'en.yml'));
  const read = await Promise.all(
    names.map(async (name): Promise<[string, Strings][]> => {
      const file = parseText(`strings/${name}`, await readFile(join(folder, name), 'utf8'));
      return file.kind === 'strings' && file.value ? [[file.lang, file.value as Strings]] : [];
    }),
  );
  return new Map(read.flat());
}
