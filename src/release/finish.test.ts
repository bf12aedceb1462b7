import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { finish } from './finish.ts';

/** The hash as `openssl` makes it: not with our own code. */
const hashOf = (text: string) => `'sha256-${execFileSync('openssl', ['dgst', '-sha256', '-binary'], { input: text }).toString('base64')}'`;
const policyOf = (html: string) => /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)![1]!;
const page = (head: string, body = '') => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

test('the page’s own inline styles and scripts are allowed by their hashes', () => {
  const policy = policyOf(
    finish(
      page(
        '<style>a{color:red}</style><style media="print">é</style>',
        '<script>let a = 1;</script><script type="module">\nconst b = "</";\n</script>',
      ),
    ),
  );
  expect(policy).toContain(`style-src 'self' ${hashOf('a{color:red}')} ${hashOf('é')};`);
  expect(policy).toContain(`script-src 'self' ${hashOf('let a = 1;')} ${hashOf('\nconst b = "</";\n')};`);
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).not.toMatch(/unsafe|\*|data:/);
});

test('a script with an address and data that is not run need no hash; one that is there twice has one', () => {
  const policy = policyOf(
    finish(page('<style>x</style><style>x</style>', '<script src="/_astro/a.js"></script><script type="application/ld+json">{"a":1}</script>')),
  );
  expect(policy).toContain(`script-src 'self'; `);
  expect(policy.match(/sha256-/g)).toHaveLength(1);
});

test('nothing but the policy is added, and once', () => {
  const before = page('<title>A</title>', '<p>“quoted” &amp; $1 $&amp; </p>');
  const after = finish(before);
  expect(after.replace(/<meta http-equiv="Content-Security-Policy" content="[^"]*">/, '')).toBe(before);
  expect(finish(before)).toBe(after);
});

test('a page without charset cannot be finished', () => {
  expect(() => finish('<!doctype html><html></html>')).toThrow('no <meta charset="utf-8">');
});
