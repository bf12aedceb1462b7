import { type Collection } from '../content-model/collections.ts';
import { descriptionOf, parseText } from '../graph/parse.ts';
import { revisionOf } from '../graph/revision.ts';
import { writeEntry } from './content-folder.ts';
import type { Random } from './random.ts';
import { entriesOf, entryAt, languageIds, one, pickEntry, sentence, shifted, words, type EditInput, type Kind } from './random-edit-kit.ts';

function body({ folder, random }: EditInput): string {
  const slugs = entriesOf(folder).filter(({ collection }) => collection !== 'facts');
  const link = slugs.length > 0 ? random.pick(slugs) : { collection: 'guides', slug: 'gone' };
  const slugOf = (collection: Collection) =>
    entriesOf(folder).find((entry) => entry.collection === collection && random.chance(0.5))?.slug ?? 'nowhere';
  const parts = [
    () => sentence(random, 12),
    () => `## ${sentence(random, 2)}`,
    () => `See [${sentence(random, 2)}](/${link.collection}/${link.slug}/).`,
    () => `<Callout kind="${random.pick(['note', 'stop', 'tip'])}">${sentence(random)}</Callout>`,
    () => `There are <Fact id="${slugOf('facts')}" /> of them.`,
    () => `<Story id="${slugOf('stories')}" />`,
    () => `<Guide id="${slugOf('guides')}" />`,
    () => `<For audience="student">\n\n${sentence(random)}\n\n</For>`,
    () => `<Figure file="places/harbour.jpg" alt="${sentence(random, 3)}" credit="C" licence="CC0" />`,
    () => `- ${sentence(random)}\n- ${sentence(random)}`,
  ];
  return `\n${Array.from({ length: random.between(1, 6) }, () => random.pick(parts)()).join('\n\n')}\n`;
}

/** Changes one value somewhere in a group, whatever it is; the result may break the model. */
function changeSomewhere(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) {
    const items = value as unknown[];
    if (items.length === 0) return items;
    const at = random.between(0, items.length - 1);
    if (random.chance(0.15)) return items.toSpliced(at, 1);
    if (random.chance(0.1)) return [...items, items[at]];
    if (random.chance(0.1)) return items.toReversed();
    return items.with(at, changeSomewhere(items[at], random));
  }
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value);
    if (names.length === 0) return value;
    const name = random.pick(names);
    const { [name]: chosen, ...rest } = value as Record<string, unknown>;
    return random.chance(0.1) ? rest : { ...value, [name]: changeSomewhere(chosen, random) };
  }
  if (typeof value === 'number') return value > 1 ? value + random.pick([-1, 1, 0.5]) : Math.round(random.next() * 1000) / 1000;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return shifted(value, random.pick([-400, -30, -1, 1, 30, 400]));
  return random.chance(0.7) ? `${String(value)} ${random.pick(words)}` : random.pick(words);
}

/** What editors do to entries. */
export const entryEdits: readonly Kind[] = [
  [
    'title of',
    8,
    (input) => {
      const entry = pickEntry(input);
      if (!entry) return undefined;
      const { data, body: text } = entryAt(input.folder, entry.file);
      return one(entry.file, writeEntry({ data: { ...data, title: sentence(input.random) }, body: text }));
    },
  ],
  [
    'body of',
    8,
    (input) => {
      const entry = pickEntry(input);
      return entry && one(entry.file, writeEntry({ data: entryAt(input.folder, entry.file).data, body: body(input) }));
    },
  ],
  [
    'some field of',
    14,
    (input) => {
      const entry = pickEntry(input);
      if (!entry) return undefined;
      const { data, body: text } = entryAt(input.folder, entry.file);
      return one(entry.file, writeEntry({ data: changeSomewhere(data, input.random) as Record<string, unknown>, body: text }));
    },
  ],
  [
    'nonsense in',
    2,
    (input) => {
      const entry = pickEntry(input);
      const text = input.random.pick(['\nimport x from "y"\n', '\n{1 + 1}\n', '\n<script>x</script>\n', '\n<Callout>\n', '\u0000']);
      return entry && one(entry.file, `${String(input.folder.get(entry.file))}${text}`);
    },
  ],
  [
    'far too long:',
    0.5,
    (input) => {
      const entry = pickEntry(input);
      const paragraph = () => Array.from({ length: 100 }, () => input.random.between(0, 2 ** 31).toString(36)).join(' ');
      const numbers = Array.from({ length: 60 }, paragraph).join('\n\n');
      return entry && one(entry.file, writeEntry({ data: entryAt(input.folder, entry.file).data, body: `\n${numbers}\n` }));
    },
  ],
  [
    'another like',
    6,
    (input) => {
      const entry = pickEntry(input);
      if (!entry) return undefined;
      const slug = input.random.pick([
        `${entry.slug}-${input.random.between(2, 9)}`,
        String(input.random.between(1, 4)),
        input.random.pick(['page', 'topic', 'index', 'feed', 'sign-up']),
      ]);
      const { data } = entryAt(input.folder, entry.file);
      const number = typeof data['number'] === 'number' ? { number: input.random.between(1, 99) } : {};
      return one(
        `${entry.collection}/${entry.lang}/${slug}.mdx`,
        writeEntry({ data: { ...data, ...number, title: sentence(input.random) }, body: body(input) }),
      );
    },
  ],
  [
    'deleted',
    5,
    (input) => {
      const entry = pickEntry(input);
      return entry && one(entry.file, null);
    },
  ],
  [
    'deleted in all languages:',
    2,
    ({ folder, random }) => {
      const entries = entriesOf(folder);
      if (entries.length === 0) return undefined;
      const { collection, slug } = random.pick(entries);
      return { files: new Map(entries.filter((entry) => entry.collection === collection && entry.slug === slug).map(({ file }) => [file, null])) };
    },
  ],
  [
    'translated',
    9,
    (input) => {
      const { folder, random } = input;
      const entry = pickEntry(input);
      const lang = random.pick(languageIds(folder));
      if (!entry || lang === entry.lang) return undefined;
      const parsed = parseText(entry.file, String(folder.get(entry.file)));
      if (parsed.kind !== 'entry' || !parsed.entry || parsed.entry.translates) return undefined;
      const current = revisionOf(descriptionOf(entry.collection, 'original'), parsed.entry.data, parsed.entry.body);
      const revision = random.chance(0.7) ? current : Object.fromEntries(Object.entries(current).slice(1));
      const data = {
        translates: entry.lang,
        revision,
        title: sentence(random),
        ...(random.chance(0.3) ? { state: 'summary' } : {}),
        ...(random.chance(0.5) ? { translator: 'T' } : {}),
      };
      return one(`${entry.collection}/${lang}/${entry.slug}.mdx`, writeEntry({ data, body: body(input) }));
    },
  ],
  [
    'typo mended, translations still right:',
    3,
    (input) => {
      const entry = pickEntry(input);
      if (!entry) return undefined;
      const parsed = parseText(entry.file, String(input.folder.get(entry.file)));
      if (parsed.kind !== 'entry' || !parsed.entry || parsed.entry.translates) return undefined;
      const { data, body: text } = entryAt(input.folder, entry.file);
      const was = revisionOf(descriptionOf(entry.collection, 'original'), parsed.entry.data, parsed.entry.body)['title']!;
      const title = sentence(input.random);
      const of = revisionOf(descriptionOf(entry.collection, 'original'), { ...parsed.entry.data, title }, parsed.entry.body)['title']!;
      return one(entry.file, writeEntry({ data: { ...data, title, equivalent: { title: { of, was: [was] } } }, body: text }));
    },
  ],
  [
    'renamed',
    5,
    ({ folder, random }) => {
      const entries = entriesOf(folder);
      if (entries.length === 0) return undefined;
      const { collection, slug } = random.pick(entries);
      const to = random.chance(0.7) ? `${slug.split('-')[0]}-${random.between(1, 99)}` : random.pick(entries).slug;
      const files = new Map<string, string | null>();
      for (const { file, lang } of entries.filter((entry) => entry.collection === collection && entry.slug === slug)) {
        const { data, body: text } = entryAt(folder, file);
        const aliases = Array.isArray(data['aliases']) ? (data['aliases'] as string[]) : [];
        const kept = data['translates'] === undefined && random.chance(0.9) ? { aliases: [...aliases, slug] } : {};
        files.set(file, null);
        files.set(`${collection}/${lang}/${to}.mdx`, writeEntry({ data: { ...data, ...kept }, body: text }));
      }
      return { files };
    },
  ],
];
