import { expect, test } from 'vitest';
import { mediaReferences, renameMedia } from './media-references.ts';

const story = { collection: 'stories', lang: 'en', slug: 'k1d4' } as const;
const page = { collection: 'pages', lang: 'en', slug: 'welcome' } as const;
const to = 'ab12cd34ef56ab12cd34.jpg';
/** Everything that is called photo.jpg becomes the new name. */
const renamed = (text: string, name: typeof story | typeof page = story) =>
  renameMedia(name, text, (reference) => (reference.endsWith('photo.jpg') ? to : undefined));

test('a field that names a picture is renamed, however it is written; everything else stays as it was typed', () => {
  const before = `---
title: photo.jpg   # photo.jpg
picture:
    file:   "photo.jpg"  # the one
    alt: 'photo.jpg, taken at dusk'
    credit: photo.jpg
---

Words about photo.jpg and media/photo.jpg.
`;
  expect(renamed(before)).toBe(before.replace('"photo.jpg"', to));
});

test.each([
  ['plain', 'picture: { file: media/photo.jpg, alt: x }', `picture: { file: ${to}, alt: x }`],
  ['single quotes', "picture: {file: '/media/photo.jpg', alt: x}", `picture: {file: ${to}, alt: x}`],
  ['a folded block', 'picture:\n  file: >-\n    photo.jpg\n  alt: x', `picture:\n  file: ${to}\n  alt: x`],
])('written in %s', (_, fields, expected) => {
  expect(renamed(`---\n${fields}\n---\nText\n`)).toBe(`---\n${expected}\n---\nText\n`);
});

test('a component that shows it is renamed; code, comments and words that look like one are not', () => {
  const before = `---
title: A
---

Привіт, світе. <Figure file="photo.jpg" is what one writes:

\`\`\`
<Figure file="photo.jpg" />
\`\`\`

{/* <Figure file="photo.jpg" /> */}

<Figure
  alt="photo.jpg"
  file = 'photo.jpg'
  credit="A > B"
/>

- one

  <Figure file="photo.jpg" alt="" credit="x" licence="CC0" />

<Quote lang="en" by="photo.jpg">photo.jpg</Quote>
`;
  const text = before.replace('Привіт, світе. <Figure file="photo.jpg" is what one writes:', 'Привіт, світе: `<Figure file="photo.jpg" />`.');
  const expected = text.replace("file = 'photo.jpg'", `file = '${to}'`).replace('  <Figure file="photo.jpg" alt=""', `  <Figure file="${to}" alt=""`);
  expect(renamed(text)).toBe(expected);
});

test.each([
  ['a block of lines', (mdx: string) => `|\n        ${mdx.replaceAll('\n', '\n        ')}`],
  ['double quotes', (mdx: string) => JSON.stringify(mdx)],
  ['single quotes', (mdx: string) => `'${mdx.replaceAll("'", "''").replaceAll('\n', '\n\n        ')}'`],
])('a text in a field that shows it, written in %s, shows the new one', (_, write) => {
  const mdx = 'The file photo.jpg is here:\n\n<Figure file="photo.jpg" alt="photo.jpg" credit="x" licence="CC0" />\n';
  const before = `---\ntitle: A\nblocks:\n  - type: text\n    text: ${write(mdx)}\n---\n`;
  const after = renamed(before, page);
  expect(mediaReferences(page, after)).toEqual([to]);
  expect(after.split('photo.jpg')).toHaveLength(before.split('photo.jpg').length - 1);
});

test('every picture that a text refers to is found, wherever', () => {
  const text = `---
title: A
picture: { file: portraits/amal.svg, alt: x }
---

<Figure file="places/harbour.jpg" alt="" credit="x" licence="CC0" />

Not harbour.png.
`;
  expect(mediaReferences(story, text)).toEqual(['portraits/amal.svg', 'places/harbour.jpg']);
});

test.each([
  '',
  'no fields',
  '---\ntitle: [\n---\n<Figure file="photo.jpg" />',
  '---\na: &a photo.jpg\nb: *a\n---\n',
  '---\npicture: photo.jpg\n',
  '---\ntitle: A\n---\n<Figure file="photo.jpg" {',
])('a text that cannot be read comes back without an error: %j', (text) => {
  expect(() => renamed(text)).not.toThrow();
});

test('settings and interface texts name no pictures', () => {
  const text = '- { id: photo, label: photo.jpg }\n';
  expect(renameMedia({ collection: 'settings', lang: 'all', slug: 'topics' }, text, () => to)).toBe(text);
});
