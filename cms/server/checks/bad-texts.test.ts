import { describe, expect, test } from 'vitest';
import { fixtureDay, fixtureSource } from '../../../src/fixture-city/fixture-city.ts';
import { attackFile, attacks } from '../../../src/mdx/attacks.ts';
import { parseFile } from '../../../src/mdx/entry.ts';
import { documentFile, type DocumentName } from '../document.ts';
import { checkDocument } from './check-document.ts';
import { contentInMemory } from './content-in-memory.ts';

/** What no text may be, even as a draft: refused at once, with the line, whatever it is a text of. */
const source = await fixtureSource();
const mainContent = contentInMemory(source, fixtureDay);
await mainContent.current();

const guide: DocumentName = { collection: 'guides', lang: 'en', slug: 'bicycle' };
const site: DocumentName = { collection: 'settings', lang: 'all', slug: 'site' };
const words: DocumentName = { collection: 'strings', lang: 'en', slug: 'interface' };
const textOf = (name: DocumentName): string => source.texts.get(documentFile(name))!;
const entry = textOf(guide);

async function refused(name: DocumentName, text: string): Promise<string[]> {
  const started = process.cpuUsage();
  const { errors } = await checkDocument({ mainContent, name, text, purpose: 'draft' });
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000, 'milliseconds of work').toBeLessThan(200);
  return errors.map(({ line, found }) => `${line}: ${found}`);
}

const fields = (yaml: string): string => entry.replace('---\n', `---\n${yaml}\n`);
/** 306 bytes that a reader of YAML turns into 3 billion values. */
const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...'bcdefghij'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(',')}]`),
]
  .join('\n')
  .slice(0, 306);

describe('an entry is refused, and its line is named', () => {
  test.each<[string, string, string]>([
    ['whose fields are code', entry.replace('---\n', '---js\n'), '1: “---js”'],
    ['whose fields are TOML', entry.replaceAll(/^---$/gm, '+++'), '1: “+++”'],
    ['with a byte-order mark', `\uFEFF${entry}`, '1: The invisible character U+FEFF (a byte-order mark) at the start'],
    ['with a second set of fields', entry.replace(/(?<=\n)---\n/, '---\n---\ntitle: b\n---\n'), '17: --- again, before any text'],
    ['with a second document', fields('a: b\n...\nc: d'), '3: “...”'],
    ['with a directive', fields('%YAML 1.1'), '2: “%YAML 1.1”'],
    ['with aliases that multiply', fields(bomb), '2: “&a”'],
    ['with __proto__', fields('__proto__: { admin: true }'), '2: The name __proto__'],
    ['with __proto__ in a group', entry.replace('glance: { ', 'glance: { __proto__: { admin: true }, '), '11: The name __proto__'],
    ['with a name twice', fields('title: another'), '3: The name “title” a second time'],
    ['with a text of a megabyte', entry.replace('summary: ', `summary: ${'x'.repeat(1_000_000)}`), '3: A file of 978 KB'],
    ['with a body of a megabyte', `${entry}${'Words and words.\n\n'.repeat(60_000)}`, '1: A file of 1056 KB'],
    ['with a thousand brackets', fields(`a: ${'['.repeat(1000)}`), '2: Brackets or dashes inside each other, more than 40 levels deep'],
    [
      'with a thousand indentations',
      fields(Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')),
      '43: Lists or groups inside each other, more than 40 levels deep',
    ],
    ['with quotations in each other', `${entry}\n${'> '.repeat(5000)}a\n`, '36: More than 20 list or quotation marks at the start of a line'],
    ['with a tag', fields('a: !!js/function "x"'), '2: “!!js/function”'],
    ['with NUL', entry.replace('Bicycles are', 'Bicycles \0 are'), '18: The invisible character U+0000'],
    ['with HTML', `${entry}\n<script>alert(1)</script>\n`, '36: <script>'],
    ['with an import', `${entry}\nimport fs from 'node:fs'\n`, "36: “import fs from 'node:fs'”"],
    ['with an expression', `${entry}\n{process.env}\n`, '36: “{process.env}”'],
    ['with a link that runs', `${entry}\n[a](javascript:alert(1))\n`, '36: The link “javascript:alert(1)”'],
    ['without an end of its fields', '---\ntitle: a\n', '1: Fields without an end'],
    ['that is empty', '', '1: An empty first line'],
    ['that is a page of HTML', '<!doctype html>\n<p>Hello', '1: “<!doctype html>”'],
  ])('%s', async (_, text, expected) => {
    const told = await refused(guide, text);
    expect(told).toContain(expected);
  });
});

describe('settings and interface texts are refused, and their line is named', () => {
  test.each<[string, DocumentName, string, string]>([
    ['settings with a second document', site, `${textOf(site)}---\nname: b\n`, '18: “---”'],
    ['settings with aliases that multiply', site, `${bomb}\n${textOf(site)}`, '1: “&a”'],
    ['settings with a name twice', site, `name: a\n${textOf(site)}`, '2: The name “name” a second time'],
    ['settings with constructor', site, `constructor: {}\n${textOf(site)}`, '1: The name constructor'],
    ['settings with a text of a megabyte', site, `name: ${'x'.repeat(1_000_000)}\n`, '1: A file of 977 KB'],
    ['settings with a byte-order mark', site, `\uFEFF${textOf(site)}`, '1: The invisible character U+FEFF (a byte-order mark) at the start'],
    ['settings that are code', site, '---js\nmodule.exports = {}\n', '1: The file is "---js module.exports = {}".'],
    ['interface texts with __proto__', words, `__proto__: a\n${textOf(words)}`, '1: The name __proto__'],
    ['interface texts that are not known', words, `nav.hom: a\n${textOf(words)}`, '1: There is no interface text called `nav.hom`.'],
    ['interface texts that are a list', words, '- a\n', '1: There is no interface text called `0`.'],
  ])('%s', async (_, name, text, expected) => {
    const told = await refused(name, text);
    expect(told).toContain(expected);
  });
});

test('the bomb is the one of 306 bytes', () => {
  expect(Buffer.byteLength(bomb)).toBe(306);
});

test('every attack that reading refuses is refused as a draft, with its line', async () => {
  for (const attack of attacks) {
    const text = attackFile(attack);
    const { problems } = parseFile(text, documentFile(guide));
    if (!problems.some(({ severity }) => severity === 'error')) continue;
    const { errors } = await checkDocument({ mainContent, name: guide, text, purpose: 'draft' });
    expect(errors.length, attack.name).toBeGreaterThan(0);
    expect(
      errors.every(({ line }) => line !== undefined),
      attack.name,
    ).toBe(true);
  }
});

test('thousands of names that are not there are refused in less than two seconds', async () => {
  const many = (part: (index: number) => string) => Array.from({ length: 5000 }, (_, index) => part(index)).join('');
  const texts = {
    fields: fields(many((index) => `field-${index}: a\n`)),
    topics: entry.replace('topics: [people]', `topics: [${many((index) => `topic-${index}, `)}]`),
    links: `${entry}\n${many((index) => `[a](#b-${index})\n\n## H${index}\n\n[a](/guides/${index}/)\n\n`)}`,
  };
  for (const [name, text] of Object.entries(texts)) {
    const started = process.cpuUsage();
    const { errors } = await checkDocument({ mainContent, name: guide, text, purpose: 'draft' });
    expect(errors.length, name).toBeGreaterThanOrEqual(5000);
    expect(process.cpuUsage(started).user / 1000, name).toBeLessThan(2000);
  }
});
