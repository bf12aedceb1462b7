// Longer than most files here: the plain values, the refusals and the lines are read from one kind of tree.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type ParsedNode, type YAMLMap } from 'yaml';
import { byPlace, fieldPath, type Finding } from '../content-model/problems.ts';
import { anyBidi, isUnbalanced, unbalancedBidi } from './bidi.ts';
import { isTooLarge, Places, plainLines, withoutControls } from './limits.ts';
import { quoted, Report, type Place } from './report.ts';
import { yamlError } from './yaml-errors.ts';

export interface ParsedYaml {
  value: unknown;
  /** The line of a field in the file; of the nearest field around it where it is missing. */
  lineOf(path: readonly (string | number)[]): number | undefined;
  problems: Finding[];
}

/**
 * YAML of the plain kind: texts, numbers, yes and no, lists and groups. No aliases (306 bytes of them hang a program for 14 s), no tags, no
 * directives, each key once, none of the names that change an object's nature. Days stay text. The value is null if anything is wrong with
 * the YAML as such.
 */
export function parseYaml(text: string, file: string, firstLine = 1): ParsedYaml {
  const report = new Report('yaml', file);
  const source = isTooLarge(text, report) ? '' : withoutControls(plainLines(text), report, firstLine);
  const value = read(source, report, firstLine);
  return { value, lineOf: (path) => lineIn(source, path, firstLine), problems: report.list().sort(byPlace) };
}

/** That each key stands once is checked below: the parser's own check is quadratic, 2.8 s for 20,000 keys. */
const options = {
  schema: 'core',
  version: '1.2',
  uniqueKeys: false,
  stringKeys: true,
  merge: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/** Each level costs two characters of indentation or brackets, and a frame of the parser's stack. */
const deepest = 40;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

function read(source: string, report: Report, firstLine: number): unknown {
  const places = new Places(source, firstLine);
  if (/^(?:[ \t]*(?:#[^\n]*)?\n)*%/.test(source)) {
    report.add(
      { line: firstLine },
      { found: quoted(/%[^\n]*/.exec(source)![0]), rule: 'Directives (lines that begin with %) are not possible.', fix: 'Remove this line.' },
    );
    return null;
  }
  const end = source.search(/^\.\.\.(?:\s|$)/m);
  if (end >= 0) {
    report.add(places.at(end), { found: quoted('...'), rule: 'A line of three dots would end the text for the program.', fix: 'Remove this line.' });
    return null;
  }
  const steep = tooDeep(source);
  if (steep >= 0) {
    report.add(places.at(steep), {
      found: 'Brackets or dashes inside each other, more than 40 levels deep',
      rule: 'A few levels are enough.',
      fix: 'Remove them.',
    });
    return null;
  }
  let document: Document.Parsed;
  try {
    document = parseDocument(source, options);
  } catch {
    report.add(
      { line: firstLine },
      { found: 'A text that cannot be read', rule: 'It must be YAML: “name: value”, one to a line.', fix: 'Remove the part you added last.' },
    );
    return null;
  }
  for (const { code, pos, message } of document.errors) report.add(places.at(pos[0]), yamlError({ code, message, source, offset: pos[0] }));
  const reader = new Reader(report, places, source);
  const value = reader.value(document.contents, [], 0);
  return report.findings.some(({ severity }) => severity === 'error') ? null : value;
}

/** Where brackets are nested too deep, or too many dashes begin a line, quotes left aside: the parser recurses on both. */
function tooDeep(source: string): number {
  const dashes = source.search(/^[ \t]*(?:[-?:][ \t]+){41}/m);
  if (dashes >= 0) return dashes;
  if (!/[[{]/.test(source)) return -1;
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source.charCodeAt(at);
    if (character === 0x5b || character === 0x7b) depth++;
    else if (character === 0x5d || character === 0x7d) depth = Math.max(0, depth - 1);
    if (depth > deepest) return at;
  }
  return -1;
}

/** Turns nodes into plain values and reports what is not plain. */
class Reader {
  readonly #report: Report;
  readonly #places: Places;
  readonly #source: string;
  /** Only an escape in double quotes, or such a character itself, can bring what `#scalar` looks for. */
  readonly #suspicious: boolean;
  constructor(report: Report, places: Places, source: string) {
    this.#report = report;
    this.#places = places;
    this.#source = source;
    this.#suspicious = source.includes('\\') || anyBidi.test(source);
  }

  value(node: ParsedNode | null | undefined, path: (string | number)[], depth: number): unknown {
    if (!node) return null;
    const place = () => this.#places.at(node.range[0]);
    if (depth > deepest) {
      this.#report.add(place(), {
        found: 'Lists or groups inside each other, more than 40 levels deep',
        rule: 'A few levels are enough.',
        fix: 'Remove them.',
      });
      return null;
    }
    if (isAlias(node)) {
      const found = quoted(`*${node.source}`);
      this.#report.add(place(), {
        ...at(path),
        found,
        rule: 'Aliases (words that begin with *) are not possible.',
        fix: 'Write the value itself. To begin a text with *, put it in quotes.',
      });
      return null;
    }
    if (node.anchor !== undefined) {
      this.#report.add(place(), {
        ...at(path),
        found: quoted(`&${node.anchor}`),
        rule: 'Anchors (words that begin with &) are not possible.',
        fix: 'Remove it. To begin a text with &, put it in quotes.',
      });
    }
    if (node.tag !== undefined) {
      this.#report.add(place(), {
        ...at(path),
        found: quoted(tagAt(this.#source, node.range[0]) ?? node.tag),
        rule: 'Tags (words that begin with !) are not possible.',
        fix: 'Remove it. To begin a text with !, put it in quotes.',
      });
    }
    if (isMap(node)) return this.#group(node.items as Pairs, path, depth);
    if (isSeq(node)) return node.items.map((item, index) => this.value(item as ParsedNode, [...path, index], depth + 1));
    return this.#scalar(node.value, path, place);
  }

  #group(items: Pairs, path: (string | number)[], depth: number): Record<string, unknown> {
    const group: Record<string, unknown> = {};
    for (const { key, value } of items) {
      const name = isScalar(key) ? String(key.value) : '';
      const place = () => this.#places.at(key.range[0]);
      if (key.tag !== undefined || ('anchor' in key && key.anchor !== undefined)) this.value(key, path, depth);
      if (forbidden.has(name)) {
        this.#report.add(place(), { found: `The name ${name}`, rule: 'This name is kept for programs.', fix: 'Use another name.' });
        continue;
      }
      if (Object.hasOwn(group, name)) {
        this.#report.add(place(), {
          field: fieldPath([...path, name]),
          found: `The name ${quoted(name)} a second time`,
          rule: 'Each name stands once.',
          fix: 'Remove one of the two.',
        });
        continue;
      }
      this.#scalar(name, path, place);
      group[name] = this.value(value, [...path, name], depth + 1);
    }
    return group;
  }

  #scalar(value: unknown, path: (string | number)[], place: () => Place): unknown {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.#report.add(place(), {
        ...at(path),
        found: String(value),
        rule: 'A number is written in digits.',
        fix: 'Write digits, or put the text in quotes.',
      });
      return null;
    }
    if (typeof value !== 'string' || !this.#suspicious) return value;
    const report = new Report('yaml', this.#report.file);
    const clean = withoutControls(value, report);
    for (const { found, rule, fix } of report.findings) this.#report.add(place(), { ...at(path), found, rule, fix });
    if (isUnbalanced(clean)) this.#report.add(place(), { ...at(path), ...unbalancedBidi });
    return clean;
  }
}

type Pairs = { key: ParsedNode; value: ParsedNode | null }[];
const at = (path: (string | number)[]) => (path.length > 0 ? { field: fieldPath(path) } : {});
const tagAt = (source: string, offset: number) => /!\S*\s*$/.exec(source.slice(Math.max(0, offset - 80), offset))?.[0];

interface Tree {
  source: string;
  contents: unknown;
  counter: LineCounter;
  /** The pairs of its groups by name, for groups that were asked about. */
  pairs: WeakMap<object, ReadonlyMap<string, { key: ParsedNode; value: ParsedNode | null }>>;
}
/**
 * The tree that was asked about last. Lines are asked for only where something is wrong, and 10,000 kept trees would fill the memory; but whoever asks
 * once about a text asks often, and 3,000 unknown names in 36 KB took two minutes when each parsed it again.
 */
let lastTree: Tree | undefined;

function treeOf(source: string): Tree {
  if (lastTree?.source === source) return lastTree;
  const counter = new LineCounter();
  const { contents } = parseDocument(source, { ...options, lineCounter: counter });
  lastTree = { source, contents, counter, pairs: new WeakMap() };
  return lastTree;
}

function pairsOf({ pairs }: Tree, group: YAMLMap<ParsedNode, ParsedNode | null>) {
  const known = pairs.get(group);
  if (known) return known;
  // Of a name that stands twice the first is meant, as where values are read.
  const made = new Map(group.items.toReversed().flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])));
  pairs.set(group, made);
  return made;
}

function lineIn(source: string, path: readonly (string | number)[], firstLine: number): number | undefined {
  try {
    const tree = treeOf(source);
    let node = tree.contents;
    let offset: number | undefined;
    for (const step of path) {
      if (isMap<ParsedNode, ParsedNode | null>(node)) {
        const pair = pairsOf(tree, node).get(String(step));
        if (!pair) break;
        offset = pair.key.range[0];
        node = pair.value;
      } else if (isSeq<ParsedNode>(node)) {
        const item = node.items[Number(step)];
        if (!item) break;
        offset = item.range?.[0] ?? offset;
        node = item;
      } else break;
    }
    return offset === undefined ? undefined : tree.counter.linePos(offset).line + firstLine - 1;
  } catch {
    return undefined;
  }
}
