import { places, type FieldNode } from '../content-model/describe.ts';
import type { Finding } from '../content-model/problems.ts';
import type { Graph } from '../graph/graph.ts';
import { descriptionOf, type ParsedEntry } from '../graph/parse.ts';
import type { Check } from './check.ts';
import { entriesOf } from './entries.ts';
import { placeIn } from './place.ts';
import { remembered } from './remembered.ts';
import { suggestions } from './suggestions.ts';
import { listedBriefly } from './wording.ts';

/** Pictures are there and can be opened; they say what they show, who made them, and how they may be used. */
export const pictures: Check = ({ graph }) => [
  ...missing(graph),
  ...broken(graph),
  ...[...entriesOf(graph)].flatMap(({ parsed }) => describedBadly(parsed)),
];

function missing(graph: Graph): Finding[] {
  const suggest = suggestions();
  return [...graph.references.values()].flat().flatMap(({ refersTo, id, from }) => {
    if (refersTo !== 'media' || graph.media.has(id)) return [];
    const near = suggest(from.file, id, graph.media.keys());
    return [
      {
        check: 'pictures',
        severity: 'error' as const,
        file: from.file,
        ...(from.line ? { line: from.line } : {}),
        ...(from.field ? { field: from.field } : {}),
        found: `There is no picture media/${id}.`,
        rule: 'A picture is a file of content/media/, its name in small letters, ending in .jpg, .png, .webp, .avif or .svg.',
        fix: near ? `Did you mean ${near}?` : `Put the file into content/media/ under this name, or remove the picture here.`,
        said: {
          found: { key: 'finding.no.picture' as const, values: { id } },
          rule: { key: 'finding.rule.picture' as const },
          fix: near ? { key: 'finding.fix.meant' as const, values: { name: near } } : { key: 'finding.fix.addPicture' as const },
        },
      },
    ];
  });
}

function broken(graph: Graph): Finding[] {
  return [...graph.media].flatMap(([name, { problem }]) => {
    if (!problem) return [];
    const users = (graph.backlinks.get(`media/${name}`) ?? []).map(({ collection, slug }) => graph.groups[collection].get(slug)!.original.file);
    return [
      {
        check: 'pictures',
        severity: 'error' as const,
        file: `media/${name}`,
        found: `This picture cannot be used: ${problem}.`,
        rule: 'A picture is a JPEG, PNG, WebP, AVIF or SVG file that opens, of at most 50 megapixels and 20 MB.',
        fix: `Open it in a picture program and save it again, smaller if need be.${users.length > 0 ? ` Until then it is missing in ${listedBriefly(users, 4)}.` : ' No entry uses it: it can also be deleted.'}`,
      },
    ];
  });
}

/** Pictures of an entry that do not say what they should. */
const describedBadly = remembered((entry: ParsedEntry): Finding[] => [...inFields(entry), ...inText(entry)]);

const isPicture = (node: FieldNode): boolean => node.properties?.['file']?.refersTo === 'media';

/** Pictures of the frontmatter. A translation has only its own description of what they show. */
function inFields(parsed: ParsedEntry): Finding[] {
  const found = [...places(descriptionOf(parsed.collection, 'original'), parsed.data, isPicture)];
  return found.flatMap(({ path, value }) => {
    const picture = value as Record<string, unknown>;
    return wrongWords(picture).map(({ name, ...told }) => ({
      check: 'pictures',
      severity: 'warning' as const,
      ...placeIn(parsed, [...path, name]),
      ...told,
    }));
  });
}

function inText(parsed: ParsedEntry): Finding[] {
  return [parsed.body, ...parsed.fragments.values()]
    .flatMap((body) => body.uses)
    .filter(({ component }) => component === 'Figure')
    .flatMap(({ attributes, line, column }) =>
      wrongWords(attributes).map(({ name, ...told }) => ({
        check: 'pictures',
        severity: 'warning' as const,
        file: parsed.file,
        line,
        column,
        field: `<Figure ${name}>`,
        ...told,
      })),
    );
}

/** What stands in a field that must be filled in when one has no answer. */
const placeholders = new Set(['-', '–', '?', '.', 'x', 'n/a', 'na', 'none', 'unknown', 'onbekend', 'unbekannt', 'tbd', 'todo', 'internet', 'google']);
const asked: Record<string, { rule: string; fix: string }> = {
  credit: { rule: 'A picture names who made it.', fix: 'Write the name of the photographer or artist. If nobody knows it, use another picture.' },
  licence: {
    rule: 'A picture says under which terms it may be used.',
    fix: 'Write for example CC0, CC BY 4.0, or "all rights reserved, used with permission".',
  },
};

function wrongWords(picture: Record<string, unknown>): (Pick<Finding, 'found' | 'rule' | 'fix'> & { name: string })[] {
  const wrong = [];
  const { alt } = picture;
  const file = typeof picture['file'] === 'string' ? picture['file'] : undefined;
  if (alt === '')
    wrong.push({
      name: 'alt',
      found: `Nothing says what the picture${file ? ` ${file}` : ''} shows.`,
      rule: 'People who cannot see a picture read what it shows. It stays empty only if the picture adds nothing to the text.',
      fix: 'Write one sentence: who or what is seen, and what matters about it.',
    });
  else if (typeof alt === 'string' && /\.(?:jpe?g|png|webp|avif|svg|heic)$|^(?:img|dsc|image|picture|photo|foto|bild)[\s_-]*\d*$/i.test(alt))
    wrong.push({
      name: 'alt',
      found: `"${alt}" does not say what the picture shows.`,
      rule: 'People who cannot see a picture read what it shows.',
      fix: 'Write one sentence: who or what is seen, and what matters about it.',
    });
  for (const [name, { rule, fix }] of Object.entries(asked)) {
    const value = picture[name];
    if (typeof value === 'string' && placeholders.has(value.trim().toLowerCase()))
      wrong.push({ name, found: `The ${name} is "${value}".`, rule, fix });
  }
  return wrong;
}
