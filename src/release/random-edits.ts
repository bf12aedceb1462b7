import { isCollection, type Collection } from '../content-model/collections.ts';
import { descriptionOf, parseText } from '../graph/parse.ts';
import { revisionOf } from '../graph/revision.ts';
import { readEntry, readYaml, writeEntry, writeYaml, type ContentFolder, type Edit, type EntryText } from './content-folder.ts';
import type { Random } from './random.ts';

export interface EditInput {
  folder: ContentFolder;
  day: string;
  random: Random;
  /** Interface texts by language: those that can be added to the site. */
  strings: ReadonlyMap<string, string>;
  /** Bytes of pictures to choose from, by ending; broken ones among them. */
  pictures: readonly { ending: string; bytes: Buffer }[];
}

type Maker = (input: EditInput) => Omit<Edit, 'what'> | undefined;

/** A random change such as editors make, right or wrong. Settings stay readable; entries need not. */
export function randomEdit(input: EditInput): Edit {
  for (;;) {
    const [what, , make] = weighted(input.random);
    const edit = make(input);
    if (!edit) continue;
    const files = [...edit.files.keys()].join(', ');
    return { ...edit, what: [what, files, edit.day].filter(Boolean).join(' ') };
  }
}

const words =
  'harbour mill ferry water winter kettle door counter bread stairs letter bridge rain neighbour haven trap brood deur ماء باب خبز شتاء جسر'.split(
    ' ',
  );
const sentence = (random: Random, length = random.between(2, 9)) => Array.from({ length }, () => random.pick(words)).join(' ');

/** The entries of a folder, by what their path says. */
function entriesOf(folder: ContentFolder): { file: string; collection: Collection; lang: string; slug: string }[] {
  return [...folder.keys()].sort().flatMap((file) => {
    const [collection = '', lang = '', name = ''] = file.split('/');
    return isCollection(collection) && name.endsWith('.mdx') ? [{ file, collection, lang, slug: name.slice(0, -'.mdx'.length) }] : [];
  });
}
const pickEntry = ({ folder, random }: EditInput) => {
  const entries = entriesOf(folder);
  return entries.length > 0 ? random.pick(entries) : undefined;
};
const entryAt = (folder: ContentFolder, file: string): EntryText => readEntry(String(folder.get(file)));
const one = (file: string, content: string | Buffer | null) => ({ files: new Map([[file, content]]) });
const site = (folder: ContentFolder) => readYaml(String(folder.get('settings/site.yml'))) as Site;
const languageIds = (folder: ContentFolder) => site(folder).languages.map(({ id }) => id);

interface Site {
  languages: { id: string; name: string }[];
  defaultLanguage: string;
  localLanguage: string;
  sign: string;
  stories: string[];
  figures: string[];
  name: string;
  origin: string;
  city: Record<string, string>;
  runBy: Record<string, string>;
  contact: { email?: string; phone?: string };
  alert?: { text: Record<string, string>; link?: string; until: string };
}

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

const shifted = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const changeSite =
  (change: (settings: Site, input: EditInput) => Partial<Site> | undefined): Maker =>
  (input) => {
    const before = site(input.folder);
    const changes = change(before, input);
    return changes && one('settings/site.yml', writeYaml({ ...before, ...changes }));
  };
const colour = (random: Random) => `#${random.between(0, 0xffffff).toString(16).padStart(6, '0')}`;

/** What can happen, and how often. */
const makers: readonly (readonly [what: string, weight: number, make: Maker])[] = [
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
      const length = 9000;
      const numbers = Array.from({ length }, () => input.random.between(0, 2 ** 31).toString(36)).join(' ');
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
  ['sign colour in', 2, changeSite((_, { random }) => ({ sign: colour(random) }))],
  ['name of the site in', 1, changeSite((_, { random }) => ({ name: sentence(random, 2).slice(0, 60) }))],
  ['origin in', 1, changeSite((_, { random }) => ({ origin: `https://${random.pick(['a', 'b'])}.example` }))],
  ['who runs it in', 1, changeSite(({ runBy }, { random }) => ({ runBy: { ...runBy, [random.pick(['en', 'nl', 'ar'])]: sentence(random) } }))],
  ['contact in', 1, changeSite((_, { random }) => ({ contact: random.pick([{}, { email: 'a@b.example' }, { phone: '1' }]) }))],
  [
    'alert in',
    2,
    changeSite((_, { random, day }) => ({
      alert: random.chance(0.3) ? undefined : { text: { en: sentence(random) }, until: shifted(day, random.between(-2, 2)) },
    })),
  ],
  [
    'stories at the door in',
    3,
    changeSite((_, { folder, random }) => {
      const slugs = [...new Set(entriesOf(folder).flatMap(({ collection, slug }) => (collection === 'stories' ? [slug] : [])))];
      return {
        stories: [...slugs, 'gone'].filter(() => random.chance(0.5)).slice(0, 6),
        figures: ['people', 'rent', 'gone'].filter(() => random.chance(0.5)),
      };
    }),
  ],
  [
    'languages in',
    4,
    (input) => {
      const { folder, random, strings } = input;
      const before = site(folder);
      const missing = [...strings.keys()].filter((lang) => !before.languages.some(({ id }) => id === lang));
      const grow = random.chance(0.5) && missing.length > 0;
      const added = random.pick(missing);
      const languages = grow
        ? before.languages.toSpliced(random.between(0, before.languages.length), 0, { id: added, name: added })
        : random.chance(0.3)
          ? before.languages.toReversed()
          : before.languages.toSpliced(random.between(0, before.languages.length - 1), 1);
      if (languages.length === 0) return undefined;
      const some = random.pick(languages).id;
      const defaultLanguage = languages.some(({ id }) => id === before.defaultLanguage) || random.chance(0.2) ? before.defaultLanguage : some;
      const files = new Map([['settings/site.yml', writeYaml({ ...before, languages, defaultLanguage })]]);
      if (grow && random.chance(0.9)) files.set(`strings/${added}.yml`, strings.get(added)!);
      return { files };
    },
  ],
  [
    'colour of a topic in',
    2,
    ({ folder, random }) => {
      const topics = readYaml(String(folder.get('settings/topics.yml'))) as { colour: string }[];
      const at = random.between(0, topics.length - 1);
      return one('settings/topics.yml', writeYaml(topics.with(at, { ...topics[at], colour: colour(random) })));
    },
  ],
  ...(['topics', 'audiences', 'stages', 'organisations', 'desks', 'navigation'] as const).map(
    (name) =>
      [
        'order or number of',
        1,
        ({ folder, random }: EditInput) => {
          const items = readYaml(String(folder.get(`settings/${name}.yml`))) as unknown[];
          if (random.chance(0.4)) return one(`settings/${name}.yml`, writeYaml(items.toReversed()));
          return items.length > 1 ? one(`settings/${name}.yml`, writeYaml(items.toSpliced(random.between(0, items.length - 1), 1))) : undefined;
        },
      ] as const,
  ),
  [
    'label in',
    2,
    ({ folder, random }) => {
      const name = random.pick(['topics', 'audiences', 'stages']);
      const items = readYaml(String(folder.get(`settings/${name}.yml`))) as { label: Record<string, string> }[];
      const at = random.between(0, items.length - 1);
      const item = items[at]!;
      return one(
        `settings/${name}.yml`,
        writeYaml(items.with(at, { ...item, label: { ...item.label, [random.pick(['en', 'nl', 'ar', 'de'])]: sentence(random, 2) } })),
      );
    },
  ],
  [
    'navigation in',
    2,
    ({ folder, random }) => {
      const pages = entriesOf(folder).flatMap(({ collection, slug }) => (collection === 'pages' ? [`pages/${slug}`] : []));
      const to = ['stories', 'guides', 'practices', 'home', 'pages/gone', ...new Set(pages)].filter(() => random.chance(0.5));
      return one(
        'settings/navigation.yml',
        writeYaml([{ to: 'https://elsewhere.example', label: { en: sentence(random, 2) } }, ...to.map((target) => ({ to: target }))]),
      );
    },
  ],
  [
    'words of',
    4,
    ({ folder, random }) => {
      const files = [...folder.keys()].filter((file) => file.startsWith('strings/'));
      const file = random.pick(files);
      const texts = readYaml(String(folder.get(file))) as Record<string, unknown>;
      const key = random.pick(Object.keys(texts).filter((name) => typeof texts[name] === 'string'));
      return one(file, writeYaml({ ...texts, [key]: `${String(texts[key])} ${random.pick(words)}` }));
    },
  ],
  [
    'picture',
    6,
    ({ folder, random, pictures }) => {
      const known = [...folder.keys()].filter((file) => file.startsWith('media/'));
      const file =
        known.length > 0 && random.chance(0.8) ? random.pick(known) : `media/places/new-${random.between(1, 3)}.${random.pick(pictures).ending}`;
      if (known.includes(file) && random.chance(0.2)) return one(file, null);
      const fitting = pictures.filter(({ ending }) => file.endsWith(ending));
      if (file.endsWith('.svg'))
        return one(
          file,
          `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80" width="80" height="80"><rect width="80" height="${random.between(20, 80)}" fill="${colour(random)}"/></svg>`,
        );
      return fitting.length > 0 ? one(file, random.pick(fitting).bytes) : undefined;
    },
  ],
  ['day', 8, ({ random, day }) => ({ files: new Map(), day: shifted(day, random.pick([-400, -40, -7, -1, 1, 1, 7, 40, 400])) })],
];

const total = makers.reduce((sum, [, weight]) => sum + weight, 0);
function weighted(random: Random) {
  let left = random.next() * total;
  return makers.find(([, weight]) => (left -= weight) < 0) ?? makers[0]!;
}
