import type { Role } from '../server/roles.ts';

/** What the server writes into the editor's page: nothing in it is evaluated, nothing in it is secret. */
export interface PageData {
  /** The working language: of the entries that are edited, and of the interface. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The languages of the site, each by its own name. */
  languages: readonly { id: string; name: string }[];
  person: { id: string; name: string; role: Role };
  /** Whether they may write `{…}` and markup by hand. */
  mayWriteRaw: boolean;
  /** Signed in on a computer that others use: nothing is kept in this browser after leaving. */
  shared: boolean;
  /** The interface texts that the bundle can say, plural rules' forms among them. */
  words: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  /** Labels and hints of the content model in the language of the interface, each under its English; empty where that is English. */
  fieldWords: Readonly<Record<string, string>>;
  /** The configuration of Decap, made from the content model. */
  config: Readonly<Record<string, unknown>>;
}

let known: PageData | undefined;

/** What the page was served with. */
export function pageData(): PageData {
  known ??= JSON.parse(document.getElementById('page-data')!.textContent) as PageData;
  return known;
}
