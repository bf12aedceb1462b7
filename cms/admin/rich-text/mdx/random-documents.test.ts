import type { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { parseBody } from '../../../../src/mdx/body.ts';
import { attributesOf, componentOf } from '../component-specs.ts';
import { fromMdx } from './from-mdx.ts';
import { randomDocument } from './random-documents.ts';
import { toMdx } from './to-mdx.ts';

/** Without spaces, and with the signs that were typed: the site sets quotes, dashes and the boxes of tasks. */
const plain = (text: string): string =>
  text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('…', '...')
    .replaceAll('—', '---')
    .replaceAll('–', '--')
    .replace(/[\s☑☐]+/g, '');

function textOf(doc: Node): string {
  let text = '';
  doc.descendants((node) => {
    text += node.text ?? '';
    if (componentOf(node) && !node.isInline) text += Object.values(attributesOf(node)).join('');
  });
  return plain(text);
}

test('whatever signs a text is made of, the site and the editor read the words that were written', () => {
  for (let seed = 1; seed <= 600; seed++) {
    const doc = randomDocument(seed);
    doc.check();
    const written = toMdx(doc);
    const { body } = parseBody(written, { file: 'guides/en/x.mdx' });
    expect(plain(body?.text ?? 'cannot be read'), `${seed}: ${written}`).toBe(textOf(doc));
    expect(textOf(fromMdx(written)), `${seed}: ${written}`).toBe(textOf(doc));
    expect(toMdx(fromMdx(written)), String(seed)).toBe(written);
  }
});
