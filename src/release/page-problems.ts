import { gzipSync } from 'node:zlib';
import { hasCharset } from './finish.ts';

/** HTML and inlined CSS of a page, compressed, in bytes: what the first flight of a connection carries (docs/architecture.md, budgets). */
export const pageBudget = 14_336;

const voidElements = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** Elements whose end tag HTML lets one leave out; ours never do, but `<p>` is closed by what follows it. */
const rawText = new Set(['script', 'style', 'title', 'textarea']);

/** Why a page must not be published: a status other than expected, a page that is not whole, a budget that is broken. Empty where all is well. */
export function pageProblems({ path, status, html }: { path: string; status: number; html: string }): string[] {
  const expected = path === '/404' ? 404 : 200;
  if (status !== expected) return [`answered with status ${status} instead of ${expected}`];
  const problems = [];
  const unbalanced = firstUnbalanced(html);
  if (!/^<!doctype html>/i.test(html) || !html.trimEnd().endsWith('</html>')) problems.push('is not a whole page');
  else if (!hasCharset(html)) problems.push('has no <meta charset="utf-8">, so no security policy');
  else if (unbalanced) problems.push(`is not well-formed: ${unbalanced}`);
  const size = compressedSize(html);
  if (size > pageBudget)
    problems.push(`has ${size} bytes of HTML and CSS, compressed; at most ${pageBudget} are allowed. Shorten the text or divide it into two entries`);
  return problems;
}

/** Bytes after gzip at level 9; the fast level first, since a page that fits then fits for certain. */
export function compressedSize(html: string): number {
  const bytes = Buffer.from(html);
  const fast = gzipSync(bytes, { level: 1 }).length;
  return fast <= pageBudget ? fast : gzipSync(bytes, { level: 9 }).length;
}

/** The first tag that is closed but not open, or open but not closed. Attribute values may hold anything in quotes. */
export function firstUnbalanced(html: string): string | undefined {
  const open: string[] = [];
  const tag = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const [, slash, rawName, attributes = ''] = match;
    if (!rawName) continue;
    const name = rawName.toLowerCase();
    if (slash) {
      if (open.pop() !== name) return `</${name}> closes nothing that is open there`;
    } else if (!voidElements.has(name) && !attributes.endsWith('/')) {
      open.push(name);
      if (rawText.has(name)) {
        tag.lastIndex = html.indexOf(`</${name}`, tag.lastIndex);
        if (tag.lastIndex < match.index) return `<${name}> is never closed`;
      }
    }
  }
  return open.length > 0 ? `<${open.at(-1)}> is never closed` : undefined;
}
