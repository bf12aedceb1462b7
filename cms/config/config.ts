import type { Settings } from '../../src/content-model/settings.ts';
import type { Role } from '../server/roles.ts';
import type { DecapConfig } from './decap-config.ts';
import { entryCollections } from './entry-collections.ts';
import type { FormContext } from './form-context.ts';
import { settingsCollections } from './settings-collections.ts';

export interface ConfigInput extends Pick<FormContext, 'languages' | 'say' | 'labelOf'> {
  role: Role;
  /** The desks of the person, where their role is to edit for desks. */
  desks: readonly string[];
  /** The working language: of what is edited, and of the words. */
  lang: string;
  settings: Pick<Settings['site'], 'origin'>;
  /** Address of the sign in the corner. */
  logo?: string | undefined;
}

/** The languages of a site in which Decap speaks (`cms/admin/locales/`); in all others its own interface is English. */
const decapLocales: readonly string[] = ['en', 'nl', 'de', 'uk', 'ar', 'fr', 'pl', 'es', 'it', 'pt', 'ro', 'tr', 'fa'];

/** The configuration of Decap for a role and one working language, made from the content model: plain JSON, the same for the same input. */
export function makeConfig({ role, desks, lang, languages, settings, say, labelOf, logo }: ConfigInput): DecapConfig {
  const input = { role, desks, lang, languages, say, labelOf };
  return {
    backend: { name: 'doorstep' },
    load_config_file: false,
    publish_mode: 'editorial_workflow',
    locale: decapLocales.includes(lang) ? lang : 'en',
    site_url: settings.origin,
    display_url: settings.origin,
    ...(logo && { logo: { src: logo, show_in_header: true } }),
    show_preview_links: true,
    media_folder: 'content/media',
    public_folder: '/media',
    slug: { encoding: 'ascii', clean_accents: true },
    editor: { preview: true, notes: true },
    collections: [...entryCollections(input), ...settingsCollections(input)],
  };
}
