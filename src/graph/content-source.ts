/** What the content folder holds: texts as they are, pictures as facts about them. Made by `read.ts`; a test or the CMS can make one in memory. */
export interface ContentSource {
  /** Text files by path from the content folder: `guides/en/register.mdx`, `settings/site.yml`, `strings/en.yml`. */
  texts: ReadonlyMap<string, string>;
  /** Pictures by path from `media/`: `portraits/oksana.svg`. */
  media: ReadonlyMap<string, MediaFile>;
}

export interface MediaFile {
  /** SHA-256 of the bytes, in hexadecimal. */
  hash: string;
  width: number;
  height: number;
  /** Why it cannot be used, as a sentence, where it cannot. */
  problem?: string;
}
