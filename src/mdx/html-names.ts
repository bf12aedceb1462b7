/** What to type instead of an HTML tag. */
const instead: Readonly<Record<string, string>> = {
  ...same(['b', 'strong'], 'Write **bold** with two stars on each side.'),
  ...same(['i', 'em', 'cite', 'var', 'dfn'], 'Write *italic* with one star on each side.'),
  ...same(['s', 'strike', 'del'], 'Write ~~struck out~~ with two tildes on each side.'),
  a: 'Write a link as [words](https://example.org/).',
  ...same(
    ['img', 'picture', 'figure', 'svg', 'figcaption'],
    'Write <Figure file="…" alt="…" credit="…" licence="…" /> for a picture of content/media/.',
  ),
  br: 'End the line with a backslash (\\), or leave an empty line for a new paragraph.',
  hr: 'Write --- on a line of its own, with empty lines around it.',
  p: 'Leave an empty line between paragraphs, without a tag.',
  ...same(['h1', 'h2'], 'Write ## before the heading.'),
  ...same(['h3', 'h4', 'h5', 'h6', 'summary', 'details'], 'Write ### before the heading.'),
  ...same(['ul', 'li', 'dl', 'dt', 'dd'], 'Begin each line of a list with a hyphen and a space.'),
  ol: 'Begin each line of a numbered list with 1. and a space.',
  ...same(['blockquote', 'q'], 'Use <Quote lang="…"> for what somebody said, or begin the lines with >.'),
  ...same(['code', 'pre', 'kbd', 'samp', 'tt'], 'Write `code` between backticks.'),
  ...same(['table', 'tr', 'td', 'th', 'thead', 'tbody'], 'Write a table with | between the columns and |---|---| below the first line.'),
  ...same(['script', 'style', 'link', 'meta', 'base', 'template', 'noscript'], 'Remove it: entries hold no code and no styles.'),
  ...same(
    ['iframe', 'object', 'embed', 'video', 'audio', 'canvas'],
    'Remove it, and link to the page where it can be seen: [words](https://example.org/).',
  ),
  ...same(['form', 'input', 'button', 'select', 'textarea'], 'Remove it, and link to the form: [words](https://example.org/).'),
};

function same(names: string[], fix: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, fix]));
}

/** How to do without an HTML tag. */
export const withoutHtml = (name: string): string =>
  Object.hasOwn(instead, name.toLowerCase())
    ? instead[name.toLowerCase()]!
    : 'Remove the tag and keep the words. To show the sign itself, write \\<.';
export const isHtmlName = (name: string): boolean => Object.hasOwn(instead, name.toLowerCase());
