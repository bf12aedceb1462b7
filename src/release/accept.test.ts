import { expect, test } from 'vitest';
import { chooseEncoding, chooseLanguage } from './accept.ts';

const site = ['en', 'nl', 'de', 'uk', 'ar', 'pt-BR'];

test.each([
  ['nl', 'nl'],
  ['nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
  ['fr-FR, fr;q=0.9, en;q=0.5, de;q=0.7', 'de'],
  ['UK', 'uk'],
  ['pt-br', 'pt-BR'],
  ['ar-EG-u-nu-latn', 'ar'],
  ['en;q=0.1, ar;q=0.200', 'ar'],
  ['nl;q=0, nl-BE, en;q=0.1', 'en'],
  ['nl;q=2, en;q=0.1', 'en'],
  ['fr, *;q=0.5', undefined],
  ['*', undefined],
  ['', undefined],
  [undefined, undefined],
  [';;;q=,,,', undefined],
])('Accept-Language: %s gives %s', (header, language) => {
  expect(chooseLanguage(header, site)).toBe(language);
});

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0.5, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['br;q=0, *', 'gzip'],
  ['deflate', 'identity'],
  [undefined, 'identity'],
])('Accept-Encoding: %s gives %s', (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
});
