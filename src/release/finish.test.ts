import { expect, test } from 'vitest';
import { finish } from './finish.ts';

/** The hash as a browser works it out (Web Cryptography), not with our own code. */
async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}
const policyOf = (html: string) => /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)![1]!;
const page = (head: string, body = '') => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

test('the page’s own inline styles and scripts are allowed by their hashes', async () => {
  const policy = policyOf(
    finish(
      page(
        '<style>p{color:red}</style><style media="print">é</style>',
        '<p></p><script>let a = 1;</script><script type="module">\nconst b = "</";\n</script>',
      ),
    ),
  );
  expect(policy).toContain(`style-src 'self' ${await hashOf('p{color:red}')} ${await hashOf('é')};`);
  expect(policy).toContain(`script-src 'self' ${await hashOf('let a = 1;')} ${await hashOf('\nconst b = "</";\n')};`);
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

test('only the search page may run WebAssembly, and no text can claim to be it', () => {
  expect(policyOf(finish(page('', '<form data-wasm class="search"></form>')))).toContain(`script-src 'self' 'wasm-unsafe-eval';`);
  expect(policyOf(finish(page('', '<p>&lt;form data-wasm class="search"></p><form title="<form data-wasm"></form>')))).not.toContain('wasm');
});
