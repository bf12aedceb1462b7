/** Pages on which somebody who signs in may have wanted to be. */
const known = [
  /^\/(?:desk|translations|status|people|account)(?=[/?]|$)/,
  /^\/(?:entries|preview)\/./,
  /^\/admin\/[a-z]{2,3}(?:-[a-z0-9]{2,8})*\/(?=\?|$)/,
];
/** What an address of ours is written with: no backslash, no control character, no `#`, no space. */
const usual = /^[\w\-.~/%?&=+:@!$'()*,;]+$/;
/** A slash, a backslash or a control character that is written as something else. */
const hidden = /%(?:2f|5c|[01][\da-f]|7f)/i;
const longest = 500;
const nowhere = 'http://cms.invalid';

/**
 * The page to which signing in leads on, of whatever an address or a form says: a path of our own origin that begins as a page of ours does, to the letter
 * as browsers read it. Anything else is nothing, and one is led to the start: a link to our sign-in page must not lead anywhere else.
 */
export function wayOn(asked: unknown): string | undefined {
  if (typeof asked !== 'string' || asked.length > longest || !usual.test(asked) || asked.includes('//') || hidden.test(asked)) return undefined;
  if (!known.some((beginning) => beginning.test(asked)) || !URL.canParse(asked, nowhere)) return undefined;
  const { origin, pathname, search } = new URL(asked, nowhere);
  return origin === nowhere && pathname + search === asked ? asked : undefined;
}

/** An address of the way in that remembers where it leads. */
export const leadingOn = (path: string, next: string | undefined): string =>
  next === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}`;
