import type { Finding } from '../content-model/problems.ts';
import { settingsSchemas, type Settings, type SettingsName } from '../content-model/settings.ts';
import type { Parsed } from './parse.ts';

const rule = `A city needs at least its settings (${Object.keys(settingsSchemas).join(', ')}) and one language with its interface texts.`;

/** The least that each settings file can hold: shown where it is missing. */
export const leastSettings: Record<SettingsName, string> = {
  site: `name: Welcome to Ourtown
city: { en: Ourtown }
origin: https://welcome.ourtown.example
cmsOrigin: https://cms.ourtown.example
languages:
  - { id: en, name: English }
defaultLanguage: en
localLanguage: en
timeZone: Europe/Amsterdam
sign: '#13409f'
runBy: { en: Run by the municipality of Ourtown. }
contact: { email: welcome@ourtown.example }`,
  topics: `- { id: housing, icon: housing, colour: '#d8361b', label: { en: Housing } }`,
  audiences: `- { id: student, icon: study, label: { en: Students }, line: { en: I am coming to study } }`,
  stages: `- { id: arriving, label: { en: The first weeks }, line: { en: Registering and a bed } }`,
  organisations: `- { id: municipality, name: Municipality of Ourtown, voice: official }`,
  desks: `- { id: city, name: City desk, contact: welcome@ourtown.example }`,
  navigation: `- { to: stories }
- { to: guides }`,
};
const leastLanguages = `languages:
  - { id: en, name: English }`;

const indented = (text: string) => text.replace(/^/gm, '    ');

/** Files without which nothing can be shown: settings, and the interface texts of each language. */
export function missingFiles(parsed: ReadonlyMap<string, Parsed>, settings: Partial<Settings>): Finding[] {
  const names = Object.keys(settingsSchemas) as SettingsName[];
  const missing = names.filter((name) => !parsed.has(`settings/${name}.yml`));
  if (missing.length === names.length) return [noSettings(parsed.size === 0, names)];
  return [...missing.map(missingSetting), ...missingStrings(parsed, settings)];
}

/** Said once for a folder that is empty, is not there, or is no content folder: every file of the smallest city. */
function noSettings(empty: boolean, names: readonly SettingsName[]): Finding {
  const files = names.map((name) => `settings/${name}.yml:\n${indented(leastSettings[name])}`);
  return {
    check: 'schema',
    severity: 'error',
    file: 'settings/site.yml',
    found: empty ? 'The content folder is empty, or is not there.' : 'The content folder has no settings.',
    rule,
    fix: `Begin with these files; for the interface texts, copy strings/en.yml from the sample city that comes with Doorstep.\n\n${files.join('\n\n')}`,
  };
}

function missingSetting(name: SettingsName): Finding {
  const fix = `Add it, for example:\n\n${indented(leastSettings[name])}`;
  return { check: 'schema', severity: 'error', file: `settings/${name}.yml`, found: 'The file is missing.', rule, fix };
}

function missingStrings(parsed: ReadonlyMap<string, Parsed>, settings: Partial<Settings>): Finding[] {
  const complete = [...parsed.values()].find((file) => file.kind === 'strings' && file.value);
  const model = complete?.kind === 'strings' ? complete.lang : 'en';
  return (settings.site?.languages ?? [])
    .filter(({ id }) => !parsed.has(`strings/${id}.yml`))
    .map(({ id, name }) => ({
      check: 'strings',
      severity: 'error',
      file: `strings/${id}.yml`,
      found: `The interface texts of ${name} (${id}) are missing.`,
      rule: 'Every language of settings/site.yml has its interface texts.',
      fix: `Copy strings/${model}.yml to strings/${id}.yml and translate it, or take "${id}" out of the languages.`,
    }));
}

/** Settings that are empty, of the wrong shape, or without languages are told what to write, not only that something is missing. */
export function withExample(finding: Finding): Finding {
  const name = /^settings\/(\w+)\.yml$/.exec(finding.file)?.[1] as SettingsName | undefined;
  if (!name || finding.check !== 'schema' || !(name in leastSettings)) return finding;
  if (finding.field === undefined) return { ...finding, fix: `Write for example:\n\n${indented(leastSettings[name])}` };
  if (name !== 'site' || finding.field !== 'languages') return finding;
  return {
    ...finding,
    rule: 'A city needs at least one language, and each has its interface texts in strings/.',
    fix: `Write for example:\n\n${indented(leastLanguages)}`,
  };
}
