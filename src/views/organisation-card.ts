import type { Settings } from '../content-model/settings.ts';
import type { Voice } from '../content-model/common.ts';
import type { Reading } from './reading.ts';
import { languageName, localise, withDigits } from './site.ts';

/** Whom a reader can go to. */
export interface OrganisationCard {
  name: string;
  href?: string;
  voice: { id: Voice; label: string };
  /** An address that a telephone or computer can open, where there is one. */
  contact?: { text: string; href?: string; phone: boolean };
  where?: string;
  /** The names of the languages it helps in. */
  languages: string;
}

type Organisation = Settings['organisations'][number];

/** An organisation of the settings by its id; undefined where there is none. */
export const organisationOf = ({ site }: Pick<Reading, 'site'>, id: string | undefined): Organisation | undefined =>
  site.graph.settings.organisations.find((organisation) => organisation.id === id);

export function organisationCard(organisation: Organisation, reading: Reading): OrganisationCard {
  const { site, around } = reading;
  const { name, voice, link, contact, where, languages } = organisation;
  return {
    name,
    ...(link ? { href: link } : {}),
    voice: { id: voice, label: site.chrome(around).words[`voice.${voice}`] },
    ...(contact ? { contact: contactOf(contact) } : {}),
    ...(where ? { where: localise(site, where, around) } : {}),
    languages: languageNames(languages, around),
  };
}

/** What a writer gave as contact: an e-mail address, a telephone number, or words. */
export function contactOf(text: string): NonNullable<OrganisationCard['contact']> {
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return { text, href: `mailto:${text}`, phone: false };
  if (/^\+?[\d\s()./-]{3,}$/.test(text)) return { text, href: `tel:${text.replace(/[^+\d]/g, '')}`, phone: true };
  return { text, phone: false };
}

const listFormats = new Map<string, Intl.ListFormat>();
/** "English, Dutch and Arabic". */
function listed(lang: string, items: readonly string[]): string {
  const format = listFormats.get(lang) ?? new Intl.ListFormat(withDigits(lang));
  listFormats.set(lang, format);
  return format.format(items);
}
export const languageNames = (languages: readonly string[], lang: string): string =>
  listed(
    lang,
    languages.map((of) => languageName(lang, of)),
  );
