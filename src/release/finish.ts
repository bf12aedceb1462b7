import { createHash } from 'node:crypto';
import { pruneStyles } from './prune-styles.ts';

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const charset = '<meta charset="utf-8">';
/** The mark of the search page: Pagefind is WebAssembly. No text can hold it, as `<` never stands in text. */
const needsWasm = '<form data-wasm ';

/** Whether a page is whole enough for `finish`; one that is not is no page to publish. */
export const hasCharset = (html: string): boolean => html.includes(charset);

/**
 * The last touch on a page: styles that it cannot use go, and it gets a content security policy that allows the page's own inline styles and scripts, by their hashes, and nothing else inline.
 * Both ways of building call it, so both give the same bytes. Throws where the page has no charset, before which the policy cannot stand.
 */
export function finish(rendered: string): string {
  const html = oneStyle(pruneStyles(rendered));
  const at = html.indexOf(charset);
  if (at < 0) throw new Error('The page has no <meta charset="utf-8"> to put its security policy after.');
  const styles = new Set([...html.matchAll(/<style(?:\s[^>]*)?>([\s\S]*?)<\/style>/g)].map((match) => sha256(match[1]!)));
  const scripts = new Set(
    [...html.matchAll(/<script(?![^>]*\ssrc=)(?![^>]*type="application\/)(?:\s[^>]*)?>([\s\S]*?)<\/script>/g)].map((match) => sha256(match[1]!)),
  );
  const policy = [
    `default-src 'none'`,
    `style-src 'self' ${[...styles].join(' ')}`.trim(),
    `script-src 'self' ${html.includes(needsWasm) ? `'wasm-unsafe-eval' ` : ''}${[...scripts].join(' ')}`.trim(),
    `img-src 'self'`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ].join('; ');
  const after = at + charset.length;
  return `${html.slice(0, after)}<meta http-equiv="Content-Security-Policy" content="${policy}">${html.slice(after)}`;
}

const plainStyle = /<style>([\s\S]*?)<\/style>/g;
/** All styles without attributes in the place of the first: one hash in the policy, and nothing between them to pack. */
function oneStyle(html: string): string {
  const all = [...html.matchAll(plainStyle)].map((match) => match[1]!);
  if (all.length < 2) return html;
  let first = true;
  return html.replace(plainStyle, () => {
    const style = first ? `<style>${all.join('')}</style>` : '';
    first = false;
    return style;
  });
}
