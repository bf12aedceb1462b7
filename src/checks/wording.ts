/** `a, b and c`. */
export const listed = (items: readonly string[]): string => new Intl.ListFormat('en-GB').format(items);

/** The first of a list, and how many more there are. */
export function listedBriefly(items: readonly string[], most = 8): string {
  return items.length <= most ? listed(items) : `${items.slice(0, most).join(', ')} and ${items.length - most} more`;
}

/** `1 month`, `3 months`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `German (de)`. */
export function languageNamed(tag: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(tag);
  return name && name !== tag ? `${name} (${tag})` : tag;
}
