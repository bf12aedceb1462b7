/**
 * The id of a heading from its words, in any script: `Was kostet das?` → `was-kostet-das`, `السكن` → `السكن`. It has no capital letter
 * and no underscore; ids of the page's own that have one can therefore never be taken.
 */
export function headingId(text: string, taken: Map<string, number>): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$|[\ud800-\udbff]$/, '');
  const base = words || 'section';
  let id = base;
  // How often a text came up is remembered with it, so that thousands of equal headings stay cheap.
  for (let n = taken.get(base) ?? 1; taken.has(id);) {
    id = `${base}-${++n}`;
    taken.set(base, n);
  }
  taken.set(id, 1);
  return id;
}
