import { plainLines } from '../../src/mdx/limits.ts';
import { parseYaml } from '../../src/mdx/yaml.ts';

export interface PartsOfFile {
  /** As they are written, whether they fit the model or not; empty where they cannot be read. */
  fields: Readonly<Record<string, unknown>>;
  body: string;
}

/** The fields and the text of an entry's file, unfinished or not. */
export function partsOfFile(text: string, file: string): PartsOfFile {
  const plain = plainLines(text);
  const end = plain.startsWith('---\n') ? plain.slice(4).search(/^---$/m) : -1;
  if (end < 0) return { fields: {}, body: plain };
  const { value } = parseYaml(plain.slice(4, 4 + end), file, 2);
  const isFields = typeof value === 'object' && value !== null && !Array.isArray(value);
  return { fields: isFields ? (value as Record<string, unknown>) : {}, body: plain.slice(4 + end + 4) };
}
