import { places, type FieldNode, type Leaf } from '../content-model/describe.ts';
import { fieldPath, type Finding } from '../content-model/problems.ts';
import type { Entry, EntryGroup } from '../graph/graph.ts';
import { descriptionOf } from '../graph/parse.ts';
import type { Check } from './check.ts';
import { groupsOf } from './entries.ts';
import { placeIn } from './place.ts';
import { remembered } from './remembered.ts';
import { counted, languageNamed, listed, listedBriefly } from './wording.ts';

interface Pair {
  original: Entry;
  translation: Entry;
}

/** Translations say what their originals say now, and all of it if they say so. */
export const translations: Check = ({ graph }) => [...groupsOf(graph)].flatMap(inGroup);

const inGroup = remembered((group: EntryGroup): Finding[] =>
  [...group.byLanguage.values()]
    .filter((entry) => entry !== group.original)
    .flatMap((translation) => {
      const pair = { original: group.original, translation };
      const whole = translation.state !== 'summary';
      return [...outdated(pair), ...(whole ? [...untranslated(pair), ...lengths(pair)] : [])];
    }),
);

const warning = (entry: Entry, path: (string | number)[], told: Pick<Finding, 'found' | 'rule' | 'fix'>): Finding => ({
  check: 'translations',
  severity: 'warning',
  ...placeIn(entry.parsed, path),
  ...told,
});

function outdated({ original, translation }: Pair): Finding[] {
  if (translation.changed.length === 0) return [];
  const { parsed, changed } = translation;
  const rendered = parsed.data['revision'] as Record<string, string>;
  const command = `npm run translated -- content/${translation.file}`;
  const rule = 'A translation says which wording of its original it renders; readers are told when that has changed.';
  if (Object.keys(rendered).length === 0)
    return [
      warning(translation, ['revision'], {
        found: `It does not say which wording of ${original.file} it translates, so it counts as out of date.`,
        rule,
        fix: `Compare it with ${original.file}; when it is right, run\n${command}`,
      }),
    ];
  const named = changed.map((part) => partChanged(part, original, rendered));
  return [
    warning(translation, ['revision'], {
      found: `${original.file} has changed since it was translated: ${listed(named)}.`,
      rule,
      fix: `Bring these parts up to date, then run\n${command}\nIf only the wording of the original changed and not its meaning, run instead\nnpm run translated -- --still-right content/${original.file}`,
    }),
  ];
}

/** A part of a revision in words: `the title`, `the section “What it costs” is new`. */
function partChanged(part: string, original: Entry, rendered: Record<string, string>): string {
  const [name = '', id] = part.split('#');
  const isNew = rendered[part] === undefined;
  if (name !== 'body') {
    const label = descriptionOf(original.collection, 'original').properties?.[name]?.label ?? name;
    return `the field “${label}”${isNew ? ' (new)' : ''}`;
  }
  if (id === undefined) return `the text before the first heading${isNew ? ' (new)' : ''}`;
  const section = original.body.sections.find((candidate) => candidate.id === id);
  return section ? `the section “${section.title}”${isNew ? ' (new)' : ''}` : `the section #${id} (no longer there)`;
}

/** Fields of the original that the translation leaves out, though it says that it is whole. Names that are the same in both languages need no translation. */
function untranslated({ original, translation }: Pair): Finding[] {
  const node = descriptionOf(original.collection, 'original');
  const own = translation.parsed.data;
  const words = [...allTexts(own), translation.body.text].join('\n');
  const missing = ({ path }: Leaf) => valueAt(own, path) === undefined;
  const written = [...places(node, original.parsed.data, ({ translated }) => translated === true)].filter(
    ({ value }) => typeof value === 'string' && /\p{L}/u.test(value) && !words.includes(value),
  );
  // What somebody said needs a translation in every language but the one in which they said it, whether or not the original has one.
  const said = [...places(node, original.parsed.data, ({ properties }) => properties?.['said'] !== undefined)].map(
    ({ path, value, node: group }) => ({
      path: [...path, 'text'],
      value: (value as { language: string }).language,
      node: group.properties!['text']!,
    }),
  );
  const inSaid = ({ path }: Leaf) => said.some((leaf) => fieldPath(leaf.path) === fieldPath(path));
  const left = [...written.filter((leaf) => !inSaid(leaf)), ...said.filter(({ value }) => value !== translation.lang)].filter(missing);
  const named = left.map(({ path, node: { label } }) => `“${label ?? fieldPath(path)}” (${fieldPath(path)})`);
  if (original.body.words > 0 && translation.body.words === 0) named.push('the text');
  if (named.length === 0) return [];
  return [
    warning(translation, [], {
      found: `${counted(named.length, 'part')} not translated: ${listedBriefly(named)}.`,
      rule: `A full translation translates everything; what is missing is shown in ${languageNamed(original.lang)}.`,
      fix: 'Add what is missing, or write `state: summary` if the translation leaves it out on purpose.',
    }),
  ];
}

/** Lists stand item for item beside the original's, and sections likewise. */
function lengths({ original, translation }: Pair): Finding[] {
  const lists = [...pairsOfLists(descriptionOf(original.collection, 'original'), original.parsed.data, translation.parsed.data)];
  const uneven = lists.flatMap(({ path, label, ours, theirs }) =>
    ours === theirs
      ? []
      : [
          warning(translation, path, {
            found: `“${label}” has ${counted(ours, 'item')} here and ${theirs} in ${original.file}.`,
            rule: 'A translated list stands item for item beside the original’s; further items are not shown, missing ones are shown untranslated.',
            fix:
              ours > theirs
                ? 'Remove what the original does not have, or add it there first.'
                : 'Add the missing items; an item that needs no translation is written {}.',
          }),
        ],
  );
  const [here, there] = [translation.body.sections, original.body.sections];
  if (here.length === there.length || translation.body.words === 0) return uneven;
  return [
    ...uneven,
    warning(translation, [], {
      found: `The text has ${counted(here.length, 'section')} here and ${there.length} in ${original.file}.`,
      rule: 'A full translation has the sections of its original.',
      fix: 'Add or remove sections (they begin with ##), or write `state: summary`.',
    }),
  ];
}

function* pairsOfLists(
  node: FieldNode,
  theirs: unknown,
  ours: unknown,
  path: (string | number)[] = [],
): Generator<{ path: (string | number)[]; label: string; ours: number; theirs: number }> {
  if (Array.isArray(theirs) && Array.isArray(ours)) {
    yield { path, label: node.label ?? fieldPath(path), ours: ours.length, theirs: theirs.length };
    return;
  }
  if (!isGroup(theirs) || !isGroup(ours)) return;
  for (const [name, child] of Object.entries(node.properties ?? {})) yield* pairsOfLists(child, theirs[name], ours[name], [...path, name]);
}

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined), value);
function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allTexts) : [];
}
