/** Scripts of which a reader of Latin letters would otherwise see nothing, and letters that do not come apart into a Latin one and a sign. */
const letters: Readonly<Record<string, string>> = {
  // German, Nordic, Polish, Turkish …
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'o', å: 'a', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h' },
  // Ukrainian, as in passports (Cabinet of Ministers, resolution 55 of 2010); at the start of words below.
  ...{ а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm' },
  ...{ н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ю: 'iu', я: 'ia' },
  // Russian, Bulgarian, Belarusian and Serbian letters that Ukrainian has not.
  ...{ ы: 'y', э: 'e', ё: 'e', ъ: '', ў: 'u', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'd', џ: 'dz' },
  // Arabic and Persian: short vowels are not written, so these are consonants and long vowels only.
  ...{ ا: 'a', أ: 'a', إ: 'i', آ: 'a', ب: 'b', ت: 't', ث: 'th', ج: 'j', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', س: 's', ش: 'sh' },
  ...{ ص: 's', ض: 'd', ط: 't', ظ: 'z', ع: 'a', غ: 'gh', ف: 'f', ق: 'q', ك: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h', و: 'w', ي: 'y', ى: 'a' },
  ...{ ة: 'a', ء: '', ؤ: 'w', ئ: 'y', پ: 'p', چ: 'ch', ژ: 'zh', گ: 'g', ک: 'k', ی: 'y' },
  // Greek.
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p' },
  ...{ ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
};
const atStart: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };
/** Ukrainian writes «зг» as zgh, so that it is not read as «ж». */
const pairs = /зг/g;
/** Letters with a sign that is part of them, which would otherwise be taken apart below. */
const whole = /[äöüåйїёўأإآؤئ]/;

/** A text in small Latin letters, as far as its script is known; what is not known stays as it is. */
export function transliterate(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'ʼ`]/g, '')
    .replace(pairs, 'zgh');
  return plain.replace(/\p{L}\p{M}*/gu, (letter, at: number) => {
    const isFirst = at === 0 || !/\p{L}/u.test(plain[at - 1]!);
    const base = whole.test(letter) ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '');
    return (isFirst ? atStart[base] : undefined) ?? letters[base] ?? base;
  });
}
