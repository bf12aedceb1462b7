import type { Sentences } from './sentence.ts';

/** One thing that is wrong, told so that whoever reads it can mend it: where, what was found, the rule, the fix. */
export interface Finding {
  /** The check that found it, for filters and annotations: `schema`, `safe-mdx`, `references` … */
  check: string;
  /** An error keeps the entry (or the site) from being published; a warning does not. */
  severity: 'error' | 'warning';
  /** The file, from the content folder: `guides/en/register.mdx`. */
  file: string;
  /** 1-based, where known. */
  line?: number;
  column?: number;
  /** Path of the field in the frontmatter: `hard[1].text`. */
  field?: string;
  /** What stands there now. */
  found: string;
  /** The rule it breaks. */
  rule: string;
  /** What to do. */
  fix: string;
  /** The same three sentences, to be said in the language of whoever reads them; left out where they are there in English only. */
  said?: Sentences;
  /** Set where nothing wrong stands there, only nothing yet, or too little: whoever is still writing may leave it so. */
  incomplete?: true;
}

/** `["hard", 1, "text"]` → `hard[1].text`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? String(step) : `.${String(step)}`)).join('');
}

/** The known name nearest to the given one, if one is near enough to be meant: at most a third of its letters differ (Damerau–Levenshtein). */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  const wanted = given.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(given.length / 3)) + 1;
  for (const name of known) {
    if (Math.abs(name.length - given.length) >= bestDistance) continue;
    const distance = editDistance(wanted, name.toLowerCase(), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
}

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. Infinity as soon as it cannot be below the limit. */
function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  let lastLeast = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    // A swap reaches back two rows, so both must be over the limit.
    if (least >= limit && lastLeast >= limit) return Infinity;
    [before, last, lastLeast] = [last, row, least];
  }
  return last[b.length]!;
}

/** Findings in the order in which one would mend them: by file, then line, then field. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compare(a.field ?? '', b.field ?? '') ||
    compare(a.found, b.found)
  );
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
