import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../../src/mdx/body.ts';
import { component, componentNames, type Attribute, type ComponentName } from '../../../../src/mdx/components.ts';
import { examples } from '../../../../src/mdx/examples.ts';
import { attributesOf, type Attributes } from '../component-specs.ts';
import { schema } from '../schema.ts';
import { fromMdx } from './from-mdx.ts';
import { toMdx, toMdxAnew } from './to-mdx.ts';

/** Texts that mean something to a parser, and must not. */
const texts = [
  'plain',
  `it's "quoted"`,
  'a < b > c',
  '{student} {/* x */}',
  'AT&T &amp; &lt;b&gt; &#60;',
  'كلمة «عربية»',
  '</Step>',
  '<Fact id="x" />',
  'a\\b `c` *d*',
];
const values: Record<Attribute['kind'], readonly string[]> = {
  text: texts,
  id: ['a-b-1'],
  url: ['https://example.org/a?b=c&d=e'],
  file: ['places/harbour.jpg'],
  list: ['student, researcher'],
  lang: ['ar'],
  number: ['24.7'],
  choice: ['stop'],
};

/** A component with all its attributes, as the editor would make it. */
function made(name: ComponentName, attributes: Attributes): string {
  const { children, only, inline, within } = component(name);
  const words = schema.node('paragraph', null, [schema.text('Words.')]);
  const inside = only ? [schema.node(only, { attributes: { title: 'x' } }, [words])] : children ? [words] : undefined;
  const node = schema.node(name, { attributes }, inside);
  const around = within
    ? schema.node(within, null, [node])
    : inline
      ? schema.node('paragraph', null, [schema.text('It is '), node, schema.text('.')])
      : node;
  return toMdx(schema.node('doc', null, [around]));
}

const every = componentNames.flatMap((name) => {
  const { attributes } = component(name);
  const filled = Object.fromEntries(Object.entries(attributes).map(([key, { kind }]) => [key, values[kind][0]!]));
  const one = Object.entries(attributes).flatMap(([key, { kind }]) =>
    values[kind].map((value) => ({ name, attributes: { ...filled, [key]: value } })),
  );
  return [{ name, attributes: {} }, ...one];
});

function usesIn(text: string): { component: string; attributes: Attributes }[] {
  const found: { component: string; attributes: Attributes }[] = [];
  fromMdx(text).descendants((node) => {
    if (node.type.spec.attrs && 'attributes' in node.type.spec.attrs) found.push({ component: node.type.name, attributes: attributesOf(node) });
  });
  return found;
}

describe('a component', () => {
  test.each(every)('$name with $attributes is read by the site as it was meant', ({ name, attributes }) => {
    const text = made(name, attributes);
    const { body } = parseBody(text, { file: 'guides/en/x.mdx' });
    const use = body?.uses.find((one) => one.component === name);
    // What the site refuses, as a tag without what it needs, it leaves out.
    expect(attributes).toMatchObject(use?.attributes.kind === 'note' && !('kind' in attributes) ? {} : (use?.attributes ?? { missing: '' }));
    expect(Object.keys(use?.attributes ?? {}).length).toBeGreaterThanOrEqual(Object.keys(attributes).length);
  });

  test.each(every)('$name with $attributes comes back byte for byte, and with the same attributes', ({ name, attributes }) => {
    const text = made(name, attributes);
    expect(toMdx(fromMdx(text))).toBe(text);
    expect(toMdxAnew(fromMdx(text))).toBe(text);
    expect(usesIn(text)).toContainEqual({ component: name, attributes });
  });

  test.each(examples)('$component, $name, of the handbook comes back byte for byte, and written anew it is the same component', ({ mdx }) => {
    expect(toMdx(fromMdx(mdx))).toBe(mdx);
    expect(usesIn(toMdxAnew(fromMdx(mdx)))).toEqual(usesIn(mdx));
  });

  test('keeps the way its tag is written, in which order and with which quotes, until one of its attributes is changed', () => {
    const text = `<Callout title='Stop "if"'\n  kind="stop">\n\nWords.\n\n</Callout>\n`;
    const doc = fromMdx(text);
    expect(toMdx(doc)).toBe(text);
    const callout = doc.firstChild!;
    const changed = callout.type.create({ ...callout.attrs, attributes: { ...attributesOf(callout), kind: 'tip' } }, callout.content);
    expect(toMdx(doc.copy(doc.content.replaceChild(0, changed)))).toBe(`<Callout kind="tip" title="Stop &quot;if&quot;">\n\nWords.\n\n</Callout>\n`);
  });

  test('in one line stays in one line when its words are changed', () => {
    const doc = fromMdx('<Quote lang="en">Ask twice.</Quote>\n');
    const quote = doc.firstChild!;
    const words = schema.node('paragraph', null, [schema.text('Ask *three* times.')]);
    expect(toMdx(doc.copy(doc.content.replaceChild(0, quote.copy(quote.content.replaceChild(0, words)))))).toBe(
      '<Quote lang="en">Ask \\*three\\* times.</Quote>\n',
    );
  });
});

describe('what the editor has no block for', () => {
  test.each([
    ['an attribute that no component has', '<Fact id="a" onclick="b" />\n'],
    ['an attribute that is code', 'It is <Fact id={a} /> now.\n'],
    ['a component within a sentence that cannot stand there', 'See <Story id="a" /> there.\n'],
    ['a step outside of steps', '<Step title="a">\n\nWords.\n\n</Step>\n'],
    ['words between steps', '<Steps>\n\nWords.\n\n</Steps>\n'],
    ['HTML', '<div>\n\nWords.\n\n</div>\n'],
    ['a picture', 'A ![picture](x.png) here.\n'],
    ['an address apart from its link', '[a]: https://example.org\n'],
    ['a note for writers', 'A note {/* not *shown* */} here.\n'],
  ])('is kept byte for byte: %s', (_, text) => {
    const doc = fromMdx(text);
    let raw = false;
    doc.descendants(({ type }) => void (raw ||= type.name.startsWith('raw')));
    expect(raw).toBe(true);
    expect(toMdx(doc)).toBe(text);
    expect(toMdxAnew(doc)).toBe(text);
  });

  test('a paragraph that cannot be read is kept, and the others can be written', () => {
    const text = 'One.\n\nIf 3 < 5 & <b.\n\nTwo.\n';
    const doc = fromMdx(text);
    expect(doc.children.map(({ type }) => type.name)).toEqual(['paragraph', 'raw', 'paragraph']);
    expect(toMdx(doc)).toBe(text);
  });

  test('a component that is never closed is kept with all that follows', () => {
    const text = 'One.\n\n<Steps>\n\n<Step title="a">\n\nWords.\n';
    expect(fromMdx(text).childCount).toBe(1);
    expect(toMdx(fromMdx(text))).toBe(text);
  });
});

test('curly brackets are text, and are escaped once their paragraph is written anew', () => {
  expect(toMdx(fromMdx('Dear {name}.\n'))).toBe('Dear {name}.\n');
  expect(toMdxAnew(fromMdx('Dear {name}.\n'))).toBe('Dear \\{name\\}.\n');
});
