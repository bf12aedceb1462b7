import type { Node } from './nodes.ts';
import type { Places } from './limits.ts';
import { closeBrace, openBrace, unmask } from './mask.ts';
import { quoted, type Place, type Report } from './report.ts';

const rule = 'Entries cannot run code.';
const note = /^\s*(?:\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/\s*)+$/;

/** `{…}`: a note between comment signs goes without a word, everything else is refused. */
export function refuseExpression(node: Node, { report, place }: { report: Report; place: (node: Node) => Place }): [] {
  const value = unmask(node.value ?? '');
  if (!note.test(value)) report.add(place(node), { found: quoted(`{${value}}`), rule, fix: braceFix });
  return [];
}
const braceFix = 'Remove the curly brackets, or put a backslash before the first one to show it: \\{';

/** Curly brackets that `mask.ts` hid from the parser: in text they would have been code, so they are told of, where they stand. */
export function refuseHiddenExpressions(node: Node, { source, places, report }: { source: string; places: Places; report: Report }): void {
  const { start, end } = node.position ?? {};
  const value = node.value ?? '';
  let at = (start?.offset ?? 0) - 1;
  let depth = 0;
  for (let i = 0; i < value.length; i++) {
    const brace = value[i];
    if (brace === closeBrace) depth = Math.max(0, depth - 1);
    if (brace !== openBrace) continue;
    at = source.indexOf(openBrace, at + 1);
    if (depth++ > 0) continue;
    const offset = at < 0 || at >= (end?.offset ?? source.length) ? (start?.offset ?? 0) : at;
    report.add(places.at(offset), { found: quoted(unmask(untilClosed(value.slice(i)))), rule, fix: braceFix });
  }
}

function untilClosed(text: string): string {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === openBrace) depth++;
    if (text[i] === closeBrace && --depth === 0) return text.slice(0, i + 1);
  }
  return text;
}

/** Whether a paragraph begins as a module does: with import or export in the first column. */
export function startsLikeModule(node: Node): boolean {
  const first = node.children?.[0];
  if (first?.type !== 'text' || node.position?.start.column !== 1 || !/^[\uFDD2\uFDD3]/.test(first.value ?? '')) return false;
  return /^(?:import|export)(?:\s*[{*"']|\s+\S)/.test(unmask(first.value ?? ''));
}

export function refuseEsm(code: string, place: Place, report: Report): [] {
  report.add(place, { found: quoted(unmask(code)), rule, fix: 'Remove this line. If it is a sentence, begin it with another word.' });
  return [];
}
