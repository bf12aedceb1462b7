/** Made once: to make one takes longer than many other checks do. */
const list = new Intl.ListFormat('en-GB');
const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

/** `a, b and c`. */
export const listed = (items: readonly string[]): string => list.format(items);

/** The first of a list, and how many more there are. */
export function listedBriefly(items: readonly string[], most = 8): string {
  return items.length <= most ? listed(items) : `${items.slice(0, most).join(', ')} and ${items.length - most} more`;
}

/** `1 month`, `3 months`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `German (de)`. */
export function languageNamed(tag: string): string {
  const name = languageNames.of(tag);
  return name && name !== tag ? `${name} (${tag})` : tag;
}
