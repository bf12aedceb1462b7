import { collections, isCollection } from '../content-model/collections.ts';
import { describe, referencesIn } from '../content-model/describe.ts';
import { references as kinds, type Reference } from '../content-model/field.ts';
import type { Finding } from '../content-model/problems.ts';
import { meaning } from '../content-model/schema-rules.ts';
import type { Sentences } from '../content-model/sentence.ts';
import { settingsSchemas } from '../content-model/settings.ts';
import type { Entry, Graph } from '../graph/graph.ts';
import { leftOutEntries } from '../graph/index-graph.ts';
import type { Check } from './check.ts';
import { entriesOf } from './entries.ts';
import { placeInSettings } from './place.ts';
import { remembered } from './remembered.ts';
import { suggestions } from './suggestions.ts';
import { listedBriefly } from './wording.ts';

type Place = Pick<Finding, 'file' | 'line' | 'column' | 'field'>;
/** Pictures have a check of their own; a translation's language is looked at where entries are joined. */
type Kind = Exclude<Reference, 'media' | 'languages'>;

const nouns: Record<Kind, string> = {
  stories: 'story',
  guides: 'guide',
  pages: 'page',
  practices: 'practice',
  facts: 'fact',
  audiences: 'audience',
  topics: 'topic',
  stages: 'stage',
  organisations: 'organisation',
  desks: 'desk',
};
const isKind = (kind: Reference): kind is Kind => kind in nouns;

const siteNode = describe(settingsSchemas.site);

/** Whatever an entry or the settings name is there: entries, audiences, topics, stages, organisations, desks. */
export const references: Check = ({ graph, content }) => {
  const known = knownIds(graph);
  const leftOut = leftOutEntries(content.parsed);
  const suggest = suggestions();
  const tell = (kind: Kind, id: string, place: () => Place): Finding[] =>
    known[kind].has(id) ? [] : [unknown({ kind, id, place: place(), known: known[kind], leftOut, suggest })];

  const fromEntries = [...graph.references.values()].flat().flatMap(({ refersTo, id, from }) => {
    // Links have a check of their own, which knows anchors and columns too.
    if (!isKind(refersTo) || from.field === 'link') return [];
    return tell(refersTo, id, () => ({ file: from.file, ...(from.line ? { line: from.line } : {}), ...(from.field ? { field: from.field } : {}) }));
  });
  const fromSite = referencesIn(siteNode, graph.settings.site).flatMap(({ refersTo, id, path }) =>
    isKind(refersTo) ? tell(refersTo, id, () => placeInSettings(content, 'site', path)) : [],
  );
  return [...fromEntries, ...fromSite, ...[...entriesOf(graph)].flatMap((entry) => audiencesOf(entry, graph, suggest))];
};

/** Every id that can be named, by kind. */
function knownIds({ groups, settings }: Graph): Record<Kind, ReadonlySet<string>> {
  return Object.fromEntries(
    kinds.filter(isKind).map((kind) => [kind, new Set(isCollection(kind) ? groups[kind].keys() : settings[kind].map(({ id }) => id))]),
  ) as unknown as Record<Kind, ReadonlySet<string>>;
}

interface Unknown {
  kind: Kind;
  id: string;
  place: Place;
  known: ReadonlySet<string>;
  leftOut: ReadonlyMap<string, string>;
  suggest: ReturnType<typeof suggestions>;
}

function unknown({ kind, id, place, known, leftOut, suggest }: Unknown): Finding {
  const noun = nouns[kind];
  const broken = leftOut.get(`${kind}/${id}`);
  if (broken)
    return {
      check: 'references',
      severity: 'warning',
      ...place,
      found: `The ${noun} \`${id}\` is left out because of the errors in ${broken}, so it is not shown here either.`,
      rule: 'Only what can be read is shown.',
      fix: `Mend ${broken}.`,
    };
  const near = suggest(place.file, id, known);
  const entry = (collections as readonly string[]).includes(kind);
  const rule = entry
    ? `A ${noun} is named by its slug: the name of its file in ${kind}/, without .mdx.`
    : `${noun[0]!.toUpperCase()}${noun.slice(1)} ids are those of settings/${kind}.yml.`;
  const choice = entry
    ? `Add ${kind}/<language>/${id}.mdx, or remove the reference.`
    : `Choose one of these: ${listedBriefly([...known], 12)}. Or add \`${id}\` to settings/${kind}.yml.`;
  return {
    check: 'references',
    severity: 'error',
    ...place,
    found: `There is no ${noun} called \`${id}\`.`,
    rule,
    fix: near ? `Did you mean \`${near}\`?` : choice,
    said: {
      found: { key: `finding.no.${kind}`, values: { id } },
      rule: { key: entry ? 'finding.rule.slug' : 'finding.rule.id', values: { kind } },
      fix: near
        ? meaning(near)
        : entry
          ? { key: 'finding.fix.addEntry', values: { kind, id } }
          : { key: 'finding.fix.addSetting', values: { kind, id, choices: firstOf(known) } },
    },
  };
}

/** Names in a row, as every language can read them. */
const firstOf = (known: Iterable<string>, most = 12): string => {
  const all = [...known];
  return `${all.slice(0, most).join(', ')}${all.length > most ? ' …' : ''}`;
};

/** The places of an entry that are for some readers only. */
const forSome = remembered((entry: Entry) =>
  [entry.body, ...entry.parsed.fragments.values()].flatMap((body) => body.uses).filter(({ component }) => component === 'For'),
);

/** `<For audience="…">` names audiences of the settings or, in a guide, its own variants. */
function audiencesOf(entry: Entry, { settings }: Graph, suggest: ReturnType<typeof suggestions>): Finding[] {
  const uses = forSome(entry);
  if (uses.length === 0) return [];
  const isGuide = entry.collection === 'guides';
  const variants = isGuide ? (entry as unknown as Entry<'guides'>).data.variants.map(({ id }) => id) : [];
  const known = [...variants, ...settings.audiences.map(({ id }) => id)];
  return uses.flatMap(({ attributes, line, column }) =>
    (attributes['audience'] ?? '')
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '' && !known.includes(id))
      .map((id) => {
        const near = suggest(entry.file, id, known);
        const said: Sentences = {
          found: { key: isGuide ? 'finding.no.variant' : 'finding.no.audiences', values: { id } },
          rule: { key: isGuide ? 'finding.rule.forGuide' : 'finding.rule.for' },
          fix: near ? meaning(near) : { key: 'finding.fix.chooseOf', values: { choices: firstOf(known) } },
        };
        return {
          check: 'references',
          severity: 'error',
          file: entry.file,
          line,
          column,
          field: '<For audience>',
          found: `There is no audience called \`${id}\`${isGuide ? ', and no variant of this guide' : ''}.`,
          rule: `<For> names ${isGuide ? 'variants of the guide, or ' : ''}audiences of settings/audiences.yml.`,
          fix: near ? `Did you mean \`${near}\`?` : `Choose one of these: ${listedBriefly(known, 12)}.`,
          said,
        } satisfies Finding;
      }),
  );
}
