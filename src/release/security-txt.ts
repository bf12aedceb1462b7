import type { Site } from '../views/site.ts';

/**
 * Whom to tell of a weakness (RFC 9116); undefined where the settings name nobody, as the file may not be without a contact. It expires six to
 * nine months after the day, always on the first of a quarter: the RFC asks for less than a year, and so the file changes four times a year.
 */
export function securityTxt({ graph, day, languages }: Pick<Site, 'graph' | 'day' | 'languages'>): string | undefined {
  const { origin, contact } = graph.settings.site;
  const ways = [contact.email && `mailto:${contact.email}`, contact.phone && `tel:${contact.phone.replace(/[^+\d]/g, '')}`].filter(Boolean);
  if (ways.length === 0) return undefined;
  const lines = [
    ...ways.map((way) => `Contact: ${way}`),
    `Expires: ${expiryFrom(day)}T00:00:00Z`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${origin}/.well-known/security.txt`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The first day of the quarter after the next two. */
export function expiryFrom(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const quarter = Math.floor((month - 1) / 3) + 3;
  const at = (quarter % 4) * 3 + 1;
  return `${year + Math.floor(quarter / 4)}-${String(at).padStart(2, '0')}-01`;
}
