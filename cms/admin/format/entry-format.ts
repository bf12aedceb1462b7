import { changedFields } from './fields-text.ts';
import type { FormTree } from './form-tree.ts';
import { createTextsRead } from './texts-read.ts';
import { sentFields, storedFields } from './stored-fields.ts';
import { plainValue, readYaml } from './yaml-text.ts';

type Data = Record<string, unknown>;

/** How Decap reads and writes files of one kind. */
export interface Format {
  extension: string;
  fromFile(text: string | null): Data;
  toFile(data: object): string;
}

const fences = /^(?:\uFEFF*---\n)([\s\S]*?)^---(?:\n|$)/m;

function divide(text: string): { fields: string; body: string } {
  const plain = text.replace(/\r\n?/g, '\n');
  const found = plain.startsWith('---\n') ? fences.exec(plain) : null;
  return found ? { fields: found[1]!, body: plain.slice(found[0].length) } : { fields: '', body: plain };
}

/** The words of a body without the empty lines around them. */
const inside = (body: string): string => body.replace(/^\n+|\s+$/g, '');

/**
 * Entries: fields between two lines of ---, then the body, which the form has as a field of its own. A save changes the lines of the fields that were
 * changed and no others.
 */
export function createEntryFormat(tree: () => FormTree): Format {
  const texts = createTextsRead();
  return {
    extension: 'mdx',
    fromFile(text) {
      if (!text) return {};
      const { fields, body } = divide(text);
      const value = plainValue(readYaml(fields));
      const data: Data = typeof value === 'object' && value !== null ? { ...value } : {};
      texts.remember(data['_revision'], text);
      return inside(body) === '' ? data : { ...data, body: inside(body) };
    },
    toFile(given) {
      const data = given as Data;
      const { fields, body } = divide(texts.get(data['_revision']) ?? '---\n---\n');
      const before = storedFields((plainValue(readYaml(fields)) ?? {}) as Data, tree());
      const after = { ...sentFields(data), ...storedFields(data, tree()) };
      const written = String(data['body'] ?? '');
      const stays = inside(body) === inside(written.replace(/\r\n?/g, '\n'));
      const below = stays ? body : inside(written) === '' ? '' : `\n${inside(written.replace(/\r\n?/g, '\n'))}\n`;
      return `---\n${changedFields({ text: fields, before: { ...sentFields(plainValue(readYaml(fields)) as Data), ...before }, after })}---\n${below}`;
    },
  };
}
