import { createHash } from 'node:crypto';
import { translatedTexts, type FieldNode } from '../content-model/describe.ts';
import type { Body } from '../mdx/body.ts';

/** Texts that differ only in white space or Unicode form mean the same. */
const normalised = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Twelve hexadecimal digits of the SHA-256 of a normalised text: enough to tell the wordings of one field apart. */
export const textHash = (texts: readonly string[]): string =>
  createHash('sha256').update(texts.map(normalised).join('\u0000')).digest('hex').slice(0, 12);

/** What a translation renders: for each translated field, and for each section of the body (`body` for the introduction, `body#<heading id>`), the hash of the original's text. */
export function revisionOf(schema: FieldNode, data: Record<string, unknown>, body: Body): Record<string, string> {
  const revision: Record<string, string> = {};
  for (const [name, texts] of translatedTexts(schema, data)) revision[name] = textHash(texts);
  if (normalised(body.introSource)) revision['body'] = textHash([body.introSource]);
  for (const section of body.sections) revision[`body#${section.id}`] = textHash([section.source]);
  return revision;
}

/** Which parts of the original changed since a translation was made: renderings of an earlier wording that was declared to mean the same count as current. */
export function changedParts(
  current: Record<string, string>,
  rendered: Record<string, string>,
  equivalent: Record<string, { of: string; was: string[] }> = {},
): string[] {
  const parts = new Set([...Object.keys(current), ...Object.keys(rendered)]);
  return [...parts].filter((part) => {
    const now = current[part];
    const then = rendered[part];
    if (now === then) return false;
    const same = equivalent[part];
    return !(same && same.of === now && then !== undefined && same.was.includes(then));
  });
}
