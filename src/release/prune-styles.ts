/**
 * Takes away what the inline styles of a page say about classes that stand nowhere on it: a page carries the styles of every component it could
 * hold, and most pages hold few of them. A rule goes only where a class it cannot do without is missing, so what is shown stays the same.
 */
export function pruneStyles(html: string): string {
  const rest = html.replace(styles, '');
  const classes = new Set(rest.match(word));
  return html.replace(styles, (_, tag: string, css: string) => `${tag}${pruned(css, classes)}</style>`);
}

const styles = /(<style(?:\s[^>]*)?>)([\s\S]*?)<\/style>/g;
/** Every word of the page and its scripts: more than the classes, never fewer, so a class that a script sets is kept. */
const word = /[\w-]+/g;

type Rule = { text: string } | { at: string; rules: Rule[] } | { selectors: string[][]; text: string };
const sheets = new Map<string, Rule[]>();
/** So many different style sheets are kept parsed: one a kind of page, and room for a few languages' colours. */
const kept = 100;

function pruned(css: string, present: ReadonlySet<string>): string {
  let rules = sheets.get(css);
  if (!rules) {
    rules = parse(css, 0, css.length);
    if (sheets.size >= kept) sheets.clear();
    sheets.set(css, rules);
  }
  return print(rules, present);
}

function print(rules: readonly Rule[], present: ReadonlySet<string>): string {
  let out = '';
  for (const rule of rules) {
    if ('selectors' in rule) {
      if (rule.selectors.some((needed) => needed.every((name) => present.has(name)))) out += rule.text;
    } else if ('at' in rule) {
      const inner = print(rule.rules, present);
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
      else rules.push({ selectors: neededClasses(prelude), text });
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

/** For each selector of a list, the classes without which it matches nothing. What stands in `:is()`, `:not()` and the like is not asked. */
function neededClasses(list: string): string[][] {
  let plain = list.replace(/"[^"]*"|'[^']*'/g, '');
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(/\([^()]*\)/g, '');
  }
  return plain.split(',').map((selector) => [...selector.matchAll(/\.([\w-]+)/g)].map((match) => match[1]!));
}
