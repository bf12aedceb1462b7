import { expect, test } from 'vitest';
import { compressedSize, firstUnbalanced, pageBudget, pageProblems } from './page-problems.ts';

const page = (body: string) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"></head><body>${body}</body></html>`;
const problems = (html: string, status = 200, path = '/en/') => pageProblems({ path, status, html });

test('a whole page has no problem', () => {
  expect(problems(page('<p>A<br>b <img src="a>b" alt=\'"\'></p><svg><path d="M0"/></svg><!-- <p> --><script>if (a<b) "<p>"</script>'))).toEqual([]);
});

test.each([
  [404, '/en/', ['answered with status 404 instead of 200']],
  [500, '/en/stories/a/', ['answered with status 500 instead of 200']],
  [200, '/404', ['answered with status 200 instead of 404']],
])('status %i for %s is a problem', (status, path, expected) => {
  expect(problems(page(''), status, path)).toEqual(expected);
});

test.each([
  ['<div><p>a</div>', '</div> closes nothing that is open there'],
  ['<p>a</p></section>', '</section> closes nothing that is open there'],
  ['<script>a', '<script> is never closed'],
])('%s is not well-formed', (body, unbalanced) => {
  expect(problems(page(body))).toEqual([`is not well-formed: ${unbalanced}`]);
});

test('what is open at the end is named', () => {
  expect(firstUnbalanced('<html><body><p>a</p>')).toBe('<body> is never closed');
});

test.each(['', 'text', '<p>no document</p>', page('').replace('</html>', ''), '<html></html>'])('%j is not a whole page', (html) => {
  expect(problems(html)).toEqual(['is not a whole page']);
});

test('a page without charset is a problem: it cannot have its security policy', () => {
  expect(problems(page('').replace('<meta charset="utf-8">', ''))).toEqual(['has no <meta charset="utf-8">, so no security policy']);
});

test('a page over the budget is told with its size and what to do; one just within it is not', () => {
  const noise = (length: number) => Array.from({ length }, (_, at) => ((at * 2654435761) >>> 0).toString(36)).join(' ');
  expect(problems(page(`<p>${noise(100)}</p>`))).toEqual([]);
  const [problem] = problems(page(`<p>${noise(6000)}</p>`));
  expect(problem).toMatch(/^has \d+ bytes of HTML and CSS, compressed; at most 14336 are allowed\. Shorten the text or divide it into two entries$/);
  expect(compressedSize(page(`<p>${noise(6000)}</p>`))).toBeGreaterThan(pageBudget);
});
