import { hash } from 'node:crypto';
import { HtmlValidate, StaticConfigLoader, type Message } from 'html-validate/browser';
import type { Finding } from '../../content-model/problems.ts';
import { printable } from '../printable.ts';
import { htmlRules, wordingOf } from './html-rules.ts';

/** One thing that is not valid HTML, wherever it is. */
interface Invalid {
  ruleId: string;
  ruleUrl: string | undefined;
  message: string;
  /** Where it was seen, in the order in which pages were read. */
  places: { file: string; line: number; selector: string | null }[];
}

/** A mistake on more pages than this is one of a component: it is told where it was first seen, with the number of the others. */
const told = 5;

/**
 * Collects what is not valid HTML, page by page: about 11 ms for a page of 40 KB on one core. Pages with the same bytes are validated once. `findings` tells
 * everything in the end: what is wrong several times on a page once, and what is wrong on many pages at its first place.
 */
export function collectInvalidHtml() {
  const validator = new HtmlValidate(new StaticConfigLoader(htmlRules));
  const seen = new Set<string>();
  const invalid = new Map<string, Invalid>();
  return {
    read(file: string, html: string): void {
      const key = hash('sha256', html, 'hex');
      if (seen.has(key)) return;
      seen.add(key);
      for (const { messages } of validator.validateStringSync(html, file).results)
        for (const { ruleId, ruleUrl, message, line, selector } of withoutConsequences(messages)) {
          const kind = `${ruleId} ${message}`;
          const known = invalid.get(kind) ?? { ruleId, ruleUrl, message, places: [] };
          invalid.set(kind, known);
          known.places.push({ file, line, selector });
        }
    },
    findings: (): Finding[] => [...invalid.values()].flatMap(inWords).map(printable),
  };
}

const closing = new Set(['close-order', 'no-implicit-close']);

/** One element that is not closed makes every one around it end at the wrong place: of these only the first that is not closed, or not open, is told. */
function withoutConsequences(messages: readonly Message[]): Message[] {
  const unclosed = messages.filter(({ ruleId }) => closing.has(ruleId));
  const cause = unclosed.find(({ message }) => /^(?:Unclosed|Stray)/.test(message)) ?? unclosed[0];
  return messages.filter((message) => message === cause || !closing.has(message.ruleId));
}

function inWords({ ruleId, ruleUrl, message, places }: Invalid): Finding[] {
  const byPage = Map.groupBy(places, ({ file }) => file);
  const shown = byPage.size > told ? [...byPage].slice(0, 1) : [...byPage];
  const others = byPage.size - shown.length;
  return shown.map(([file, [first, ...more]]) => {
    const counts = [...(more.length > 0 ? [`${more.length} more on this page`] : []), ...(others > 0 ? [`the same on ${others} other pages`] : [])];
    return {
      check: 'built-html',
      severity: 'error',
      file,
      line: first!.line,
      found: `${message.replace(/\.$/, '')}${atElement(first!.selector)}${counts.length > 0 ? ` (${counts.join('; ')})` : ''}.`,
      ...wordingOf(ruleId, ruleUrl),
    };
  });
}

/** html-validate escapes every letter beyond ASCII in its selectors. */
const atElement = (selector: string | null) => (selector ? `, at ${selector.replace(/\\(?=[^ -~])/gu, '')}` : '');
