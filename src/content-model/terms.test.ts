import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../release/root.ts';

const read = (path: string) => readFile(join(root, path), 'utf8');

/** Words that stood for something that has another name: docs/terms.md says which. A letter before or after makes it another word. */
const avoided: Readonly<Record<string, readonly RegExp[]>> = {
  en: [/\bin review\b/i, /\bdraft begun\b/i],
  nl: [/(?<!\p{L})(?:u|uw|uzelf)(?!\p{L})/iu, /(?<!\p{L})gids/iu, /(?<!\p{L})(?:bureau|redacties|notities?)(?!\p{L})/iu],
  de: [/Ratgeber|Schreibtisch|Redaktionen|Notiz|Kommentar/u, /(?<!\p{L})Eintr(?:ag|äge)/u],
  uk: [/путівник/iu, /(?<!обліков(?:ий|ого|ому|им|і|их) )(?<!\p{L})запис(?:и|у|ів|ом|ах|ами)?(?!\p{L})/iu, /(?<!\p{L})ст(?:іл|олу|олі)(?!\p{L})/iu],
  ar: [/مدخل/u, /الأدلّة/u, /هيئات التحرير|أقسام التحرير/u],
};
const languages = Object.keys(avoided);

const wrong = (lang: string, said: Iterable<readonly [string, unknown]>): string[] =>
  [...said].flatMap(([where, value]) => {
    const text = JSON.stringify(value);
    return avoided[lang]!.flatMap((word) => (word.test(text) ? [`${where}: ${text}`] : []));
  });

test.each(languages)('the editor’s texts in “%s” call each thing by its one name', async (lang) => {
  const texts = Object.entries(parse(await read(`content/strings/${lang}.yml`)) as object).filter(([key]) => /^(?:cms|editor|finding)\./.test(key));
  expect(texts.length).toBeGreaterThan(500);
  expect(wrong(lang, texts)).toEqual([]);
});

test.each(languages.filter((lang) => lang !== 'en'))('the labels and hints of forms in “%s” do, too', async (lang) => {
  const words = parse(await read(`cms/config/words/${lang}.yml`)) as Record<string, string>;
  expect(wrong(lang, Object.entries(words))).toEqual([]);
});

test.each(languages)('and so does what Decap says in “%s”', async (lang) => {
  const lines = (await read(`cms/admin/locales/${lang}.ts`)).split('\n').filter((line) => !/^\s*\/[/*]/.test(line));
  expect(
    wrong(
      lang,
      lines.map((line, at) => [`${at + 1}`, line.replace(/^\s*\w+:/, '')] as const),
    ),
  ).toEqual([]);
});

const sameEverywhere: readonly (readonly [string, string])[] = [
  ['cms.translating.draft', 'cms.review.status.draft'],
  ['cms.translating.pending_review', 'cms.review.status.pending_review'],
  ['cms.translating.pending_publish', 'cms.review.status.pending_publish'],
  ['editor.config.filter.review', 'cms.review.status.pending_review'],
  ['editor.bar.desk', 'cms.review.nav.desk'],
  ['editor.config.settings.desks', 'cms.person.desks'],
  ['cms.review.settings.desks', 'cms.person.desks'],
  ['editor.config.guides', 'nav.guides'],
  ['editor.config.stories', 'nav.stories'],
];

test.each(languages)('in “%s” one thing has one name on every page of the editor, and two have two', async (lang) => {
  const texts = parse(await read(`content/strings/${lang}.yml`)) as Record<string, string>;
  for (const [one, other] of sameEverywhere) expect([one, texts[one]]).toEqual([one, texts[other]]);
  expect(texts['cms.review.nav.desk']).not.toBe(texts['cms.person.desks']);
});
