import { readYaml, writeYaml } from './content-folder.ts';
import { colour, entriesOf, one, sentence, shifted, site, type EditInput, type Kind, type Maker, type Site } from './random-edit-kit.ts';

const changeSite =
  (change: (settings: Site, input: EditInput) => Partial<Site> | undefined): Maker =>
  (input) => {
    const before = site(input.folder);
    const changes = change(before, input);
    return changes && one('settings/site.yml', writeYaml({ ...before, ...changes }));
  };
/** What editors do to the settings, which stay readable. */
export const settingsEdits: readonly Kind[] = [
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
];
