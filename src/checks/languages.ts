import { describe, places, type FieldNode } from '../content-model/describe.ts';
import { fieldPath, nearest, type Finding } from '../content-model/problems.ts';
import { settingsSchemas, type SettingsName } from '../content-model/settings.ts';
import type { Check, CheckContext } from './check.ts';
import { placeInSettings } from './place.ts';
import { counted, languageNamed, listed, listedBriefly } from './wording.ts';

/** Every language of the site has its texts in the settings, and no language has texts that nobody reads. */
export const languages: Check = (context) => [...missingTexts(context), ...spareStrings(context)];

const nodes = Object.entries(settingsSchemas).map(([name, schema]) => [name as SettingsName, describe(schema)] as const);
/** A text in several languages is the only kind of field in settings whose names are free. */
const isLocalised = (node: FieldNode): boolean => typeof node.additionalProperties === 'object' && node.additionalProperties.type === 'string';

/** One finding for a file and language: whoever adds a language has all of its texts to write. */
function missingTexts({ graph, content }: CheckContext): Finding[] {
  const ids = graph.settings.site.languages.map(({ id }) => id);
  return nodes.flatMap(([name, node]) => {
    const texts = [...places(node, graph.settings[name], isLocalised)];
    return ids.flatMap((id): Finding[] => {
      const without = texts.filter(({ value }) => !(id in (value as object)));
      const [first] = without;
      if (!first) return [];
      return [
        {
          check: 'languages',
          severity: 'warning',
          ...placeInSettings(content, name, first.path),
          found: `${counted(without.length, 'text')} without ${languageNamed(id)}: ${listedBriefly(without.map(({ path }) => fieldPath(path)))}.`,
          rule: `Readers of a language get settings in it; where one is missing they get it in ${languageNamed(graph.settings.site.defaultLanguage)}.`,
          fix: `Add \`${id}: …\` to ${without.length === 1 ? 'it' : 'each'}.`,
        },
      ];
    });
  });
}

function spareStrings({ graph, content }: CheckContext): Finding[] {
  const ids = graph.settings.site.languages.map(({ id }) => id);
  return [...content.parsed].flatMap(([file, parsed]): Finding[] => {
    if (parsed.kind !== 'strings' || ids.includes(parsed.lang)) return [];
    const near = nearest(parsed.lang, ids);
    return [
      {
        check: 'languages',
        severity: 'warning',
        file,
        found: `The site has no language "${parsed.lang}", so nobody reads these texts.`,
        rule: `The languages are ${listed(ids)} (settings/site.yml).`,
        fix: `${near && !content.parsed.has(`strings/${near}.yml`) ? `Did you mean strings/${near}.yml? ` : ''}Add it to the languages in settings/site.yml, or delete the file.`,
      },
    ];
  });
}
