import { checkContent } from '../../../src/checks/checks.ts';
import type { Finding } from '../../../src/content-model/problems.ts';
import type { Content } from '../../../src/graph/content.ts';
import type { MediaFile } from '../../../src/graph/content-source.ts';
import type { EntryGroup } from '../../../src/graph/graph.ts';
import { indexGraph } from '../../../src/graph/index-graph.ts';
import { parseText, type Parsed } from '../../../src/graph/parse.ts';
import type { MainContent } from '../content/main-content.ts';
import { documentFile, type DocumentName } from '../document.ts';
import { findingsNow, newFindings, nowAndThen } from './compare.ts';
import { isWithin } from './field-paths.ts';
import { unknownLanguage } from './languages-of-site.ts';
import { originalToFind, secondOriginal, waitsForOriginal } from './original-of.ts';
import type { Known } from './stand-in-value.ts';
import { wholeDocument, type WholeDocument } from './whole-document.ts';

export interface DocumentToCheck {
  mainContent: MainContent;
  name: DocumentName;
  /** As it would be stored: without `_revision`. */
  text: string;
  /** Pictures that come with this save, by path from `media/`. */
  media?: ReadonlyMap<string, MediaFile>;
  /** Pictures that came with earlier saves of the draft, or lie in drafts it may show. */
  draftsMedia?: ReadonlyMap<string, MediaFile>;
  /** The text of a document’s draft; undefined where there is none. A translation may be begun while its original is a draft. */
  draftText?: (name: DocumentName) => Promise<string | undefined>;
  purpose: 'draft' | 'publish';
}

/** All of it at once, in the order in which one would mend it. */
export interface DocumentFindings {
  /** What refuses it: 422. */
  errors: Finding[];
  /** What a draft still needs before it can be published; at publishing it is among the errors. */
  incomplete: Finding[];
  /** What refuses nothing, and is good to know. */
  warnings: Finding[];
}

/** Two entries cannot have the same: told at either of the two, so looked for in both, even for a draft. */
const clashes = new Set(['addresses', 'house-numbers']);
/** What was found while the text itself was read. */
const whileReading = new Set(['schema', 'strings', 'yaml', 'safe-mdx']);

/**
 * The checks of `npm run check`, on one document that somebody wants to save or publish. What is wrong in a draft refuses it; what is only missing does
 * not, and the rest of it is checked all the same. Publishing also refuses whatever would bring an error to any other file that is not there now.
 */
export async function checkDocument(given: DocumentToCheck): Promise<DocumentFindings> {
  const { mainContent, name, text, purpose, draftText = async () => undefined } = given;
  const file = documentFile(name);
  const media = new Map([...(given.draftsMedia ?? []), ...(given.media ?? [])]);
  const { now, then } = await nowAndThen(mainContent, { texts: new Map([[file, text]]), media });
  const day = await mainContent.day();
  const foreign = await unknownLanguage({ name, now, draftText });
  if (foreign) return sorted([foreign], purpose);

  const known = knownIn(now, name);
  const own = wholeDocument({ name, text, parsed: then.parsed.get(file)!, published: now.parsed.get(file), known });
  const entry = own.parsed.kind === 'entry' ? own.parsed.entry : null;
  const second = entry && secondOriginal(entry, now);
  if (second) return sorted([...byteOrderMark(file, text), second, ...own.parsed.findings], purpose);

  const replaced = new Map([[file, own.parsed]]);
  const original = entry ? originalToFind(entry, then) : undefined;
  const draft = original && (await draftText(original));
  if (original && draft !== undefined) {
    const originalFile = documentFile(original);
    replaced.set(
      originalFile,
      wholeDocument({ name: original, text: draft, parsed: parseText(originalFile, draft), published: undefined, known: knownIn(now, original) })
        .parsed,
    );
  }
  const found = checkContent(withParsed(then, replaced), { day });

  const files = new Set([file, ...[...media.keys()].map((path) => `media/${path}`)]);
  const inDocument = found.filter((finding) => files.has(finding.file) && !isOfStandIn(finding, own));
  const waiting = entry && original && draft !== undefined ? [waitsForOriginal(entry, original)] : [];
  // A file of settings with stand-ins in it says nothing about the others.
  const comparable = own.parsed.kind !== 'settings' || own.standIns.length === 0;
  const others = comparable ? found.filter((finding) => !files.has(finding.file) && !replaced.has(finding.file)) : [];
  const elsewhere = newFindings(others, findingsNow(now, day)).filter(({ check }) => purpose === 'publish' || clashes.has(check));
  return sorted([...byteOrderMark(file, text), ...inDocument, ...waiting, ...elsewhere], purpose);
}

/** Findings by what they do to the document: for a draft what is missing does not refuse it. */
function sorted(findings: readonly Finding[], purpose: DocumentToCheck['purpose']): DocumentFindings {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const incomplete = purpose === 'draft' ? errors.filter((finding) => finding.incomplete) : [];
  return {
    errors: errors.filter((finding) => !incomplete.includes(finding)),
    incomplete,
    warnings: findings.filter(({ severity }) => severity === 'warning'),
  };
}

/** Files made by hand may begin with one, and it is skipped there; what an editor stores has none, or the first field would not be the first thing in it. */
function byteOrderMark(file: string, text: string): Finding[] {
  if (!text.startsWith('\uFEFF')) return [];
  return [
    {
      check: 'yaml',
      severity: 'error',
      file,
      line: 1,
      column: 1,
      found: 'The invisible character U+FEFF (a byte-order mark) at the start',
      rule: 'A text begins with its first visible sign.',
      fix: 'Delete the invisible character, or paste the text again as plain text.',
    },
  ];
}

const isOfStandIn = ({ check, field }: Finding, { standIns }: WholeDocument): boolean =>
  field !== undefined && !whileReading.has(check) && standIns.some((place) => isWithin(field, place));

/** The content as if some of its files had been read as these. */
function withParsed(content: Content, replaced: ReadonlyMap<string, Parsed>): Content {
  if ([...replaced].every(([file, parsed]) => content.parsed.get(file) === parsed)) return content;
  const parsed = new Map([...content.parsed, ...replaced]);
  const { graph, findings } = indexGraph(parsed, content.source.media);
  return { ...content, parsed, graph, findings };
}

/** What can stand in for a reference that is not filled in: the first there is. */
export function knownIn({ graph }: Content, { collection, slug }: DocumentName): Known {
  return (reference) => {
    if (!graph) return undefined;
    if (reference === 'media') return graph.media.keys().next().value;
    if (reference === 'languages') {
      const group =
        collection === 'settings' || collection === 'strings' ? undefined : (graph.groups[collection].get(slug) as EntryGroup | undefined);
      return group?.original.lang ?? graph.languages[0];
    }
    if (reference in graph.groups) return graph.groups[reference as keyof typeof graph.groups].keys().next().value;
    return graph.settings[reference as 'topics'][0]?.id;
  };
}
