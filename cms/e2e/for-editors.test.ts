import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../src/release/root.ts';
import en from '../admin/locales/en.ts';
import { modelWords } from '../config/model-words.ts';

const docs = join(root, 'docs');
const page = await readFile(join(docs, 'for-editors.md'), 'utf8');
const text = page.replace(/!\[[^\]]*\]\([^)]*\)/g, '').replaceAll('\n', ' ');
const pictures = [...page.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, says = '', file = '']) => ({ says, file }));

/** The texts of a file of words or phrases, however deep they lie. */
const textsIn = (words: unknown): string[] =>
  typeof words === 'string' ? [words] : typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsIn) : [];
/** Whether a word of the page is one of the screen, where what is in braces is filled in. */
const isOneOf = (shown: readonly string[]) => {
  const plain = new Set(shown);
  const filled = shown
    .filter((one) => one.includes('{') && /[\p{L}]/u.test(one.replace(/%?\{\w+\}/g, '')))
    .map(
      (one) =>
        new RegExp(
          `^${one
            .split(/%?\{\w+\}/)
            .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
            .join('.+')}$`,
          'u',
        ),
    );
  return (word: string) =>
    plain.has(word) || plain.has(`${word} …`) || plain.has(`${word} ({count})`) || filled.some((pattern) => pattern.test(word));
};

const strings = textsIn(parse(await readFile(join(root, 'content/strings/en.yml'), 'utf8')));
const theirs = textsIn(((await import('decap-cms-locales/dist/esm/en/index.js')) as { default: object }).default);
const labels = modelWords().map((word) => word.text);

test('each picture of the page for editors is there, says what it shows, and is light; no other lies beside it', async () => {
  const files = pictures.map(({ file }) => file);
  const there = (await readdir(join(docs, 'pictures'))).filter((file) => file.startsWith('editors-')).map((file) => `pictures/${file}`);
  expect([...files].sort()).toEqual(there.sort());
  for (const { says, file } of pictures) {
    expect(says, file).not.toBe('');
    expect((await stat(join(docs, file))).size, file).toBeLessThanOrEqual(120_000);
  }
});

test('each word in bold stands on a screen of the editor, as it is written there', () => {
  const isShown = isOneOf([...strings, ...textsIn(en), ...theirs, ...labels]);
  const bold = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word = '']) => word).filter((word) => word !== 'bold');
  expect(bold.length).toBeGreaterThan(50);
  expect(bold.filter((word) => !isShown(word))).toEqual([]);
});

test('each word in italics is a field', () => {
  const isField = isOneOf([...labels, ...strings]);
  const italic = [...text.matchAll(/(?<![\w*])_([^_]+)_(?!\w)/g)].map(([, word = '']) => word).filter((word) => word !== 'italics');
  expect(italic.length).toBeGreaterThan(15);
  expect(italic.filter((word) => !isField(word))).toEqual([]);
});

test('what the page leads to is there', async () => {
  const targets = [...text.matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)];
  expect(targets.length).toBeGreaterThan(0);
  for (const [, file = '', heading] of targets) {
    const target = await readFile(join(docs, file), 'utf8');
    const headings = [...target.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
      words
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    if (heading) expect(headings).toContain(heading);
  }
});
