import { expect, test } from 'vitest';
import { leadingOn, wayOn } from './way-on.ts';

test.each([
  '/desk',
  '/desk?show=mine&page=2',
  '/entries/guides/en/register',
  '/entries/guides/zh-hant/register?done=noted',
  '/translations',
  '/admin/nl/',
  '/admin/zh-hant/',
  '/status',
  '/status/go-back?release=r1',
  '/people/u_abc',
  '/preview/guides/nl/register',
  '/account',
])('%s is a page of ours, and leads on', (path) => {
  expect(wayOn(path)).toBe(path);
});

test.each([
  '',
  '/',
  '//evil.example',
  '//evil.example/desk',
  '///evil.example/desk',
  '/\\evil.example',
  '\\\\evil.example\\desk',
  '/desk\\..\\x',
  'https://evil.example/desk',
  'http:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'desk',
  'evil.example/desk',
  '@evil.example/desk',
  ':80/desk',
  '/\t/evil.example',
  '/\n/evil.example',
  '/desk\r\nSet-Cookie: x=1',
  '/desk\0',
  '/desk%0d%0aSet-Cookie:x',
  '/desk#https://evil.example',
  ' /desk',
  '/desk ',
  '/desk//evil.example',
  '/desk/..//evil.example',
  '/desk/../sign-out',
  '/entries/../../evil',
  '/entries/%2e%2e/sign-out',
  '/entries/%2E%2E/%2e%2e/',
  '/entries/.%2e/x',
  '/entries/%2f%2fevil.example',
  '/entries/%5cevil.example',
  '/desktop',
  '/peoples',
  '/entries/',
  '/entries',
  '/sign-in?next=/desk',
  '/sign-out',
  '/api/v1',
  '/assets/x.js',
  '/admin/',
  '/admin/nl',
  '/admin/assets/x.js',
  '/admin/NL/',
  '/DESK',
  '／desk',
  '/desk\u202e',
  '/entries/guides/nl/é',
  `/desk?${'a'.repeat(500)}`,
])('%j leads nowhere', (path) => {
  expect(wayOn(path)).toBeUndefined();
});

test.each([undefined, null, 7, {}, ['/desk']])('%j is no address', (asked) => {
  expect(wayOn(asked)).toBeUndefined();
});

test('a page of the way in remembers where it leads, whatever the address holds', () => {
  expect(leadingOn('/sign-in', undefined)).toBe('/sign-in');
  expect(leadingOn('/sign-in?lang=ar', '/desk?a=1&b=2')).toBe('/sign-in?lang=ar&next=%2Fdesk%3Fa%3D1%26b%3D2');
  expect(new URL(leadingOn('/sign-in', '/desk?a=1&b=2'), 'http://x').searchParams.get('next')).toBe('/desk?a=1&b=2');
});
