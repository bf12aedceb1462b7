import type { Entry, EntryGroup } from './graph.ts';
import { withField } from './frontmatter.ts';
import { descriptionOf } from './parse.ts';
import { revisionOf } from './revision.ts';

/** What the original of an entry says now, by field and section. */
const presentRevision = ({ collection, original }: EntryGroup): Record<string, string> =>
  revisionOf(descriptionOf(collection, 'original'), original.parsed.data, original.body);

const revisionIn = (entry: Entry) => entry.parsed.data['revision'] as Record<string, string>;

const same = (a: Record<string, string>, b: Record<string, string>) => {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};

/** The text of a translation's file, saying that it renders what the original says now; undefined where it says so already. */
export function markTranslated(text: string, translation: Entry, group: EntryGroup): string | undefined {
  const present = presentRevision(group);
  return same(revisionIn(translation), present) ? undefined : withField(text, 'revision', present);
}

type Equivalent = Record<string, { of: string; was: string[] }>;

/**
 * The text of an original's file, saying that the wordings its translations render mean the same as the present one: of each part that
 * changed, its present hash, and the hashes found in translations. Undefined where there is nothing to say.
 */
export function markStillRight(text: string, group: EntryGroup): { text: string; parts: string[]; equivalent: Equivalent } | undefined {
  const present = presentRevision(group);
  const known = (group.original.parsed.data['equivalent'] ?? {}) as Equivalent;
  const translations = [...group.byLanguage.values()].filter((entry) => entry !== group.original);
  const equivalent: Equivalent = {};
  const parts: string[] = [];
  for (const [part, of] of Object.entries(present)) {
    const before = known[part]?.of === of ? known[part].was : [];
    const rendered = translations.map((entry) => revisionIn(entry)[part]).filter((hash) => hash !== undefined && hash !== of) as string[];
    const was = [...new Set([...before, ...rendered])].sort();
    if (was.length === 0) continue;
    equivalent[part] = { of, was };
    if (was.length > before.length) parts.push(part);
  }
  return parts.length > 0 ? { text: withField(text, 'equivalent', equivalent), parts, equivalent } : undefined;
}
