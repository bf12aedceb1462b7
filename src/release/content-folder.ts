import { parse, stringify } from 'yaml';

/** A content folder in memory: texts as text, pictures as bytes, by path. */
export type ContentFolder = ReadonlyMap<string, string | Buffer>;

/** One change to a content folder: files with their new content whole, or null where they go. So any edit of a sequence can be left out and the rest still apply. */
export interface Edit {
  what: string;
  files: ReadonlyMap<string, string | Buffer | null>;
  /** The day on which it is published, where that changes. */
  day?: string;
}

export function applied(folder: ContentFolder, edit: Edit): ContentFolder {
  const after = new Map(folder);
  for (const [path, content] of edit.files) {
    if (content === null) after.delete(path);
    else after.set(path, content);
  }
  return after;
}

export interface EntryText {
  data: Record<string, unknown>;
  body: string;
}

/** Frontmatter and body of an entry's file. */
export function readEntry(text: string): EntryText {
  const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)^---\n?([\s\S]*)$/m.exec(text) ?? [];
  return { data: (parse(frontmatter) as Record<string, unknown> | null) ?? {}, body };
}

export const writeEntry = ({ data, body }: EntryText): string => `---\n${writeYaml(data)}---\n${body}`;
export const readYaml = (text: string): unknown => parse(text);
export const writeYaml = (value: unknown): string => stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
