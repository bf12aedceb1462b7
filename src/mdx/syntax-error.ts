import { unmask } from './mask.ts';
import { Places } from './limits.ts';
import { quoted, type Place, type Told } from './report.ts';
import { withoutHtml } from './html-names.ts';

/** Sätteri's message begins with `line:column: `. */
const position = /^(\d+):(\d+): /;

/** What a file that does not parse is told: one error, for a writer. `masked` is what the parser read. */
export function syntaxError(message: string, masked: string, firstLine: number): { place: Place; told: Told } {
  const at = position.exec(message);
  if (!at) return { place: { line: firstLine }, told: unreadable };
  const [line, column] = [Number(at[1]), Number(at[2])];
  const offset = offsetOf(masked, line, column);
  const place = { line: line + firstLine - 1, column };
  const rest = unmask(masked.slice(offset, offset + 300));
  if (message.includes('expression')) {
    const brace = masked.lastIndexOf('{', offset);
    return {
      place: brace < 0 ? place : new Places(masked, firstLine).at(brace),
      told: { ...braces, found: quoted(unmask(masked.slice(Math.max(0, brace), offset + 40))) },
    };
  }
  const unclosed = /closing tag for `<([^>`]*)>`/.exec(message)?.[1];
  if (unclosed !== undefined) return { place, told: { found: `<${unclosed}> without an end`, ...missingEnd(unclosed) } };
  if (message.includes('Unexpected closing')) {
    return {
      place,
      told: {
        found: quoted(firstLineOf(rest)),
        rule: 'A closing tag needs an opening tag before it.',
        fix: 'Remove it, or write the opening tag. Tags inside each other close in reverse order.',
      },
    };
  }
  return { place, told: { found: quoted(firstLineOf(rest)), ...afterLess(rest, masked.slice(offset, offset + 300)) } };
}

const unreadable: Told = {
  found: 'A text that cannot be read',
  rule: 'Entries are Markdown with components.',
  fix: 'Remove the part you added last, and check again.',
};
const braces = { rule: 'Curly brackets would be code, and entries cannot run code.', fix: 'To show a curly bracket, put a backslash before it: \\{' };

function missingEnd(name: string): Pick<Told, 'rule' | 'fix'> {
  const rule = 'What is opened must be closed, in the same paragraph or on lines of its own.';
  if (!/^[A-Z]/.test(name)) return { rule: 'Entries hold no HTML.', fix: `${withoutHtml(name)} To show the sign itself, write \\<.` };
  return { rule, fix: `Write </${name}> where it ends, or <${name} … /> if nothing stands in it.` };
}

/** What somebody wanted who typed a `<` that begins no component. */
function afterLess(text: string, masked: string): Pick<Told, 'rule' | 'fix'> {
  if (text.startsWith('<!--'))
    return { rule: 'HTML comments are not possible.', fix: 'Remove it, or write {/* … */} for a note that readers do not see.' };
  const address = /^<((?:https?:|mailto:)[^\s>]+|[^\s<>@]+@[^\s<>]+)>/i.exec(text)?.[1];
  if (address)
    return { rule: 'Addresses are not put between < and >.', fix: `Write [words](${address.includes(':') ? address : `mailto:${address}`})` };
  const tag = /^<\/?([A-Za-z][\w.-]*)/.exec(text)?.[1];
  if (tag && /^<[^>]*[\uFDD0-\uFDD6]/.test(masked))
    return { rule: 'Entries cannot run code.', fix: 'Write each attribute as name="value", without curly brackets.' };
  if (tag && /^[A-Z]/.test(tag))
    return {
      rule: 'A component is written with its attributes in quotes.',
      fix: `Write <${tag} name="value"> … </${tag}>, or <${tag} name="value" />.`,
    };
  return { rule: 'A < begins a component.', fix: 'To show the sign itself, put a backslash before it: \\<' };
}

const firstLineOf = (text: string) => text.split('\n', 1)[0] ?? '';

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
