import { fieldPath, nearest, type Finding } from './problems.ts';
import { stringKeys, type StringKey } from './string-keys.ts';

/** Forms of a counted text, by the plural categories of Unicode CLDR; `other` is always there. */
export type Plural = { other: string } & Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>;
/** The interface of one language: every key with its text. */
export type Strings = Record<StringKey, string | Plural>;

const categories = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** Reads a strings file (what is usable in it, and what is wrong): every key known and there, every text a text or its plural forms, the same {names} as the key declares. */
export function stringsFindings(
  value: unknown,
  { file, lineOf }: { file: string; lineOf: (path: (string | number)[]) => number | undefined },
): { strings: Partial<Strings>; findings: Finding[] } {
  const findings: Finding[] = [];
  const add = (key: string, found: string, rule: string, fix: string) => {
    // A missing text has no line, and each look-up parses the file.
    const line = key in given ? lineOf([key]) : undefined;
    const begun = key in stringKeys && isNothing(given[key]) ? { incomplete: true as const } : {};
    findings.push({ check: 'strings', severity: 'error', file, ...(line ? { line } : {}), field: fieldPath([key]), found, rule, fix, ...begun });
  };
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const misspelt = new Set<string>();
  for (const [key, text] of Object.entries(given)) {
    if (!(key in stringKeys)) {
      const near = findings.length < mostSuggestions ? nearest(key, Object.keys(stringKeys)) : undefined;
      if (near) misspelt.add(near);
      add(
        key,
        `There is no interface text called \`${key}\`.`,
        'Only texts of the interface are allowed.',
        near ? `Did you mean \`${near}\`?` : 'Remove it.',
      );
      continue;
    }
    if (!isText(text)) {
      add(
        key,
        `\`${key}\` is neither a text nor plural forms.`,
        'A text, or forms named zero, one, two, few, many, other, of which other must be there.',
        `Write a text. It is shown here: ${stringKeys[key as StringKey]}`,
      );
      continue;
    }
    const declared = namesIn(stringKeys[key as StringKey]);
    const unknown = [...namesIn(typeof text === 'string' ? text : Object.values(text).join(' '))].filter((name) => !declared.has(name));
    if (unknown.length > 0)
      add(
        key,
        `\`${key}\` has {${unknown.join('}, {')}}.`,
        `It may hold: ${[...declared].map((name) => `{${name}}`).join(', ') || 'no names in braces'}.`,
        'Remove or rename what is in braces.',
      );
  }
  const missing = Object.entries(stringKeys).filter(([key]) => !(key in given) && !misspelt.has(key));
  const rule = 'Every language of the site has every text of the interface.';
  if (missing.length > most) findings.push({ check: 'strings', severity: 'error', file, ...manyMissing(missing), rule, incomplete: true });
  else for (const [key, description] of missing) add(key, `\`${key}\` is missing.`, rule, `Add it. It is shown here: ${description}`);
  const usable = Object.entries(given).filter(([key, text]) => key in stringKeys && isText(text));
  return { strings: Object.fromEntries(usable) as Partial<Strings>, findings };
}

/** Each is compared with every text there is; a file of ten thousand unknown names would take minutes. */
const mostSuggestions = 100;
/** A language that has just been begun is told of once, not text by text. */
const most = 8;
const manyMissing = (missing: readonly [string, string][]) => ({
  found: `${missing.length} texts are missing: ${missing
    .slice(0, 4)
    .map(([key]) => `\`${key}\``)
    .join(', ')} and ${missing.length - 4} more.`,
  fix: 'Copy them from the file of a language that is whole, and translate them. docs/content-model.md says where each is shown.',
});

const isNothing = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
const isText = (value: unknown): value is string | Plural =>
  (typeof value === 'string' && value.trim() !== '') ||
  (typeof value === 'object' &&
    value !== null &&
    'other' in value &&
    Object.entries(value).every(([name, form]) => categories.has(name) && typeof form === 'string'));

const namesIn = (text: string) => new Set([...text.matchAll(/\{([a-z]+)\}/g)].map((match) => match[1]!));
