import type { Finding } from '../content-model/problems.ts';
import type { SettingsName } from '../content-model/settings.ts';
import type { Check } from './check.ts';
import { placeIn, placeInSettings } from './place.ts';

const lists = ['topics', 'audiences', 'stages', 'organisations', 'desks'] as const satisfies SettingsName[];

/** Within a list, an id names one thing. */
export const duplicateIds: Check = ({ graph, content }) => {
  const { settings } = graph;
  const inLists = lists.flatMap((name) =>
    repeated(settings[name]).map(({ id, index }) => duplicate(id, placeInSettings(content, name, [index, 'id']))),
  );
  const languages = repeated(settings.site.languages).map(({ id, index }) =>
    duplicate(id, placeInSettings(content, 'site', ['languages', index, 'id'])),
  );
  const variants = [...graph.groups.guides.values()].flatMap(({ original: { data, parsed } }) =>
    repeated(data.variants).map(({ id, index }) => duplicate(id, placeIn(parsed, ['variants', index, 'id']))),
  );
  return [...inLists, ...languages, ...variants];
};

const repeated = (items: readonly { id: string }[]) =>
  items.flatMap(({ id }, index) => (items.findIndex((item) => item.id === id) < index ? [{ id, index }] : []));

const duplicate = (id: string, place: Pick<Finding, 'file' | 'line' | 'field'>): Finding => ({
  check: 'duplicate-ids',
  severity: 'error',
  ...place,
  found: `The id \`${id}\` stands twice in this list.`,
  rule: 'Within a list, an id names one thing.',
  fix: 'Remove one of the two, or give it another id.',
});
