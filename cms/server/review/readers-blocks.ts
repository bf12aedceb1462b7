import type { Reference } from '../../../src/content-model/field.ts';
import { parseBody, type Body, type Segment } from '../../../src/mdx/body.ts';
import { component, type Attribute } from '../../../src/mdx/components.ts';
import { named, type ChangeWords } from './change-words.ts';
import { createPage, type Block } from './page-of-blocks.ts';

/** The text of an entry as its readers have it before them: one block after the other, without markup, components by their names. */
export function readersBlocks(source: string, { file, words }: { file: string; words: ChangeWords }): Block[] {
  const { body } = parseBody(source, { file });
  return body ? blocksOf(body, words) : plainBlocks(source);
}

/** What cannot be parsed is shown as it is written. */
const plainBlocks = (source: string): Block[] =>
  source
    .split(/\n{2,}/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'text', within: [], text, form: text }));

function blocksOf({ intro, sections }: Body, words: ChangeWords): Block[] {
  const page = createPage((href) => words.leadsTo(targetOf(href, words)));
  const add = (segments: readonly Segment[], within: readonly string[]): void => {
    for (const segment of segments) {
      if ('html' in segment) page.html(segment.html, within);
      else addComponent(segment, within);
    }
    page.end();
  };
  const addComponent = ({ component: name, attributes, children }: Exclude<Segment, { html: string }>, within: readonly string[]): void => {
    const { inline, label } = component(name);
    const parts = partsOf(name, attributes, words);
    const called = words.label(label);
    if (inline) return page.inline(`[${called}: ${parts.map(({ value }) => value).join(', ')}]`, within);
    page.end();
    const inside = [...within, called];
    const text = parts.map(({ label: of, value }) => `${of}: ${value}`).join(' · ');
    if (text !== '' || children.length === 0) page.block({ kind: 'component', within: inside, text, form: text });
    add(children, inside);
  };
  add(intro, []);
  for (const { title, segments } of sections) {
    page.block({ kind: 'heading', within: [], text: title, form: title });
    add(segments, []);
  }
  return page.blocks;
}

/** The attributes of a component as people read them: what it is called, and the names of what it refers to. */
function partsOf(name: Parameters<typeof component>[0], attributes: Readonly<Record<string, string>>, words: ChangeWords) {
  return Object.entries(component(name).attributes).flatMap(([key, { label, kind, refersTo, choices = [] }]) => {
    const value = attributes[key];
    if (value === undefined) return [];
    const ids = kind === 'list' ? value.split(',').map((id) => id.trim()) : [value];
    return [
      {
        label: words.label(label),
        value: refersTo ? ids.map((id) => named(words, refersTo, id)).join(', ') : spoken(value, { kind, choices, words }),
      },
    ];
  });
}

const spoken = (value: string, { kind, choices, words }: { kind: Attribute['kind']; choices: readonly string[]; words: ChangeWords }): string =>
  kind === 'lang' ? words.language(value) : kind === 'choice' ? words.choice(choices, value) : value;

/** Where a link within the site leads, by the title of the entry. */
function targetOf(href: string, words: ChangeWords): string {
  const [, collection, slug] = /^\/(stories|guides|pages|practices)\/([^/#]+)\/?$/.exec(href) ?? [];
  const title = collection && slug ? words.title(collection as Reference, slug) : undefined;
  return title ?? href;
}
