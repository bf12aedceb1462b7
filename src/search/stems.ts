/** Endings of Ukrainian nouns, adjectives and verbs, the longest first; what stays is looked for as the beginning of a word. */
const ukrainian =
  /(?:ськість|ство|ства|ству|ством|ств|ування|ювання|іннями|аннями|еннями|остями|ського|ському|ськими|ськими|ована|ованої|ними|ними|ього|ьому|ого|ому|ими|іми|ами|ями|ах|ях|ові|еві|єві|ання|ення|іння|істю|ості|ій|ої|ою|ею|єю|ів|їв|ам|ям|ом|ем|єм|их|іх|им|ую|юю|ть|ти|ть|ла|ли|ло|в|а|я|о|е|є|и|і|ї|у|ю|й|ь)$/u;

/** What is written together with an Arabic word: and, so, with, for, like, the. */
const arabicBefore = /^(?:وبال|وال|فال|بال|كال|لل|ال|و(?=...)|ب(?=...)|ل(?=...)|ف(?=...))(?=...?)/u;
const arabicAfter = /(?:ات|ون|ين|ان|ها|هم|نا|كم|ية|ي|ة|ه|ا|ك)$/u;

const letters = (word: string) => [...word].length;

/**
 * The beginning that the forms of a word share, where that is shorter and still says enough. Only for languages that Pagefind has no stemmer for
 * (Ukrainian), or whose words carry others before them (Arabic); nothing for any other.
 */
export function stemOf(word: string, lang: string): string | undefined {
  const stem = lang === 'uk' ? ukrainianStem(word) : lang === 'ar' ? arabicStem(word) : word;
  return stem !== word && letters(stem) >= 3 ? stem : undefined;
}

function ukrainianStem(word: string): string {
  if (letters(word) < 4 || !/\p{Script=Cyrillic}/u.test(word)) return word;
  const bare = word.replace(/(?:ся|сь)$/u, '');
  // Шахрай and шахраїв: the last sign of the stem goes with its ending.
  const stem = bare.replace(ukrainian, '').replace(/[йїь’]$/u, '');
  return letters(stem) >= 3 ? stem : bare;
}

function arabicStem(word: string): string {
  if (letters(word) < 4) return word;
  const bare = word.replace(arabicBefore, '');
  const stem = letters(bare) > 4 ? bare.replace(arabicAfter, '') : bare.replace(/ة$/u, '');
  return letters(stem) >= 3 ? stem : bare;
}
