/** How letters are written in Latin ones: Cyrillic as in Ukrainian passports (and the letters of its neighbours), Arabic consonants as people type them. */
const latin: Record<string, string> = Object.fromEntries(
  (
    'а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ю iu я ia ы y э e ё e ' +
    'ا a أ a إ i آ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h و w ي y ى a ة a ئ y ؤ w پ p چ ch گ g ک k ی y ß ss æ ae ø o œ oe ł l đ d'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, piece, index, all) => (index % 2 === 0 ? [...pairs, [piece, all[index + 1]!]] : pairs), []),
);

/** What is heard or typed alike is written alike, from the longest to the shortest. */
const alike: readonly [RegExp, string][] = [
  [/shch|sch/g, 's'],
  [/sh|zh|ts|tz|ch|kh|gh|th|dh|ph|ck/g, ''],
  [/ij|y|j/g, 'i'],
  [/ou|oo|oe|w/g, 'u'],
  [/[qc]/g, 'k'],
  [/x/g, 'ks'],
  [/g/g, 'h'],
  [/v/g, 'f'],
];
const pairs: Record<string, string> = { sh: 's', zh: 'z', ts: 'c', tz: 'c', ch: 's', kh: 'h', gh: 'h', th: 't', dh: 'd', ph: 'f', ck: 'k' };

const isArabic = (word: string) => /\p{Script=Arabic}/u.test(word);

/** A word as it sounds, in few Latin letters: житло and zhytlo both give `zitlo`, whatever script they are written in. */
export function soundOf(word: string): string {
  let sound = [...(isArabic(word) ? word.replace(/^(?:وال|بال|لل|ال)(?=..)/u, '') : word)].map((sign) => latin[sign] ?? sign).join('');
  sound = sound.normalize('NFD').replace(/[^a-z0-9]/g, '');
  for (const [pattern, letters] of alike) sound = sound.replace(pattern, (found) => letters || pairs[found] || found);
  return sound.replace(/(.)\1+/g, '$1');
}

/** The consonants of a word: Arabic writes few vowels, so سكن is all that sakan and السكن share. */
export const skeletonOf = (word: string): string =>
  soundOf(word)
    .replace(/^al(?=..)/, '')
    .replace(/[aeiou]/g, '');

export type Script = 'Latin' | 'Cyrillic' | 'Arabic';
export const scriptOf = (word: string): Script => (isArabic(word) ? 'Arabic' : /\p{Script=Cyrillic}/u.test(word) ? 'Cyrillic' : 'Latin');

/** The script that a language is written in. */
export const scriptOfLanguage = (lang: string): Script =>
  (({ Arab: 'Arabic', Cyrl: 'Cyrillic' }) as Record<string, Script>)[new Intl.Locale(lang).maximize().script ?? ''] ?? 'Latin';
