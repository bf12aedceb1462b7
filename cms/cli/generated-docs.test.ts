import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/release/root.ts';
import { allowances, mayWith, roles } from '../server/roles.ts';
import { generatedDocs, withGeneratedParts } from './generated-docs.ts';

test.each(Object.keys(generatedDocs))('%s says of the code what the code says now', async (file) => {
  const committed = await readFile(join(root, file), 'utf8');
  expect(withGeneratedParts(file, committed) === committed, `${file} is behind the code: run \`npm run docs:cms\` and commit what it writes.`).toBe(
    true,
  );
});

test('a part that was changed by hand is written anew, the rest stays', async () => {
  const text = await readFile(join(root, 'cms/README.md'), 'utf8');
  const changed = text.replace('**contributor**', '**somebody**');
  expect(changed).not.toBe(text);
  expect(withGeneratedParts('cms/README.md', changed)).toBe(text);
});

test('a document without its markers is told what it needs', () => {
  expect(() => withGeneratedParts('cms/README.md', '# The CMS')).toThrow(
    'cms/README.md needs the lines <!-- generated: roles --> and <!-- end: roles -->',
  );
});

test('the table has a row for everything that a role may, and the words of each right', async () => {
  const rows = (await readFile(join(root, 'cms/README.md'), 'utf8')).split('\n');
  const from = rows.findIndex((row) => row.includes('generated: roles'));
  const table = rows
    .slice(
      from,
      rows.findIndex((row) => row.includes('end: roles')),
    )
    .filter((row) => row.startsWith('|'))
    .slice(2);
  expect(table).toHaveLength(roles.reduce((sum, role) => sum + allowances[role].documents.length + (allowances[role].site.length > 0 ? 1 : 0), 0));
  const contributor = table.find((row) => row.includes('**contributor**'))!;
  expect(contributor).toContain('stories (originals)');
  expect(contributor).not.toContain('publish');
  expect(mayWith('contributor', 'publish', { collection: 'stories', kind: 'original', relation: 'own' })).toBe(false);
});
