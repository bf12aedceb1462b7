/** Phrases of Decap's interface under their names, in groups. */
export interface Phrases {
  readonly [name: string]: string | Phrases;
}

type Words = () => Promise<{ default: object }>;

/** In which languages of a site Decap speaks: by its own phrases, with ours over them. Each file is fetched only where its language is the working language. */
const words: Readonly<Record<string, { theirs?: Words; ours?: Words }>> = {
  en: { theirs: () => import('decap-cms-locales/dist/esm/en/index.js'), ours: () => import('./en.ts') },
  nl: { theirs: () => import('decap-cms-locales/dist/esm/nl/index.js'), ours: () => import('./nl.ts') },
  de: { theirs: () => import('decap-cms-locales/dist/esm/de/index.js'), ours: () => import('./de.ts') },
  uk: { theirs: () => import('decap-cms-locales/dist/esm/uk/index.js'), ours: () => import('./uk.ts') },
  ar: { ours: () => import('./ar.ts') },
  fr: { theirs: () => import('decap-cms-locales/dist/esm/fr/index.js') },
  pl: { theirs: () => import('decap-cms-locales/dist/esm/pl/index.js') },
  es: { theirs: () => import('decap-cms-locales/dist/esm/es/index.js') },
  it: { theirs: () => import('decap-cms-locales/dist/esm/it/index.js') },
  pt: { theirs: () => import('decap-cms-locales/dist/esm/pt/index.js') },
  ro: { theirs: () => import('decap-cms-locales/dist/esm/ro/index.js') },
  tr: { theirs: () => import('decap-cms-locales/dist/esm/tr/index.js') },
  fa: { theirs: () => import('decap-cms-locales/dist/esm/fa/index.js') },
};

/** What Decap says in a language; nothing where it does not speak it. */
export async function phrasesIn(lang: string): Promise<Phrases | undefined> {
  if (!Object.hasOwn(words, lang)) return undefined;
  const { theirs, ours } = words[lang]!;
  const [below, above] = await Promise.all([theirs?.(), ours?.()]);
  return mergePhrases((below?.default ?? {}) as Phrases, (above?.default ?? {}) as Phrases);
}

/** The phrases of both; where both have one, that of `above`. */
function mergePhrases(below: Phrases, above: Phrases): Phrases {
  const merged: Record<string, string | Phrases> = { ...below };
  for (const [name, phrase] of Object.entries(above)) {
    const before = merged[name];
    merged[name] = typeof before === 'object' && typeof phrase === 'object' ? mergePhrases(before, phrase) : phrase;
  }
  return merged;
}
