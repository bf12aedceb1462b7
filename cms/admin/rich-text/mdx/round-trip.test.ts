import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../../src/mdx/body.ts';
import { plainHtml } from '../../../../src/mdx/inert.ts';
import { fromMdx } from './from-mdx.ts';
import { toMdx, toMdxAnew } from './to-mdx.ts';

const root = join(import.meta.dirname, '../../../..');
/** The text below the fields, of every entry of both cities. */
const bodies = ['content', 'src/fixture-city/content'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => {
      const text = readFileSync(join(root, folder, file), 'utf8');
      return { file, body: text.slice(text.indexOf('\n---\n', 3) + 5) };
    }),
);

/** What readers get of a text: its page, words, links, uses of components and headings. */
function meaning(body: string, file: string) {
  const { body: read, problems } = parseBody(body, { file });
  if (!read) return { problems };
  const { text, links, uses, anchors } = read;
  return {
    html: plainHtml(read).replace(/\s+/g, ' ').replace(/> </g, '><'),
    text,
    anchors,
    links: links.map(({ href, text }) => ({ href, text })),
    uses: uses.map(({ component, attributes }) => ({ component, attributes })),
    problems: problems.map(({ found }) => found),
  };
}

const paragraphs = (doc: Node): { node: Node; at: number }[] => {
  const found: { node: Node; at: number }[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === 'paragraph' && node.firstChild?.isText && node.textContent.length > 3) found.push({ node, at });
  });
  return found;
};

describe('the texts of both cities', () => {
  test('come back byte for byte where nobody touched them', () => {
    expect(bodies.length).toBeGreaterThan(200);
    expect(bodies.filter(({ body }) => toMdx(fromMdx(body)) !== body).map(({ file }) => file)).toEqual([]);
  });

  test('have no block that the editor can only keep as it is', () => {
    const raw = bodies.filter(({ body }) => {
      let any = false;
      fromMdx(body).descendants(({ type }) => void (any ||= type.name.startsWith('raw')));
      return any;
    });
    expect(raw.map(({ file }) => file)).toEqual([]);
  });

  test('differ only in the line of a paragraph in which a word was changed, wherever it stands', () => {
    const wrong: string[] = [];
    let changes = 0;
    for (const { file, body } of bodies) {
      const before = fromMdx(body);
      for (const { at } of paragraphs(before)) {
        const state = EditorState.create({ doc: before });
        const after = toMdx(state.apply(state.tr.insertText('Zz', at + 1)).doc).split('\n');
        const lines = body.split('\n');
        const different = lines.flatMap((line, index) => (line === after[index] ? [] : [index]));
        changes++;
        if (after.length !== lines.length || different.length !== 1 || !after[different[0]!]!.includes('Zz'))
          wrong.push(`${file} ${different.join()}`);
      }
    }
    console.log(`${changes} paragraphs of ${bodies.length} texts changed one at a time`);
    expect(wrong).toEqual([]);
  });

  test('mean the same to readers when everything is written anew', () => {
    for (const { file, body } of bodies) expect(meaning(toMdxAnew(fromMdx(body)), file), file).toEqual(meaning(body, file));
  });

  test('are the same document when what was written anew is read again', () => {
    for (const { file, body } of bodies) {
      const anew = toMdxAnew(fromMdx(body));
      expect(toMdxAnew(fromMdx(anew)), file).toBe(anew);
    }
  });
});
