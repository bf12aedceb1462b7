import { describe, expect, test } from 'vitest';
import type { Finding } from '../content-model/problems.ts';
import { localiseLinks, parseBody } from './body.ts';

const file = 'guides/en/register.mdx';
const parse = (source: string, firstLine?: number) => parseBody(source, { file, ...(firstLine ? { firstLine } : {}) });
const told = ({ line, column, found, rule, fix }: Finding) => `${line}:${column} ${found} | ${rule} | ${fix}`;
const intro = (source: string) => {
  const { body, problems } = parse(source);
  expect(problems).toEqual([]);
  return body?.intro;
};

describe('segments', () => {
  test('a component in a sentence cuts the paragraph', () => {
    expect(intro('The rule is <Fact id="days" />.')).toEqual([
      { html: '<p>The rule is ' },
      { component: 'Fact', attributes: { id: 'days' }, children: [], line: 1 },
      { html: '.</p>' },
    ]);
  });

  test('white space between a component and the next words stays, also at the end of a line', () => {
    expect(intro('a <Fact id="b" />\nc <Fact id="d" /> <Fact id="e" />')).toMatchObject([
      { html: '<p>a ' },
      {},
      { html: '\nc ' },
      {},
      { html: ' ' },
      {},
      { html: '</p>' },
    ]);
  });

  test('a component of the inline kind alone on a line is a paragraph', () => {
    expect(intro('<Fact id="b" />')).toMatchObject([{ html: '<p>' }, { component: 'Fact' }, { html: '</p>' }]);
  });

  test('block components are not in paragraphs, and their words are', () => {
    expect(intro('a\n\n<Callout kind="tip">One **word**</Callout>\n\n<Story id="s-1" /> <Guide id="g" />\n\nb')).toEqual([
      { html: '<p>a</p>' },
      { component: 'Callout', attributes: { kind: 'tip' }, children: [{ html: '<p>One <strong>word</strong></p>' }], line: 3 },
      { component: 'Story', attributes: { id: 's-1' }, children: [], line: 5 },
      { component: 'Guide', attributes: { id: 'g' }, children: [], line: 5 },
      { html: '<p>b</p>' },
    ]);
  });

  test('steps hold steps', () => {
    expect(intro('<Steps>\n<Step title="Go">\nNow\n</Step>\n\n<Step title="Come">\n\n- back\n\n</Step>\n</Steps>')).toEqual([
      {
        component: 'Steps',
        attributes: {},
        line: 1,
        children: [
          { component: 'Step', attributes: { title: 'Go' }, children: [{ html: '<p>Now</p>' }], line: 2 },
          { component: 'Step', attributes: { title: 'Come' }, children: [{ html: '<ul>\n<li>back</li>\n</ul>' }], line: 6 },
        ],
      },
    ]);
  });

  test('a component may stand in a list item', () => {
    expect(intro('- <Contact id="city" />\n- a <Fact id="b" />')).toMatchObject([
      { html: '<ul>\n<li>' },
      {},
      { html: '</li>\n<li>a ' },
      {},
      { html: '</li>\n</ul>' },
    ]);
  });

  test('tables scroll, tasks show a sign, cells keep their side', () => {
    expect(intro('| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done')).toMatchInlineSnapshot(`
      [
        {
          "html": "<div class="scroll"><table>
      <thead>
      <tr>
      <th>a</th>
      <th class="align-right">b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1</td>
      <td class="align-right">2</td>
      </tr>
      </tbody>
      </table></div>
      <ul>
      <li class="task">☑ done</li>
      </ul>",
        },
      ]
    `);
  });

  test('a note between comment signs is dropped', () => {
    expect(intro("a{/* don't { show } */}\n\n{/* this */}\n\nb")).toEqual([{ html: '<p>a</p>\n\n<p>b</p>' }]);
  });

  test('escaped and quoted brackets are text', () => {
    expect(intro('\\{a} \\<b `{c} import`\n\n```\nimport {d}\n```')).toEqual([
      { html: '<p>{a} &#x3C;b <code>{c} import</code></p>\n<pre><code>import {d}\n</code></pre>' },
    ]);
  });
});

describe('sections', () => {
  const source = 'Before\n\n## Was *kostet* das?\n\nOne\n\n### Was kostet das?\n\n## السكن\nTwo\n';
  const { body } = parse(source, 10);

  test('run from one ## to the next and keep their exact source', () => {
    expect(body?.introSource).toBe('Before\n\n');
    expect(body?.sections.map(({ id, title, line }) => ({ id, title, line }))).toEqual([
      { id: 'was-kostet-das', title: 'Was kostet das?', line: 12 },
      { id: 'السكن', title: 'السكن', line: 18 },
    ]);
    expect(body?.introSource + body!.sections.map((section) => section.source).join('')).toBe(source);
    expect(body?.sections[1]?.segments).toEqual([{ html: '<p>Two</p>' }]);
  });

  test('headings have ids in any script, each once', () => {
    expect(body?.anchors).toEqual(['was-kostet-das', 'was-kostet-das-2', 'السكن']);
  });

  test('positions count characters as editors do, also behind emoji', () => {
    expect(parse('é😀 <Fact id="a" />\n\n## b', 5).body).toMatchObject({ uses: [{ line: 5, column: 5 }], sections: [{ source: '## b', line: 7 }] });
  });
});

describe('links', () => {
  const links = [
    'https://example.org/a?b=c&d',
    'http://example.org',
    'mailto:desk@example.org',
    'tel:+31-20-123',
    '/',
    '/guides/register/',
    '/stories/s-1/#één',
    '#één',
  ];

  test('to the web, mail, telephones, pages of the site and headings are kept', () => {
    const { body, problems } = parse(links.map((link) => `[a](${link})`).join(' '));
    expect(problems).toEqual([]);
    expect(body?.links.map(({ href }) => href)).toEqual(links);
    expect(body?.intro).toMatchInlineSnapshot(`
      [
        {
          "html": "<p><a href="https://example.org/a?b=c&#x26;d" rel="noopener">a</a> <a href="http://example.org" rel="noopener">a</a> <a href="mailto:desk@example.org">a</a> <a href="tel:+31-20-123">a</a> <a href="/">a</a> <a href="/guides/register/">a</a> <a href="/stories/s-1/#%C3%A9%C3%A9n">a</a> <a href="#%C3%A9%C3%A9n">a</a></p>",
        },
      ]
    `);
  });

  test('to pages of the site are led into a language, and nothing else that looks like one', () => {
    const { body } = parse(
      '[a](/guides/a/) [b](https://b.org/) [c](#c) `<a href="/guides/d/">` <Callout>[e](/)</Callout>\n\n<Callout>[e](/)</Callout>',
    );
    const html = JSON.stringify(localiseLinks(body?.intro ?? [], (href) => `/nl${href}`));
    expect(html.match(/\/nl\/[^"\\]*/g)).toEqual(['/nl/guides/a/', '/nl/']);
  });
});

test('the text holds all words once, a line for each paragraph', () => {
  const { body } = parse(
    'One "two"\nthree [four](/)\n\n## Five\n\n<Quote lang="uk" translation="six">сім</Quote>\n\n- a\n- b\n\n| c | d |\n|---|---|\n| e | f |',
  );
  expect(body?.text).toBe('One “two” three four\nFive\nsix\nсім\na\nb\nc\nd\ne\nf');
  expect(body?.words).toBe(13);
});

test('quotes follow the language of the file', () => {
  const quote = (lang: string) => parseBody(`"Ja", it's -- '90s... a---b *"c"*`, { file: `guides/${lang}/a.mdx` }).body?.text;
  expect([quote('en'), quote('de'), quote('uk')]).toEqual(['“Ja”, it’s – ’90s… a—b “c”', '„Ja“, it’s – ’90s… a—b „c“', '«Ja», it’s – ’90s… a—b «c»']);
});

test('all refusals are told at once, each with place, rule and fix', () => {
  const source = `import fs from 'node:fs'

# Title

export\tconst a = 1

{1 + 1} and {student name} and \\\\{x}

<b>bold</b> <br/> <Fcat id="a" /> <Evil />

<Fact id="a" x="1" /> <Fact /> <Fact id={a} {...b} id="c" /> <Fact id />

![a](b.png) [a](javascript:x) [b](//host/) [c](../en/guides/Register.mdx) [d](/guides/register) [e](example.org/a) [f](https://a@b.org) [](/)

a <Story id="x" /> b

<Callout kind="nite" title="a">

## Inside

<Step title="a">b</Step>

</Callout>

<Steps>
words
</Steps>

## A [link](/) and <Fact id="b" />

<Figure file="A.PNG" alt="" credit="" licence="c">text</Figure>

<Quote lang="Ukrainian">a</Quote> <For audience="a, B">b</For> <Numbers ids="" />

a[^1] \u0007 \u202Eb

<></>
`;
  expect(parse(source, 17).problems.map(told)).toMatchSnapshot();
});

test.each([
  'a <b',
  '<!-- a -->',
  '<https://example.org>',
  '<a@example.org>',
  '<Callout>\n\na',
  '<p>a',
  'a\n\n</Callout>',
  '<Callout kind=note>a</Callout>',
  '<Fact id={`a`} />',
  '<Fact id={a b} />',
  '<img src="x" onerror="y">',
  `${'>'.repeat(50)} a`,
  'a '.repeat(11_000),
  '<a'.repeat(1001),
  'a'.repeat(300_000),
])('a text that cannot be read is told once, with the fix: %.30s', (source) => {
  const { body, problems } = parse(source, 3);
  expect(body).toBeNull();
  expect(problems.map(told)).toMatchSnapshot();
});

test('a flood of problems ends with their number', () => {
  const { problems } = parse('{a} '.repeat(500));
  expect(problems).toHaveLength(101);
  expect(problems.some(({ found }) => found === '400 more problems of this kind')).toBe(true);
});

test('lines of hyphens, stars and numbers are no attack', () => {
  expect(parse(`a\n\n${'-'.repeat(60)}\n\n${'*'.repeat(60)}\n\nb\n${'='.repeat(3)}`).problems.map(({ found }) => found)).toEqual(['The heading # b']);
});
