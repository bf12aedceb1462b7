import { isCollection as isMapOrList, parseDocument } from 'yaml';
import { plainLines } from '../../../src/mdx/limits.ts';
import { documentFile, type DocumentName } from '../document.ts';
import { isList } from './settings-description.ts';
import { takeTold, toldOfEntries, type Told } from './told-fields.ts';

/**
 * A text as it is served for editing says which revision it is, in a field that is in no stored text: `_revision`. So a save says what its writer saw,
 * whichever editor is used, and two people who edit one entry cannot overwrite each other unseen.
 *
 * Entries have it as the first field; settings and interface texts in their first line. Settings that are a list have no fields: they are served as
 * `items:` with the list below it.
 */

/** Quoted always: `1234…` and `12e34…` would be numbers. */
const field = (revision: string) => `_revision: '${revision}'\n`;
const itemsLine = /^items[ \t]*:[ \t]*(.*)(?:\n|$)/m;
const fences = /^(\uFEFF*---\n)([\s\S]*?)^---$/m;
/** A document of YAML may begin with comments and a line of three hyphens. */
const opening = /^(?:(?:[ \t]*(?:#.*)?\n)*---[ \t]*\n)?/;

export interface TextToServe {
  name: DocumentName;
  text: string;
  revision: string;
  /** Of a translation: the revision of its original's file, so that a save says which wording the translator saw. */
  original?: string | undefined;
}

/** What an editor gets: the stored text with its revision. Ends of lines become `\n`, a byte-order mark goes. */
export function servedText({ name, text, revision, original }: TextToServe): string {
  const plain = plainLines(text);
  if (name.collection === 'strings') return inFields(plain, revision);
  if (name.collection === 'settings') return isList(name.slug) ? inItems(plain, revision) : inFields(plain, revision);
  const [, start, fields = ''] = fences.exec(plain) ?? [];
  // Without fields nothing can be said of itself: it gets fields, so that whoever mends it can save it.
  if (start === undefined) return `---\n${field(revision)}---\n${plain}`;
  const source = original === undefined ? '' : `_original: '${original}'\n`;
  return `${start}${field(revision)}${source}${asBlock(fields)}${plain.slice(start.length + fields.length)}`;
}

function inFields(text: string, revision: string): string {
  const [start] = opening.exec(text)!;
  return `${start}${field(revision)}${asBlock(text.slice(start.length))}`;
}

function inItems(text: string, revision: string): string {
  const [start] = opening.exec(text)!;
  const list = asBlock(text.slice(start.length));
  const inBrackets = /^\[/m.exec(list);
  if (inBrackets && firstSign(list) === '[')
    return `${start}${field(revision)}${list.slice(0, inBrackets.index)}items: ${list.slice(inBrackets.index)}`;
  return `${start}${field(revision)}items:\n${list}`;
}

/** The first sign of a text of YAML that is not in a comment. */
const firstSign = (text: string): string | undefined => /^(?:[ \t]*(?:#.*)?\n)*[ \t]*(.)/.exec(text)?.[1];

/** Fields or items that stand in brackets over several lines, written one below the other: between brackets there is no line to add. */
function asBlock(yaml: string): string {
  const sign = firstSign(yaml);
  if (sign !== '{' && !(sign === '[' && yaml.trimEnd().includes('\n'))) return yaml;
  try {
    const document = parseDocument(yaml, { logLevel: 'silent' });
    if (document.errors.length > 0 || !isMapOrList(document.contents)) return yaml;
    if (document.contents.items.length === 0) return sign === '{' ? '' : yaml;
    document.contents.flow = false;
    return document.toString({ lineWidth: 0 });
  } catch {
    return yaml;
  }
}

export interface ReceivedText extends Told {
  /** The text to check and store, its lines ended by `\n`. */
  text: string;
}

/**
 * What an editor sent, without what is only told to editors. An unchanged text comes back byte for byte.
 * Throws a `Refusal` (422) where it names two revisions, or something that is none.
 */
export function receivedText({ name, text }: { name: DocumentName; text: string }): ReceivedText {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const file = documentFile(name);
  if (name.collection !== 'settings' && name.collection !== 'strings') {
    const [, start, fields = ''] = fences.exec(plain) ?? [];
    if (start === undefined) return { text: plain, revision: undefined };
    const { rest, told } = takeTold(fields, { file, firstLine: 2, names: toldOfEntries });
    return { ...told, text: `${start}${rest}${plain.slice(start.length + fields.length)}` };
  }
  const { rest, told } = takeTold(plain, { file, firstLine: 1, names: ['_revision'] });
  return { ...told, text: name.collection === 'settings' && isList(name.slug) ? withoutItems(rest) : rest };
}

/** The list below `items:`; editors write it indented, and it is stored as it would be written by hand. */
function withoutItems(text: string): string {
  const found = itemsLine.exec(text);
  if (!found) return text;
  const [line, beside = ''] = found;
  const below = text.slice(found.index + line.length);
  const indents = [...below.matchAll(/^( *)[^ \n]/gm)].map(([, indent]) => indent!.length);
  const least = Math.min(...(indents.length > 0 ? indents : [0]));
  const list = least > 0 ? below.replace(new RegExp(`^ {${least}}`, 'gm'), '') : below;
  return `${text.slice(0, found.index)}${beside}${beside && line.endsWith('\n') ? '\n' : ''}${list}`;
}
