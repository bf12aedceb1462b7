import { nearest, type Finding } from '../content-model/problems.ts';
import type { Check, CheckContext } from './check.ts';
import { placeInSettings } from './place.ts';
import { languageNamed } from './wording.ts';

/** The settings of the site fit each other and the world. */
export const site: Check = (context) => [...localLanguage(context), ...timeZone(context), ...origins(context)];

function localLanguage({ graph, content }: CheckContext): Finding[] {
  const { languages, localLanguage: local } = graph.settings.site;
  if (languages.some(({ id }) => id === local)) return [];
  return [
    {
      check: 'site',
      severity: 'warning',
      ...placeInSettings(content, 'site', ['localLanguage']),
      found: `The language of the place is ${languageNamed(local)}, in which the site cannot be read.`,
      rule: 'People who live in the city already are readers too.',
      fix: `Add "${local}" to \`languages\`, with its interface texts in strings/${local}.yml; or correct \`localLanguage\`.`,
    },
  ];
}

function timeZone({ graph, content }: CheckContext): Finding[] {
  const zone = graph.settings.site.timeZone;
  if (isTimeZone(zone)) return [];
  const near = nearest(zone, Intl.supportedValuesOf('timeZone'));
  return [
    {
      check: 'site',
      severity: 'error',
      ...placeInSettings(content, 'site', ['timeZone']),
      found: `There is no time zone called "${zone}".`,
      rule: 'A time zone is written as continent and city of the IANA list.',
      fix: near ? `Did you mean ${near}?` : 'Write for example Europe/Amsterdam.',
    },
  ];
}

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** Cookies hold for a host and all its ports, so only another host keeps the editors' sign-in away from the public site. */
function origins({ graph, content }: CheckContext): Finding[] {
  const { origin, cmsOrigin } = graph.settings.site;
  const host = hostOf(origin);
  if (host === undefined || host !== hostOf(cmsOrigin)) return [];
  return [
    {
      check: 'site',
      severity: 'warning',
      ...placeInSettings(content, 'site', ['cmsOrigin']),
      found: `The editor (${cmsOrigin}) and the site (${origin}) have the same host.`,
      rule: 'The editor has a host of its own, so that readers’ browsers never carry its cookies.',
      fix: `Write for example https://cms.${host.replace(/^www\./, '')}`,
    },
  ];
}
const hostOf = (address: string): string | undefined => (URL.canParse(address) ? new URL(address).hostname : undefined);
