import type { StringKey } from '../../src/content-model/string-keys.ts';

/** What every form of a configuration is made with. */
export interface FormContext {
  /** The working language. */
  lang: string;
  /** The languages of the site, each by its own name. */
  languages: readonly { id: string; name: string }[];
  /** An interface text in the working language. */
  say: (key: StringKey, values?: Readonly<Record<string, string | number>>) => string;
  /** A label or hint of the content model in the working language. */
  labelOf: (english: string) => string;
  /** Lists of a translation stand item for item beside the original’s. */
  translation: boolean;
}
