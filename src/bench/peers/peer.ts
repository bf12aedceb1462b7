import type { Corpus } from '../corpus/corpus.ts';
import type { Command } from '../measured-run.ts';

/** Another generator, given the same words. */
export interface Peer {
  name: 'Hugo' | 'Eleventy';
  /** Its version, or undefined where it is not installed. */
  version: () => Promise<string | undefined>;
  /** Every file of its site, by path. */
  files: (corpus: Corpus) => Map<string, string>;
  /** What builds the site in a folder into `public/` there. */
  build: (folder: string) => Command;
  /** Where the text of a page lies. */
  fileOf: (page: { lang: string; collection: string; slug: string }) => string;
}
