import type { Mark, Node } from '@tiptap/pm/model';
import { component, isComponent } from '../../../../src/mdx/components.ts';
import { schema } from '../schema.ts';
import { childrenOf, endOf, isBlank, startOf, type Markup } from './markup.ts';
import { attributesOfTag } from './read-tag.ts';

export interface Source {
  text: string;
  /** Addresses that are written apart from their links: `[1]: https://…`. */
  definitions: ReadonlyMap<string, Markup>;
}

const marksOf: Readonly<Record<string, string>> = { emphasis: 'em', strong: 'strong', delete: 'strike' };

/** The words of a paragraph, heading or cell. What has no node of its own is kept as it is written. */
export function readWords(nodes: readonly Markup[], source: Source, marks: readonly Mark[] = []): Node[] {
  return nodes.flatMap((node) => readOne(node, source, marks));
}

function readOne(node: Markup, source: Source, marks: readonly Mark[]): Node[] {
  switch (node.type) {
    case 'text':
      return text((node.value ?? '').replace(/[ \t]*\r?\n[ \t]*/g, ' '), marks);
    case 'emphasis':
    case 'strong':
    case 'delete':
      return readWords(childrenOf(node), source, withMark(marks, schema.mark(marksOf[node.type]!)));
    case 'inlineCode':
      return text((node.value ?? '').replace(/\r?\n/g, ' '), withMark(marks, schema.mark('code')));
    case 'break':
      return [schema.node('hard_break', null, undefined, marks)];
    case 'link':
    case 'linkReference':
      return readLink(node, source, marks);
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      return [readInlineTag(node, marks) ?? rawWords(node, source, marks)];
    default:
      return [rawWords(node, source, marks)];
  }
}

const text = (value: string, marks: readonly Mark[]): Node[] => (value === '' ? [] : [schema.text(value, marks)]);
const withMark = (marks: readonly Mark[], mark: Mark): readonly Mark[] => mark.addToSet(marks);

function readLink(node: Markup, source: Source, marks: readonly Mark[]): Node[] {
  const { url, title } = node.type === 'link' ? node : (source.definitions.get(node.identifier ?? '') ?? {});
  const children =
    url === undefined ? [] : readWords(childrenOf(node), source, withMark(marks, schema.mark('link', { href: url, title: title ?? null })));
  return children.length > 0 ? children : [rawWords(node, source, marks)];
}

/** A component that stands within a sentence. */
function readInlineTag(node: Markup, marks: readonly Mark[]): Node | undefined {
  const name = node.name ?? '';
  if (!isComponent(name) || !component(name).inline || !childrenOf(node).every(isBlank)) return undefined;
  const attributes = attributesOfTag(node);
  return attributes && schema.node(name, { attributes }, undefined, marks);
}

const rawWords = (node: Markup, { text }: Source, marks: readonly Mark[]): Node =>
  schema.node(
    'raw_inline',
    { source: (node.type === 'comment' ? node.value! : text.slice(startOf(node), endOf(node))).replace(/\n[ \t>]*/g, ' ') },
    undefined,
    marks,
  );
