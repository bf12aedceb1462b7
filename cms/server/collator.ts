const known = new Map<string, Intl.Collator>();
/** Anybody may name a language, and there are more tags than memory: a city works in a few. */
const most = 50;

/** How a language sorts, numbers by their value. What is no tag of a language sorts as English does. */
export function collatorFor(lang: string): Intl.Collator {
  const there = known.get(lang);
  if (there) return there;
  if (known.size >= most) known.clear();
  const made = collatorOf(lang);
  known.set(lang, made);
  return made;
}

function collatorOf(lang: string): Intl.Collator {
  try {
    return new Intl.Collator([lang, 'en'], { numeric: true });
  } catch {
    return new Intl.Collator('en', { numeric: true });
  }
}
