import { expect, test } from 'vitest';
import { pruneStyles } from './prune-styles.ts';

const pruned = (css: string, body: string) => /<style>([\s\S]*)<\/style>/.exec(pruneStyles(`<style>${css}</style>${body}`))![1];

test('a rule whose class is not in the page goes, others stay as they are', () => {
  expect(pruned('.a{color:red}.b{color:blue}p{margin:0}', '<p class="a">')).toBe('.a{color:red}p{margin:0}');
});
test('of a list of selectors only those stay that can match', () => {
  expect(pruned('.a .c,.a>p,.b{color:red}', '<p class="x a">')).toBe('.a>p{color:red}');
});
test('one alternative of :is() is enough, none is not', () => {
  expect(pruned('.a:is(.b,.c){x:y}.a:is(.d,.e f){x:y}.a:is(p,.z){x:y}', '<p class="a c">')).toBe('.a:is(.b,.c){x:y}.a:is(p,.z){x:y}');
});
test('what :not() and :has() name need not be there', () => {
  expect(pruned('.a:not(.b){x:y}.a:has(.q){x:y}', '<p class="a">')).toBe('.a:not(.b){x:y}.a:has(.q){x:y}');
});
test('layers and media are gone through, and dropped when nothing is left in them', () => {
  expect(pruned('@layer x,y;@layer x{.a{b:c}@media print{.n{b:c}}}@media print{.n{b:c}}', '<p class="a">')).toBe('@layer x,y;@layer x{.a{b:c}}');
});
test('font faces, key frames and strings with braces stay whole', () => {
  const css = '@font-face{font-family:D;src:url(x)}@keyframes k{from{a:b}to{a:c}}.a:before{content:"}{.n"}.a{d:e}';
  expect(pruned(css, '<p class="a">')).toBe(css);
});
test('a class that a script of the page names counts as there', () => {
  expect(pruned('.done{a:b}', '<script>x.classList.add("done")</script>')).toBe('.done{a:b}');
});
