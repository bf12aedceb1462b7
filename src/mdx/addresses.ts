import { collections } from '../content-model/collections.ts';
import { slugOf } from '../content-model/paths.ts';
import { quoted, type Told } from './report.ts';

/** Where a link may lead: the web, a mail or telephone program, a page of this site (without its language), a heading of the same page. */
export type Address = { href: string; kind: 'web' | 'mail' | 'phone' | 'page' | 'anchor' } | { refused: Told };

const linked = collections.filter((collection) => collection !== 'facts');
const page = new RegExp(`^/(?:(?:${linked.join('|')})/[a-z0-9]+(?:-[a-z0-9]+)*/(?:#[\\p{L}\\p{N}\\p{M}-]+)?)?$`, 'u');
/** Ids of headings are made of these (`heading-ids.ts`). */
const anchor = /^#[\p{L}\p{N}\p{M}-]+$/u;
const schemeRule = 'Links lead to web pages (https://…), mail addresses (mailto:…), telephone numbers (tel:…), or pages of this site.';
const siteRule = 'Pages of this site are written by collection and slug, with a slash at both ends and without the language.';

/** Whitespace, controls and invisible characters, which browsers drop from addresses: `java⇥script:` runs. */
// eslint-disable-next-line no-control-regex
const dropped = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]/g;

/** Checks where a link leads. `href` is as the parser gives it: entities resolved, odd characters percent-encoded. */
export function checkAddress(href: string): Address {
  const read = decoded(href);
  if (page.test(read)) return { href: read, kind: 'page' };
  if (anchor.test(read)) return { href: read, kind: 'anchor' };
  const bare = decoded(read).replace(dropped, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  if (scheme) return checkScheme(href, scheme);
  if (/^[/\\]{2}/.test(bare)) {
    return refuse(href, 'A link that begins with // leads to another site in a hidden way.', `Write https:${bare.replaceAll('\\', '/')}`);
  }
  return refuse(href, siteRule, suggestion(bare));
}

function checkScheme(href: string, scheme: string): Address {
  if (scheme === 'https' || scheme === 'http') {
    // A browser reads https:example.org and https:\\example.org as addresses too; a reader does not.
    if (!/^https?:\/\/[^/?#\\\s]/i.test(href) || !URL.canParse(href))
      return refuse(href, schemeRule, 'Write the whole address: https://example.org/page');
    const { username, password } = new URL(href);
    if (!username && !password) return { href, kind: 'web' };
    return refuse(
      href,
      'A web address has no @ before its host: it would seem to lead somewhere else.',
      'Write the address without the part before the @.',
    );
  }
  if (scheme === 'mailto') {
    if (/^mailto:[^\s@?&/\\:]+@[^\s@?&/\\:]+(?:\?[^\s]*)?$/i.test(href)) return { href, kind: 'mail' };
    return refuse(href, schemeRule, 'Write mailto: and the address: mailto:desk@example.org');
  }
  if (scheme === 'tel') {
    if (/^tel:\+?[\d().%20-]+$/i.test(href)) return { href, kind: 'phone' };
    return refuse(href, schemeRule, 'Write tel: and the number: tel:+31201234567');
  }
  return refuse(href, schemeRule, `Remove the link, or lead to a page that can be read: “${scheme}:” is not opened here.`);
}

const refuse = (href: string, rule: string, fix: string): Address => ({
  refused: { found: `The link ${quoted(decoded(href) || '(empty)')}`, rule, fix },
});

function decoded(href: string): string {
  if (!href.includes('%')) return href;
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** The address that was probably meant: `../en/guides/Register.mdx` → `/guides/register/`. */
function suggestion(bare: string): string {
  const [path = '', heading] = bare.split('#');
  const parts = path
    .replace(/\.(?:mdx?|html?)$/i, '')
    .split(/[/\\]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const at = parts.findIndex((part) => (linked as string[]).includes(part.toLowerCase()));
  const slug = parts.at(-1);
  if (at >= 0 && slug && at < parts.length - 1) return `Write ${`/${parts[at]!.toLowerCase()}/${slugOf(slug)}/${heading ? `#${heading}` : ''}`}`;
  if (/^[\w-]+(?:\.[\w-]+)+$/.test(parts[0] ?? '') && !path.startsWith('.') && !path.startsWith('/'))
    return `Write the whole address: https://${bare}`;
  return 'Write for example /guides/register/, /stories/s-1042/, or #heading for a heading of this page.';
}
