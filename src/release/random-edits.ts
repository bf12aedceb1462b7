import { readYaml, writeYaml, type Edit } from './content-folder.ts';
import type { Random } from './random.ts';
import { colour, one, shifted, words, type EditInput, type Kind } from './random-edit-kit.ts';
import { entryEdits } from './random-entry-edits.ts';
import { settingsEdits } from './random-settings-edits.ts';

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

/** What can happen, and how often. */
const makers: readonly Kind[] = [
  ...entryEdits,
  ...settingsEdits,
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
