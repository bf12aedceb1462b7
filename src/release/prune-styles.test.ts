import { describe, expect, it } from 'vitest';
import { pruneStyles } from './prune-styles.ts';

const styled = (css: string, body: string) => `<html><head><style>${css}</style></head><body>${body}</body></html>`;
const stylesOf = (html: string) => /<style[^>]*>([\s\S]*?)<\/style>/.exec(html)?.[1];
const left = (css: string, body: string) => stylesOf(pruneStyles(styled(css, body)));

describe('pruning styles', () => {
  it('keeps rules whose classes stand on the page and drops the others', () => {
    expect(left('.face{color:red}.door{color:blue}p{margin:0}', '<p class="face">')).toBe('.face{color:red}p{margin:0}');
  });

  it('keeps a rule as long as one of its selectors can match', () => {
    expect(left('.door,.face{color:red}', '<p class="face">')).toBe('.door,.face{color:red}');
    expect(left('.face .door{color:red}', '<p class="face">')).toBe('');
  });

  it('does not ask for what stands in :is(), :not() or :has()', () => {
    const css = ':is(.a,.b)>p{margin:0}p:not(.c:is(.d)){margin:1px}p:has(.e){margin:2px}';
    expect(left(css, '<p>')).toBe(css);
  });

  it('drops rules for elements that stand nowhere, as long as no script of its own file could put them there', () => {
    expect(left('pre{a:b}pre,p{c:d}.x>table td{e:f}h2~p{g:h}', '<h2 class="x"><p>')).toBe('pre,p{c:d}h2~p{g:h}');
    expect(left('pre{a:b}.gone pre{c:d}', '<p><script src="/a.js"></script>')).toBe('pre{a:b}');
    expect(left('[hidden]{a:b}:root{c:d}*,:before{e:f}', '<p>')).toBe('[hidden]{a:b}:root{c:d}*,:before{e:f}');
  });

  it('does not take a word of the text for a class', () => {
    expect(left('.face{color:red}', '<p id="face" data-x="face">face</p>')).toBe('');
    expect(left('.face{color:red}', '<template><p class="face"></p></template>')).toBe('.face{color:red}');
  });

  it('drops groups that are left empty, and keeps the order of layers, fonts and keyframes', () => {
    const css = '@layer base,parts;@font-face{font-family:X;src:url(x.woff2)}@media print{@layer parts{.door{color:red}}}@keyframes a{to{opacity:0}}';
    expect(left(css, '<p>')).toBe('@layer base,parts;@font-face{font-family:X;src:url(x.woff2)}@keyframes a{to{opacity:0}}');
  });

  it('keeps what only a script of the page names', () => {
    expect(left('.ticked{color:red}', '<script>box.classList.add("ticked")</script>')).toBe('.ticked{color:red}');
  });

  it('is not confused by braces, quotes and semicolons in texts', () => {
    const css = `p::before{content:"}.x{;"}p::after{content:'\\'{'}.gone{content:"{"}q{quotes:none}`;
    expect(left(css, '<p><q>')).toBe(`p::before{content:"}.x{;"}p::after{content:'\\'{'}q{quotes:none}`);
  });

  it('leaves a page without styles as it is, and gives the same for the same page', () => {
    expect(pruneStyles('<p>.door{}</p>')).toBe('<p>.door{}</p>');
    const page = styled('.a{b:c}.door{d:e}', '<p class="a">');
    expect(pruneStyles(pruneStyles(page))).toBe(pruneStyles(page));
  });
});
