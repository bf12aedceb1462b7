import { isAllowedAddress } from '../addresses.ts';
import { styleOf } from './pasted-style.ts';
import type { Pasted } from './pasted.ts';

/** How words look, as far as it means something. */
export interface Look {
  href?: string | undefined;
  strong?: boolean | undefined;
  em?: boolean | undefined;
  del?: boolean | undefined;
  code?: boolean | undefined;
}
/** Words that look alike, or the end of a line. */
export type Run = { text: string; look: Look } | 'br';

/** What the words inside an element look like, if those around it look like `look`. Bold by its name and normal by its style is normal. */
export function lookIn({ tag, attributes }: Pasted, look: Look): Look {
  const { weight, slant, line } = styleOf(attributes['style']);
  return {
    href: tag === 'a' ? address(attributes['href'] ?? '') : look.href,
    strong: weight ?? (look.strong || tag === 'b' || tag === 'strong'),
    em: slant ?? (look.em || /^(?:i|em|cite|dfn|var)$/.test(tag)),
    del: line ?? (look.del || /^(?:s|del|strike)$/.test(tag)),
    code: look.code || /^(?:code|kbd|samp|tt)$/.test(tag),
  };
}

/** Where a link leads; nothing where it leads nowhere that a link of ours may, or only within the document it is from. */
function address(href: string): string | undefined {
  const plain = unwrapped(href.trim());
  return isAllowedAddress(plain) && !/^#(?:_|.*\.)/.test(plain) ? plain : undefined;
}

/** Google's documents lead every link through a page of Google's. */
function unwrapped(href: string): string {
  const wrapped = /^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?(?:.*&)?q=([^&]+)/.exec(href)?.[1];
  try {
    return wrapped ? decodeURIComponent(wrapped) : href;
  } catch {
    return href;
  }
}

/** Non-breaking spaces that hold layouts together, and characters that nobody sees; joiners, which letters of some scripts need, stay. */
export const plainText = (text: string): string => text.replace(/[\u00AD\u200B\u2060\uFEFF]/g, '').replace(/[\s\u00A0\u202F\u2007]+/g, ' ');

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';
/** m² and CO₂ keep their sense without markup. */
export function digitsOf(tag: string, text: string): string {
  const digits = tag === 'sup' ? raised : tag === 'sub' ? lowered : undefined;
  return digits && /^\s*\d+\s*$/.test(text) ? text.trim().replace(/\d/g, (digit) => digits[Number(digit)]!) : text;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Words as clean HTML. `plain` for headings, which are bold anyway. */
export function wordsHtml(runs: readonly Run[], { plain = false }: { plain?: boolean } = {}): string {
  return joined(runs)
    .map((run) => {
      if (run === 'br') return '<br>';
      const { href, strong, em, del, code } = run.look;
      let html = escaped(run.text);
      if (code) html = `<code>${html}</code>`;
      if (del) html = `<del>${html}</del>`;
      if (em && !plain) html = `<em>${html}</em>`;
      if (strong && !plain) html = `<strong>${html}</strong>`;
      return href ? `<a href="${escaped(href)}">${html}</a>` : html;
    })
    .join('');
}

/** Runs without space at their ends, and with one space where there were many. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let afterSpace = true;
  for (const run of runs) {
    if (run === 'br') {
      trimLast(out);
      if (out.length > 0) out.push('br');
      afterSpace = true;
      continue;
    }
    const words: string = afterSpace ? run.text.replace(/^ +/, '') : run.text;
    if (words === '') continue;
    out.push({ ...run, text: words });
    afterSpace = words.endsWith(' ');
  }
  while (out.at(-1) === 'br') out.pop();
  trimLast(out);
  return out;
}

function trimLast(runs: Run[]): void {
  const last = runs.at(-1);
  if (!last || last === 'br') return;
  const text = last.text.trimEnd();
  if (text === '') runs.pop();
  else runs[runs.length - 1] = { ...last, text };
}

export const hasWords = (runs: readonly Run[]): boolean => runs.some((run) => run !== 'br' && run.text.trim() !== '');
