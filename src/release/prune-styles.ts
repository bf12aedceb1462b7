/** A rule of a stylesheet: what stands before its braces, and what is in them. Statements without braces have no body. */
interface Rule {
  prelude: string;
  body?: string | Rule[];
  /** The alternatives of the selector, each with the classes it cannot do without. */
  selectors?: { text: string; needs: Need[] }[];
}
/** At least one of these sets of classes must be there whole. */
type Need = string[][];

/** At-rules that hold rules; what others hold (`@font-face`, `@keyframes`) is kept as it is. */
const nesting = /^@(?:media|supports|layer|container)\b/;
const parsed = new Map<string, Rule[]>();

/**
 * Takes out of a page's inline styles what no class of the page can match: a story carries no styles of components it does not use.
 * Every kind of page has the same few stylesheets, which are parsed once. Classes that a script of the page names count as there.
 */
export function pruneStyles(html: string): string {
  const there = classesOf(html);
  return html.replace(/(<style(?:\s[^>]*)?>)([\s\S]*?)<\/style>/g, (_, open: string, css: string) => {
    let rules = parsed.get(css);
    if (!rules) parsed.set(css, (rules = parse(css)));
    return `${open}${print(rules, there)}</style>`;
  });
}

function classesOf(html: string): Set<string> {
  const names = new Set<string>();
  for (const [, list] of html.matchAll(/\sclass="([^"]*)"/g)) for (const name of list!.split(/\s+/)) names.add(name);
  for (const [, script] of html.matchAll(/<script(?:\s[^>]*)?>([\s\S]*?)<\/script>/g)) for (const [word] of script!.matchAll(/[\w-]+/g)) names.add(word);
  return names;
}

function print(rules: readonly Rule[], there: ReadonlySet<string>): string {
  let css = '';
  for (const { prelude, body, selectors } of rules) {
    if (body === undefined) css += `${prelude};`;
    else if (typeof body !== 'string') {
      const inner = print(body, there);
      if (inner) css += `${prelude}{${inner}}`;
    } else if (!selectors) css += `${prelude}{${body}}`;
    else {
      const kept = selectors.filter(({ needs }) => needs.every((need) => need.some((classes) => classes.every((name) => there.has(name)))));
      if (kept.length > 0) css += `${kept.map(({ text }) => text).join(',')}{${body}}`;
    }
  }
  return css;
}

/** Reads minified CSS: Vite's, without comments. */
function parse(css: string): Rule[] {
  const rules: Rule[] = [];
  let at = 0;
  while (at < css.length) {
    const end = find(css, at, (character) => character === '{' || character === ';');
    const prelude = css.slice(at, end).trim();
    if (css[end] !== '{') {
      if (prelude) rules.push({ prelude });
      at = end + 1;
      continue;
    }
    let depth = 0;
    const close = find(css, end, (character) => (character === '{' ? depth++ : character === '}' ? --depth : undefined) === 0 && character === '}');
    const body = css.slice(end + 1, close);
    if (nesting.test(prelude)) rules.push({ prelude, body: parse(body) });
    else if (prelude.startsWith('@')) rules.push({ prelude, body });
    else rules.push({ prelude, body, selectors: split(prelude).map((text) => ({ text, needs: needsOf(text) })) });
    at = close + 1;
  }
  return rules;
}

/** The first place from `at` on where a character outside of strings fits; the end where none does. */
function find(css: string, at: number, fits: (character: string) => boolean): number {
  let quote = '';
  for (let index = at; index < css.length; index++) {
    const character = css[index]!;
    if (character === '\\') index++;
    else if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (fits(character)) return index;
  }
  return css.length;
}

/** A list at its commas, those inside brackets aside. */
function split(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = find(list, 0, () => true); at < list.length; at++) {
    const character = list[at];
    if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
    else if (character === ',' && depth === 0) {
      parts.push(list.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, list.slice(from)];
}

/** What must be in a page for a selector to match: its own classes, and of each `:is()` or `:where()` one alternative. Other pseudo-classes ask for nothing. */
function needsOf(selector: string): Need[] {
  const needs: Need[] = [];
  let outside = '';
  let at = 0;
  for (const match of selector.matchAll(/:([a-z-]+)\(/g)) {
    if (match.index < at) continue;
    let depth = 0;
    const open = match.index + match[0].length - 1;
    let close = open;
    for (; close < selector.length; close++) {
      if (selector[close] === '(') depth++;
      if (selector[close] === ')' && --depth === 0) break;
    }
    outside += selector.slice(at, match.index);
    if (match[1] === 'is' || match[1] === 'where') needs.push(split(selector.slice(open + 1, close)).map((part) => classNames(part.replace(/:[a-z-]+\([^)]*\)/g, ''))));
    at = close + 1;
  }
  return [[classNames(outside + selector.slice(at))], ...needs];
}

const classNames = (selector: string): string[] => [...selector.replace(/\[[^\]]*\]/g, '').matchAll(/\.((?:[^\s.,#:>+~*()[\]\\]|\\.)+)/g)].map((match) => match[1]!.replaceAll('\\', ''));
