/** Where the files of a page are on the CMS's origin. */
const filesAt = '/preview/files';

interface Addresses {
  /** Where the site is, without a slash at the end. */
  siteOrigin: string;
  /** The same page in other languages: `/nl/guides/register/` → `nl`. */
  languages: ReadonlyMap<string, string>;
}

/** A start tag as our pages have them: values in double quotes, which hold none themselves. */
const tag = /<(a|img|image|source|link)((?:\s+[^\s"=>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const style = /<style[^>]*>[\s\S]*?<\/style>/g;
const files = /^\/(?:media|_astro)\/|^\/[\w-]+\.(?:svg|png|ico)$/;

/**
 * A rendered page with the addresses of a preview. Its pictures and fonts come from the CMS's origin; a link to the page in another language shows the
 * preview of that; every other link opens what readers would get in a tab of its own, where a tab may be opened at all.
 */
export function withPreviewAddresses(html: string, addresses: Addresses): string {
  return html
    .replace(style, (css) => css.replace(/url\((["']?)\/_astro\//g, `url($1${filesAt}/_astro/`))
    .replace(tag, (whole, name: string) => (name === 'a' ? linkOf(whole, addresses) : /\srel="manifest"/.test(whole) ? '' : fileOf(whole)));
}

const fileOf = (element: string) =>
  element
    .replace(/(\s(?:src|href)=")(\/[^"]*)/g, (whole, before: string, address: string) =>
      files.test(address) ? `${before}${filesAt}${address}` : whole,
    )
    .replace(/(\ssrcset=")([^"]*)/g, (_, before: string, set: string) => before + set.replace(/(^|,\s*)(?=\/media\/)/g, `$1${filesAt}`));

function linkOf(element: string, { siteOrigin, languages }: Addresses): string {
  const address = /\shref="([^"]*)"/.exec(element)?.[1];
  if (address === undefined || !/^(?:\/|https?:)/.test(address)) return element;
  const lang = languages.get(address);
  if (lang !== undefined) return element.replace(/\shref="[^"]*"/, ` href="?lang=${lang}"`);
  const bare = element.replace(/\s(?:target|rel)="[^"]*"/g, '');
  const absolute = address.startsWith('/') ? siteOrigin + address : address;
  return bare.replace(/\shref="[^"]*"/, () => ` href="${absolute}" target="_blank" rel="noopener noreferrer"`);
}
