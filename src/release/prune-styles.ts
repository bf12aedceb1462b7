/**
 * Takes away what the inline styles of a page say about classes and elements that stand nowhere on it: a page carries the styles of every component
 * it could hold, and most pages hold few of them. A rule goes only where a class or element it cannot do without is missing, so what is shown stays
 * the same. Classes that a script sets must stand on the page, in an inline script or in a `<template>`.
 */
export function pruneStyles(html: string): string {
  const rest = html.replace(styles, '');
  const present = new Set<string>();
  for (const [, value] of rest.matchAll(classAttribute)) for (const name of value!.match(word) ?? []) present.add(name);
  for (const [script] of rest.matchAll(scripts)) for (const name of script.match(word) ?? []) present.add(name);
  for (const [, name] of rest.matchAll(startTag)) present.add(`<${name!.toLowerCase()}`);
  // What a script of its own file puts on the page is not known here.
  const allElements = moduleScript.test(rest);
  return html.replace(styles, (_, tag: string, css: string) => `${tag}${pruned(css, { present, allElements })}</style>`);
}

const styles = /(<style(?:\s[^>]*)?>)([\s\S]*?)<\/style>/g;
const scripts = /<script(?:\s[^>]*)?>[\s\S]*?<\/script>/g;
const moduleScript = /<script[^>]*\ssrc=/;
const classAttribute = /\sclass=(?:"([^"]*)"|[^\s">]+)/g;
const startTag = /<([a-zA-Z][a-zA-Z0-9]*)/g;
const word = /[\w-]+/g;

interface Page {
  /** Classes, and elements as `<name`. */
  present: ReadonlySet<string>;
  allElements: boolean;
}

type Rule = { text: string } | { at: string; rules: Rule[] } | { selectors: string[][]; text: string };
const sheets = new Map<string, Rule[]>();
/** So many different style sheets are kept parsed: one a kind of page, and room for a few languages' colours. */
const kept = 100;

function pruned(css: string, page: Page): string {
  let rules = sheets.get(css);
  if (!rules) {
    rules = parse(css, 0, css.length);
    if (sheets.size >= kept) sheets.clear();
    sheets.set(css, rules);
  }
  return print(rules, page);
}

function print(rules: readonly Rule[], page: Page): string {
  let out = '';
  for (const rule of rules) {
    if ('selectors' in rule) {
      if (rule.selectors.some((needed) => needed.every((name) => page.present.has(name) || (page.allElements && name.startsWith('<')))))
        out += rule.text;
    } else if ('at' in rule) {
      const inner = print(rule.rules, page);
      if (inner) out += `${rule.at}{${inner}}`;
    } else out += rule.text;
  }
  return out;
}

const grouping = /^@(?:layer|media|supports|container)\b/;

/** The rules between two places of a style sheet; whatever is not a rule with selectors or a group of rules is kept as it is. */
function parse(css: string, from: number, to: number): Rule[] {
  const rules: Rule[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    const sign = css[at]!;
    if (sign === '"' || sign === "'") at = endOfString(css, at);
    else if (css.startsWith('/*', at)) at = css.indexOf('*/', at) + 1 || to;
    else if (sign === ';') {
      rules.push({ text: css.slice(start, at + 1) });
      start = at + 1;
    } else if (sign === '{') {
      const end = endOfBlock(css, at);
      const prelude = css.slice(start, at).trim();
      const text = css.slice(start, end + 1);
      if (grouping.test(prelude)) rules.push({ at: prelude, rules: parse(css, at + 1, end) });
      else if (prelude.startsWith('@')) rules.push({ text });
      else rules.push({ selectors: needed(prelude), text });
      at = end;
      start = end + 1;
    }
  }
  if (start < to) rules.push({ text: css.slice(start, to) });
  return rules;
}

function endOfString(css: string, at: number): number {
  const quote = css[at];
  for (let end = at + 1; end < css.length; end++) {
    if (css[end] === '\\') end++;
    else if (css[end] === quote) return end;
  }
  return css.length;
}

function endOfBlock(css: string, at: number): number {
  let depth = 0;
  for (let end = at; end < css.length; end++) {
    const sign = css[end]!;
    if (sign === '"' || sign === "'") end = endOfString(css, end);
    else if (css.startsWith('/*', end)) end = css.indexOf('*/', end) + 1 || css.length;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return end;
  }
  return css.length;
}

/** For each selector of a list, the classes and elements without which it matches nothing. What stands in `:is()`, `:not()` and the like is not asked. */
function needed(list: string): string[][] {
  let plain = list.replace(/"[^"]*"|'[^']*'/g, '');
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(/\([^()]*\)/g, '');
  }
  return plain
    .replace(/\[[^\]]*\]/g, '')
    .split(',')
    .map((selector) => [
      ...[...selector.matchAll(/\.([\w-]+)/g)].map((match) => match[1]!),
      ...[...selector.matchAll(/(?:^|[\s>+~])([a-z][a-z0-9]*)/g)].map((match) => `<${match[1]!}`),
    ]);
}
