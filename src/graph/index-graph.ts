import { collections, type Collection } from '../content-model/collections.ts';
import { referencesIn } from '../content-model/describe.ts';
import { fieldPath, nearest, type Finding } from '../content-model/problems.ts';
import { settingsSchemas, type Settings, type SettingsName } from '../content-model/settings.ts';
import { stringKeys, type StringKey } from '../content-model/string-keys.ts';
import { entryName } from '../content-model/paths.ts';
import type { Strings } from '../content-model/strings.ts';
import { components } from '../mdx/components.ts';
import type { MediaFile } from './content-source.ts';
import type { Backlink, Entry, EntryGroup, EntryNameAt, Graph } from './graph.ts';
import { withFreeName } from './free-name.ts';
import { missingFiles, withExample } from './least-content.ts';
import { mergeTranslation } from './merge-translation.ts';
import { descriptionOf, type Parsed, type ParsedEntry } from './parse.ts';
import { changedParts, revisionOf } from './revision.ts';

/** Joins parsed files into the graph. What the graph cannot do without (settings) may be missing: then it is null and the findings say why. */
export function indexGraph(parsed: ReadonlyMap<string, Parsed>, media: ReadonlyMap<string, MediaFile>): { graph: Graph | null; findings: Finding[] } {
  const findings: Finding[] = [];
  const entries: ParsedEntry[] = [];
  const settings: Partial<Record<SettingsName, unknown>> = {};
  const written = new Map<string, Partial<Strings>>();
  for (const file of parsed.values()) {
    findings.push(...file.findings.map((finding) => withExample(withFreeName(finding, parsed))));
    if (file.kind === 'entry' && file.entry) entries.push(file.entry);
    if (file.kind === 'settings' && file.value) settings[file.name] = file.value;
    if (file.kind === 'strings' && file.value) written.set(file.lang, file.value);
  }
  findings.push(...missingFiles(parsed, settings as Partial<Settings>));
  if (Object.keys(settingsSchemas).some((name) => settings[name as SettingsName] === undefined)) return { graph: null, findings };
  const site = withDefaultLanguage(settings as Settings, { written, findings, line: lineInSite(parsed, 'defaultLanguage') });
  const strings = completeStrings(written, site.site.defaultLanguage);
  const wanted = [...new Set(site.site.languages.map(({ id }) => id))];
  const languages = wanted.filter((id) => strings.has(id));
  const unreadable = wanted.some((id) => parsed.has(`strings/${id}.yml`) && !strings.has(id));
  if (languages.length === 0 || unreadable) return { graph: null, findings };
  const { groups, problems } = groupEntries(entries, { languages: wanted, leftOut: leftOutEntries(parsed) });
  findings.push(...problems);
  const { references, backlinks } = collectReferences(groups);
  const { aliases, clashes } = collectAliases(groups);
  findings.push(...clashes);
  return { graph: { settings: site, strings, media, languages, groups, references, backlinks, aliases, findings }, findings };
}

/** Settings whose default language is one that is shown; if theirs is not, the findings say so and the first one stands in. */
function withDefaultLanguage(
  settings: Settings,
  { written, findings, line }: { written: ReadonlyMap<string, unknown>; findings: Finding[]; line: number | undefined },
): Settings {
  const { site } = settings;
  const shown = site.languages.map(({ id }) => id).filter((id) => written.has(id));
  const [first] = shown;
  if (!first || shown.includes(site.defaultLanguage)) return settings;
  const named = site.languages.some(({ id }) => id === site.defaultLanguage);
  findings.push({
    check: 'schema',
    severity: 'error',
    file: 'settings/site.yml',
    ...(line ? { line } : {}),
    field: 'defaultLanguage',
    found: named
      ? `The default language "${site.defaultLanguage}" has no interface texts yet.`
      : `The default language "${site.defaultLanguage}" is not a language of this site.`,
    rule: 'Readers whose language the site does not have get the default language, so it must be one of those that are shown.',
    fix: `Choose one of ${shown.join(', ')}, or add ${named ? `strings/${site.defaultLanguage}.yml` : `"${site.defaultLanguage}" to the languages`}.`,
  });
  return { ...settings, site: { ...site, defaultLanguage: first } };
}

function lineInSite(parsed: ReadonlyMap<string, Parsed>, field: string): number | undefined {
  const file = parsed.get('settings/site.yml');
  return file?.kind === 'settings' ? file.lineOf([field]) : undefined;
}

/** A text that is missing (the findings say so) is shown in the default language, or else by its key, so that one forgotten text does not take a language away. */
function completeStrings(written: ReadonlyMap<string, Partial<Strings>>, defaultLanguage: string): Map<string, Strings> {
  const keys = Object.keys(stringKeys) as StringKey[];
  const fallback = written.get(defaultLanguage) ?? {};
  return new Map(
    [...written].map(([lang, texts]) => [lang, Object.fromEntries(keys.map((key) => [key, texts[key] ?? fallback[key] ?? key])) as Strings]),
  );
}

interface Grouping {
  /** The languages of the settings. */
  languages: readonly string[];
  leftOut: ReadonlyMap<string, string>;
}

function groupEntries(entries: readonly ParsedEntry[], { languages, leftOut }: Grouping) {
  const problems: Finding[] = [];
  const groups = Object.fromEntries(collections.map((name) => [name, new Map<string, EntryGroup>()])) as Record<Collection, Map<string, EntryGroup>>;
  const bySlug = new Map<string, ParsedEntry[]>();
  const sorted = entries.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  for (const entry of sorted) {
    if (!languages.includes(entry.lang)) {
      const near = nearest(entry.lang, languages);
      problems.push({
        check: 'translations',
        severity: 'error',
        file: entry.file,
        found: `The folder "${entry.lang}" is not a language of this site.`,
        rule: `The languages are ${languages.join(', ')} (settings/site.yml).`,
        fix: `${near ? `Did you mean "${near}"? ` : ''}Move the file to ${entry.collection}/${near ?? languages[0]}/, or add "${entry.lang}" to the languages in settings/site.yml.`,
      });
      continue;
    }
    const key = `${entry.collection}/${entry.slug}`;
    const same = bySlug.get(key);
    if (same) same.push(entry);
    else bySlug.set(key, [entry]);
  }
  for (const versions of bySlug.values()) {
    const originals = versions.filter((entry) => entry.translates === undefined);
    const [original, second] = originals;
    if (!original) {
      for (const orphan of versions) problems.push(orphaned(orphan, versions, leftOut));
      continue;
    }
    if (second)
      problems.push({
        check: 'addresses',
        severity: 'error',
        file: second.file,
        found: `${original.file} and ${second.file} are both originals of "${original.slug}".`,
        rule: 'An entry has one original; its other languages say which one they translate.',
        fix: `Add \`translates: ${original.lang}\` to ${second.file}, or give it another slug, such as ${original.slug}-2.`,
      });
    const group = joinGroup(original, versions, problems);
    groups[original.collection].set(original.slug, group);
  }
  return { groups: groups as unknown as Graph['groups'], problems };
}

/** A translation without its original: there is none, or it cannot be shown itself. */
function orphaned(orphan: ParsedEntry, versions: readonly ParsedEntry[], leftOut: ReadonlyMap<string, string>): Finding {
  const { collection, slug, translates } = orphan;
  const original = `${collection}/${translates}/${slug}.mdx`;
  const at = { check: 'translations', file: orphan.file, field: 'translates', ...lineAt(orphan, ['translates']) };
  const broken = leftOut.get(`${collection}/${slug}`);
  if (broken)
    return {
      ...at,
      severity: 'warning',
      found: `It translates ${broken}, which is left out because of its errors; so this is left out too.`,
      rule: 'A translation is shown only beside its original.',
      fix: `Mend ${broken}.`,
    };
  const rule = 'A translation has an original: an entry with the same slug, without `translates`.';
  if (versions.some(({ file }) => file === original))
    return {
      ...at,
      severity: 'error',
      found: `It translates ${original}, which says that it is a translation itself.`,
      rule,
      fix: 'Remove `translates` from the one that was written first, and fill in all its fields.',
    };
  return {
    ...at,
    severity: 'error',
    found: `It translates ${original}, which is not there.`,
    rule,
    fix: `Add ${original}. Or remove \`translates\` here and fill in all fields: then this is the original.`,
  };
}

/** Entries of which a file is there but cannot be shown because of its errors: `guides/register` → the file. */
export function leftOutEntries(parsed: ReadonlyMap<string, Parsed>): Map<string, string> {
  const leftOut = new Map<string, string>();
  for (const [file, { kind, ...rest }] of parsed) {
    if (kind !== 'entry' || !('entry' in rest) || rest.entry) continue;
    const name = entryName(file);
    if (!('problem' in name)) leftOut.set(`${name.collection}/${name.slug}`, file);
  }
  return leftOut;
}

const lineAt = (entry: ParsedEntry, path: (string | number)[]) => {
  const line = entry.lineOf(path);
  return line ? { line } : {};
};

/** Joined groups, by their files: an unchanged entry keeps its group (and everything remembered about it) from one graph to the next. */
const joined = new WeakMap<ParsedEntry, { versions: ParsedEntry[]; group: EntryGroup; problems: Finding[] }>();

function joinGroup(original: ParsedEntry, versions: readonly ParsedEntry[], problems: Finding[]): EntryGroup {
  const known = joined.get(original);
  if (known && known.versions.length === versions.length && known.versions.every((entry, index) => entry === versions[index])) {
    problems.push(...known.problems);
    return known.group;
  }
  const own: Finding[] = [];
  const schema = descriptionOf(original.collection, 'original');
  const current = revisionOf(schema, original.data, original.body);
  const originalEntry: Entry = {
    collection: original.collection,
    slug: original.slug,
    lang: original.lang,
    file: original.file,
    data: original.data as unknown as Entry['data'],
    body: original.body,
    fragments: original.fragments,
    state: 'original',
    changed: [],
    translator: undefined,
    parsed: original,
  };
  const byLanguage = new Map<string, Entry>();
  for (const version of versions) {
    if (version === original) byLanguage.set(version.lang, originalEntry);
    if (version.translates === undefined) continue;
    if (version.translates !== original.lang)
      own.push({
        check: 'translations',
        severity: 'error',
        file: version.file,
        field: 'translates',
        ...lineAt(version, ['translates']),
        found: `It says it translates "${version.translates}", but the original is ${original.file}.`,
        rule: 'A translation names the language of its original.',
        fix: `Write \`translates: ${original.lang}\`.`,
      });
    const equivalent = original.data['equivalent'] as Record<string, { of: string; was: string[] }> | undefined;
    const summary = version.data['state'] === 'summary';
    const rendered = version.data['revision'] as Record<string, string>;
    // A summary leaves out what it likes, and is not out of date in what it never held.
    const changed = changedParts(current, rendered, equivalent).filter((part) => !summary || part in rendered);
    byLanguage.set(version.lang, {
      ...originalEntry,
      lang: version.lang,
      file: version.file,
      data: mergeTranslation(original.data, version.data) as unknown as Entry['data'],
      body: version.body,
      fragments: new Map([...original.fragments, ...version.fragments]),
      state: summary ? 'summary' : changed.length > 0 ? 'outdated' : 'current',
      changed,
      translator: version.data['translator'] as string | undefined,
      parsed: version,
    });
  }
  const group = { collection: original.collection, slug: original.slug, original: originalEntry, byLanguage };
  joined.set(original, { versions: [...versions], group, problems: own });
  problems.push(...own);
  return group;
}

function collectReferences(groups: Graph['groups']) {
  const references = new Map<string, { refersTo: EntryReference['refersTo']; id: string; from: EntryNameAt }[]>();
  const backlinks = new Map<string, Backlink[]>();
  for (const collection of collections)
    for (const group of groups[collection].values()) {
      const found = referencesOfGroup(group as EntryGroup);
      references.set(`${collection}/${group.slug}`, found);
      for (const target of new Set(found.map(({ refersTo, id }) => `${refersTo}/${id}`))) {
        const list = backlinks.get(target);
        if (list) list.push({ collection, slug: group.slug });
        else backlinks.set(target, [{ collection, slug: group.slug }]);
      }
    }
  return { references, backlinks };
}

type EntryReference = Graph['references'] extends ReadonlyMap<string, readonly (infer R)[]> ? R : never;
/** The line is looked up only when somebody asks: it takes parsing the file again. */
const inField = (from: Omit<EntryNameAt, 'line' | 'field'>, parsed: ParsedEntry, path: (string | number)[]): EntryNameAt => ({
  ...from,
  field: fieldPath(path),
  get line() {
    return parsed.lineOf(path);
  },
});
const referencesKnown = new WeakMap<EntryGroup, EntryReference[]>();

/** Everything an entry refers to in any of its languages: fields, components and links of the body. */
function referencesOfGroup(group: EntryGroup): EntryReference[] {
  const known = referencesKnown.get(group);
  if (known) return known;
  const found: EntryReference[] = [];
  for (const { parsed } of group.byLanguage.values()) {
    const from = { collection: group.collection, slug: group.slug, lang: parsed.lang, file: parsed.file };
    const kind = parsed.translates === undefined ? 'original' : 'translation';
    for (const { refersTo, id, path } of referencesIn(descriptionOf(group.collection, kind), parsed.data)) {
      if (refersTo !== 'languages') found.push({ refersTo, id, from: inField(from, parsed, path) });
    }
    for (const body of [parsed.body, ...parsed.fragments.values()]) {
      for (const use of body.uses)
        for (const [name, attribute] of Object.entries(components[use.component].attributes)) {
          const value = use.attributes[name];
          if (!('refersTo' in attribute) || !attribute.refersTo || value === undefined) continue;
          const ids = attribute.kind === 'list' ? value.split(',').map((id) => id.trim()) : [value];
          if (use.component !== 'For')
            found.push(
              ...ids.map((id) => ({ refersTo: attribute.refersTo!, id, from: { ...from, line: use.line, field: `<${use.component} ${name}>` } })),
            );
        }
      for (const link of body.links) {
        const target = /^\/(stories|guides|pages|practices)\/([^/#]+)\/?/.exec(link.href);
        if (target) found.push({ refersTo: target[1] as 'stories', id: target[2]!, from: { ...from, line: link.line, field: 'link' } });
      }
    }
  }
  referencesKnown.set(group, found);
  return found;
}

function collectAliases(groups: Graph['groups']) {
  const aliases = new Map<string, string>();
  const clashes: Finding[] = [];
  for (const collection of collections)
    for (const group of groups[collection].values())
      for (const [index, alias] of group.original.data.aliases.entries()) {
        const key = `${collection}/${alias}`;
        const taken = aliases.get(key) ?? (groups[collection].has(alias) ? alias : undefined);
        if (taken === undefined) {
          aliases.set(key, group.slug);
          continue;
        }
        const other = groups[collection].get(taken)!.original.file;
        const own = other === group.original.file;
        clashes.push({
          check: 'addresses',
          severity: 'error',
          file: group.original.file,
          field: `aliases[${index}]`,
          ...lineAt(group.original.parsed, ['aliases', index]),
          found: own ? `The earlier address "${alias}" is its present one, or stands twice.` : `The earlier address "${alias}" belongs to ${other}.`,
          rule: 'An address leads to one entry.',
          fix: own
            ? `Take this "${alias}" out of the aliases.`
            : `Take "${alias}" out of the aliases here${other.endsWith(`/${alias}.mdx`) ? ', or rename that file' : ` or in ${other}`}.`,
        });
      }
  return { aliases, clashes };
}
