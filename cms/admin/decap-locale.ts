import { DecapCmsCore as CMS } from 'decap-cms-core';
import { phrasesIn } from './locales/phrases.ts';
import { pageData } from './page-data.ts';

/** Loads the words of Decap's interface in English, in which it says what it lacks elsewhere, and in the working language. */
export async function registerDecapLocale(): Promise<void> {
  for (const lang of new Set(['en', pageData().lang])) {
    const phrases = await phrasesIn(lang);
    if (phrases) CMS.registerLocale(lang, phrases);
  }
}
