import { describe, expect, test } from 'vitest';
import { documentFile, documentName, documentOfRef, draftRef } from './document.ts';

describe('a document', () => {
  test.each([
    ['guides/nl/register.mdx', { collection: 'guides', lang: 'nl', slug: 'register' }],
    ['stories/pt-br/a1b2c3.mdx', { collection: 'stories', lang: 'pt-br', slug: 'a1b2c3' }],
    ['settings/site.yml', { collection: 'settings', lang: 'all', slug: 'site' }],
    ['strings/uk.yml', { collection: 'strings', lang: 'uk', slug: 'interface' }],
  ] as const)('%s is named by its file, and by the ref of its draft', (file, name) => {
    expect(documentName(file)).toEqual(name);
    expect(documentFile(name)).toBe(file);
    expect(documentOfRef(draftRef(name))).toEqual(name);
  });

  const longSlug = 'a'.repeat(300);
  test.each([
    '../x',
    'guides/en/../../settings/site.yml',
    String.raw`guides\en\register.mdx`,
    'guides/en/%2e%2e.mdx',
    'guides/en/a\0.mdx',
    '.git/config',
    '.GIT/config',
    'guides/en/.git.mdx',
    'guides/en/CON.mdx',
    'guides/en/con.mdx',
    'guides/en/lpt1.mdx',
    `guides/en/${longSlug}.mdx`,
    'guides/en/cafe\u0301.mdx',
    'guides/en/café.mdx',
    'guides/en/a.lock',
    'guides/en/-a.mdx',
    'guides/en/a@{1}.mdx',
    'guides/en/a\nb.mdx',
    'guides/-en/a.mdx',
    'guides/en/a/b.mdx',
    'guides/en.mdx',
    '/guides/en/a.mdx',
    'unknown/en/a.mdx',
    'settings/constructor.yml',
    'settings/site.yml/x',
    'settings/secrets.yml',
    'strings/../en.yml',
    'strings/EN.yml',
    'media/a.jpg',
    '',
  ])('cannot be written under %j', (file) => {
    expect(documentName(file)).toBeUndefined();
  });

  test.each([
    'refs/heads/main',
    'refs/heads/cms/guides/en',
    'refs/heads/cms/guides/en/a/b',
    'refs/heads/cms/settings/en/site',
    'refs/heads/cms/x/en/a',
  ])('has no draft at %s', (ref) => {
    expect(documentOfRef(ref)).toBeUndefined();
  });
});
