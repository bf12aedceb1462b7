import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { cleanMarkup } from './clean-markup.ts';
import { fromGoogleDocs, fromWebPage, fromWord } from './examples.ts';
import { textNode, type Pasted } from './pasted.ts';

interface Parsed {
  nodeName: string;
  attrs?: { name: string; value: string }[];
  value?: string;
  childNodes?: Parsed[];
}
/** The tree as the browser's parser makes it too; what only this test needs, since in the editor it is the browser's. */
const read = (node: Parsed): Pasted =>
  node.value !== undefined
    ? textNode(node.value)
    : {
        tag: node.nodeName.startsWith('#') ? '' : node.nodeName,
        text: '',
        attributes: Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value])),
        children: (node.childNodes ?? []).map(read),
      };
function clean(html: string) {
  const find = (node: Parsed): Parsed | undefined => (node.nodeName === 'body' ? node : node.childNodes?.map(find).find(Boolean));
  return cleanMarkup(read(find(parse(html) as Parsed)!));
}
const html = (text: string) => clean(text).html;

test('a text from Word keeps headings, lists in lists, tables, links and bold, and nothing else', () => {
  expect(clean(fromWord)).toEqual({
    html:
      '<h2>Inschrijven</h2><p>Maak een <strong>afspraak</strong> op <a href="https://example.org/afspraak">de website</a>.</p>' +
      '<ul><li><p>Paspoort</p><ul><li><p>het origineel</p></li></ul></li><li><p>Huurcontract</p></li></ul>' +
      '<p>Daarna:</p><ol><li><p>wachten</p></li><li><p>bellen</p></li></ol>' +
      '<table><tbody><tr><th><p>Dag</p></th><th><p>Open</p></th></tr><tr><td><p>Maandag</p></td><td><p>9–12 13–17</p></td></tr></tbody></table>' +
      '<h3>Vragen</h3><p>Zie hierboven.</p>',
    pictures: 1,
  });
});

test('a text from Google Docs keeps what its styles say, and its links lead straight to where they lead', () => {
  expect(html(fromGoogleDocs)).toBe(
    '<h2>Before you sign</h2><p>Ask <strong>twice</strong>, and <em>in writing</em>. <a href="https://example.org/a?b">Here</a></p>' +
      '<ul><li><p>One</p><ul><li><p>Inner</p></li></ul></li><li><p><del>Two</del></p></li></ul>',
  );
});

test('a web page keeps its text and nothing that runs, loads or hides', () => {
  expect(clean(fromWebPage)).toEqual({
    html:
      '<h2>Title</h2><h4>Deep</h4><p>Text with a trap, <a href="tel:+31201234567">a number</a> and <code>code</code>.</p>' +
      '<p>First<br>second</p><p>Third &lt;b&gt; H₂O</p><blockquote><p>Said.</p></blockquote><pre>a  b\n  c</pre>' +
      '<table><tbody><tr><th><p>Wide</p></th><th><p></p></th></tr><tr><td><p>a</p></td><td><p>b c</p></td></tr></tbody></table><p>Laid out</p>',
    pictures: 1,
  });
});

test('headings keep their levels where the first level is not used', () => {
  expect(html('<h2>A</h2><h3>B</h3><h6>C</h6>')).toBe('<h2>A</h2><h3>B</h3><h4>C</h4>');
});

test.each([
  ['non-breaking spaces and soft hyphens', '<p>a&nbsp;&nbsp;b&shy;c&#8203;&nbsp;</p>', '<p>a bc</p>'],
  ['empty paragraphs', '<p>&nbsp;</p><p>a</p><p><br></p>', '<p>a</p>'],
  ['words without any paragraph', 'a <i>b</i>', '<p>a <em>b</em></p>'],
  ['empty lines that part paragraphs', '<div>a<br><br>b</div>', '<p>a</p><p>b</p>'],
  ['bold around paragraphs', '<b><p>a</p><p>b</p></b>', '<p><strong>a</strong></p><p><strong>b</strong></p>'],
  ['an item without a list', '<li>a</li>', '<ul><li><p>a</p></li></ul>'],
  ['text that looks like markup', '<p>&lt;script&gt;&quot;</p>', '<p>&lt;script&gt;&quot;</p>'],
  [
    'a cell that reaches over two rows',
    '<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>',
    '<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p></p></td><td><p>c</p></td></tr></tbody></table>',
  ],
])('%s come in as they are meant', (_, pasted, expected) => {
  expect(html(pasted)).toBe(expected);
});

test.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'file:///C:/x', '//evil.example', 'vbscript:x', '../x.html'])(
  'a link to %j keeps its words only',
  (href) => {
    expect(html(`<p><a href="${href}">words</a></p>`)).toBe('<p>words</p>');
  },
);

test('the markup of two megabytes with a short text is that text', () => {
  const litter = '<style>p { color: red }</style><script>run()</script><span style="font-family: x"></span>'.repeat(22_000);
  expect(html(`${litter}<p>Short.</p>`)).toBe('<p>Short.</p>');
});

test('what is more than an entry can hold is refused as a whole', () => {
  expect(html(`<p>${'word '.repeat(60_000)}</p>`)).toBeUndefined();
  expect(html(`<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(3000)}</table>`)).toBeUndefined();
});
