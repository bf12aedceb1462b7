import { Document, isCollection, isMap, isScalar, isSeq, parseDocument, visit, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { isSame, type Plain } from './without-empty.ts';

/** As the server reads it: days stay texts, nothing refers to anything else. */
const reading = {
  schema: 'core',
  version: '1.2',
  stringKeys: true,
  uniqueKeys: false,
  merge: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;
const writing = { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false } as const;

/** `[a, b]` and `{ a: b }`, as content files have them; the package knows one padding for both. */
function written(document: Document): string {
  visit(document, {
    Collection: (_, node) => {
      const whole = node.toString.bind(node) as (context: object, ...more: unknown[]) => string;
      node.toString = ((context: object, ...more: unknown[]) =>
        whole(context && { ...context, flowCollectionPadding: isSeq(node) ? '' : ' ' }, ...more)) as typeof node.toString;
    },
  });
  return document.toString(writing);
}

/** A text of YAML as a document; what cannot be read in it is left out. */
export const readYaml = (text: string): Document.Parsed => parseDocument(text, reading);

/** The plain value of a document. Aliases are none of a content file’s: they are refused when it is saved. */
export function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch {
    return undefined;
  }
}

/** Fields written as they would be by hand: short lists and groups on one line, everything else below each other. */
export function writeFields(fields: Readonly<Record<string, Plain>>): string {
  if (Object.keys(fields).length === 0) return '';
  const document = new Document(fields, { ...reading, aliasDuplicateObjects: false });
  visit(document, {
    Collection: (_, node, path) => {
      if (path.length > 1 && isShort(node, path)) node.flow = true;
    },
  });
  return written(document);
}

/** About what one reads at a glance. */
const shortLine = 110;

function isShort(node: YAMLMap | YAMLSeq, path: readonly unknown[]): boolean {
  const isItem = path.some(isSeq);
  if (isMap(node) && !isItem) return false;
  const values = isMap(node) ? node.items.map(({ value }) => value) : (node as YAMLSeq).items;
  if (!values.every((value) => isScalar(value))) return false;
  const texts = values.map((value) => String(value.value));
  return !texts.some((text) => text.includes('\n')) && texts.join(', ').length <= shortLine;
}

/** One field of a text, with another value: where something in it stays, it stays as it is written. */
export function rewriteField(text: string, name: string, value: Plain): string {
  const document = readYaml(text);
  const pair = isMap(document.contents) ? document.contents.items.find(({ key }) => isScalar(key) && key.value === name) : undefined;
  if (!pair || document.errors.length > 0) return writeFields({ [name]: value });
  (pair as Pair<unknown, unknown>).value = changed(pair.value as Node | null, value);
  const changedText = written(document);
  const again = plainValue(readYaml(changedText)) as Record<string, unknown> | undefined;
  return isSame(again?.[name], value) ? changedText : writeFields({ [name]: value });
}

/** The node for a value, made of the one that was there. */
function changed(node: Node | null, value: Plain): Node {
  const now = node && isCollection(node) ? (node.toJSON() as unknown) : isScalar(node) ? node.value : undefined;
  if (node && isSame(now, value)) return node;
  if (isMap(node) && isGroup(value)) return changedGroup(node, value);
  if (isSeq(node) && Array.isArray(value)) return changedList(node, value as readonly Plain[]);
  if (
    isScalar(node) &&
    typeof node.value === typeof value &&
    typeof value === 'string' &&
    !value.includes('\n') === !String(node.value).includes('\n')
  ) {
    node.value = value;
    return node;
  }
  return newNode(value, node && isCollection(node) ? node.flow : undefined);
}

const isGroup = (value: Plain): value is Readonly<Record<string, Plain>> => typeof value === 'object' && !Array.isArray(value);

function changedGroup(node: YAMLMap, value: Readonly<Record<string, Plain>>): Node {
  const there = new Map(node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
  const names = Object.keys(value);
  // What is new goes behind the field that precedes it in the model; what was there keeps its place.
  const order = [...there.keys()].filter((name) => Object.hasOwn(value, name));
  for (const [at, name] of names.entries()) {
    if (order.includes(name)) continue;
    const before = names.slice(0, at).findLast((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name);
  }
  const pairOf = (name: string): Pair => {
    const pair = there.get(name);
    if (!pair) return document.createPair(name, newNode(value[name]!, node.flow));
    pair.value = changed(pair.value as Node | null, value[name]!);
    return pair;
  };
  node.items = order.map(pairOf) as YAMLMap['items'];
  return node;
}

function changedList(node: YAMLSeq, value: readonly Plain[]): Node {
  const old = node.items as Node[];
  const values = old.map((item) => (isScalar(item) ? item.value : (item.toJSON() as unknown)));
  const used = new Set<number>();
  const same = value.map((item) => {
    const at = values.findIndex((one, index) => !used.has(index) && isSame(one, item));
    if (at >= 0) used.add(at);
    return at;
  });
  node.items = value.map((item, at) => {
    if (same[at]! >= 0) return old[same[at]!]!;
    const before = used.has(at) ? undefined : old[at];
    used.add(at);
    const [sibling] = old;
    return before ? changed(before, item) : newNode(item, isCollection(sibling) ? sibling.flow : undefined);
  });
  return node;
}

const document = new Document(null, reading);

function newNode(value: Plain, flow: boolean | undefined): Node {
  const node = document.createNode(value, { aliasDuplicateObjects: false }) as Node;
  if (isCollection(node) && flow) node.flow = true;
  else if (isSeq(node) && node.items.every((item) => isScalar(item) && !String(item.value).includes('\n'))) node.flow = true;
  return node;
}
