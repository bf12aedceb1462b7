/**
 * Whether a link may lead there: the web, mail, telephone, a page of this site, a heading of this page. What the server refuses beyond that
 * it tells when saving (`src/mdx/addresses.ts`); this keeps out what would run.
 */
export const isAllowedAddress = (href: string): boolean => /^(?:https?:\/\/[^/\s]|mailto:[^\s@]+@|tel:\+?\d|#\S|\/(?![/\\]))/i.test(href);

/** What was probably meant by an address as people type it; nothing if it is none. */
export function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  if (/[\s<>]/.test(text) || text === '') return undefined;
  if (isAllowedAddress(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i.test(text)) return `mailto:${text}`;
  if (/^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#]\S*)?$/u.test(text)) return `https://${text}`;
  return undefined;
}
