import { contactOf, organisationOf } from './organisation-card.ts';
import type { Site } from './site.ts';

/**
 * Where a reader who found something wrong on a page writes: an e-mail to its owner that names the page, else to the site, else the site's telephone.
 * Undefined where the settings name none of them.
 */
export function letterTo(site: Site, { owner, path, subject }: { owner?: string | undefined; path: string; subject?: string }): string | undefined {
  const { name, contact, origin } = site.graph.settings.site;
  const email = [organisationOf({ site }, owner)?.contact, contact.email].find((one) => one && contactOf(one).href?.startsWith('mailto:'));
  if (!email) return contact.phone && `tel:${contact.phone.replace(/[^+\d]/g, '')}`;
  // The address says which page it is. The subject has no title: in other scripts an encoded one would be a kilobyte.
  return `mailto:${email}?subject=${encodeURIComponent(subject ?? name)}&body=${origin}${encodeURI(path)}`;
}
