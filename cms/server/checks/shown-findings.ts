import type { FieldNode } from '../../../src/content-model/describe.ts';
import type { Finding } from '../../../src/content-model/problems.ts';
import { worded, type Sentence, type Sentences } from '../../../src/content-model/sentence.ts';
import { nodeAt } from '../../../src/content-model/schema-findings.ts';
import { stringKeys } from '../../../src/content-model/string-keys.ts';
import { descriptionOf } from '../../../src/graph/parse.ts';
import { documentName } from '../document.ts';
import { fieldWord } from '../field-words.ts';
import { Refusal } from '../refusal.ts';
import type { Words } from '../words.ts';
import { pathOf } from './field-paths.ts';
import { settingsDescription } from './settings-description.ts';

/** A finding as a person in the editor reads it. */
export interface ShownFinding extends Omit<Finding, 'said'> {
  /** What the editor calls the field: `At a glance › Cost`. None where it stands in no field, or in one that the model does not know. */
  label?: string;
}

/** Who reads them: the language of the interface, and its texts. */
export interface FindingsReader {
  lang: string;
  words: Words;
}

/** More than a person mends in one sitting. */
const most = 50;

/**
 * Findings with the names of their fields; of more than fifty the first fifty, and one that counts the others. In the language of their reader as far as
 * they can be said in it; without a reader, and for checks that have sentences in English only, in English.
 */
export function shownFindings(findings: readonly Finding[], reader?: FindingsReader): ShownFinding[] {
  const rest = findings.slice(most);
  const [first] = rest;
  const shown = findings.slice(0, most).map((finding) => shownFinding(finding, reader));
  return first ? [...shown, shownFinding(others(first, rest), reader)] : shown;
}

/** One that stands for all that are not listed. */
function others({ check, file }: Finding, rest: readonly Finding[]): Finding {
  const severity = rest.some((finding) => finding.severity === 'error') ? 'error' : 'warning';
  return {
    check,
    severity,
    file,
    found: `${rest.length} more ${rest.length === 1 ? 'problem' : 'problems'}`,
    rule: `The first ${most} are listed.`,
    fix: 'Mend those, then save again.',
    said: {
      found: { key: 'finding.more', values: { count: rest.length } },
      rule: { key: 'finding.more.rule', values: { count: most } },
      fix: { key: 'finding.more.fix' },
    },
  };
}

/** What a request gets that would write something wrong: all of it at once, worded where it is answered. */
export const wrongContent = (findings: readonly Finding[]): Refusal =>
  new Refusal(422, 'cms.refused.wrong', { values: { count: findings.length }, findings });

function shownFinding({ said, ...finding }: Finding, reader: FindingsReader | undefined): ShownFinding {
  const label = labelOf(finding, reader);
  return { ...finding, ...(reader && said && inWords(said, reader)), ...(label && { label }) };
}

function inWords({ found, rule, fix }: Sentences, { lang, words }: FindingsReader): Record<keyof Sentences, string> {
  const speech = { say: words, ofModel: (english: string) => fieldWord(lang, english) };
  const inLanguage = (sentence: Sentence) => worded(sentence, speech);
  return { found: inLanguage(found), rule: inLanguage(rule), fix: inLanguage(fix) };
}

function labelOf({ file, field }: Finding, reader: FindingsReader | undefined): string | undefined {
  const name = field === undefined ? undefined : documentName(file);
  if (!name || field === undefined) return undefined;
  if (name.collection === 'strings') return Object.hasOwn(stringKeys, field) ? stringKeys[field as keyof typeof stringKeys] : undefined;
  const inLanguage = (english: string) => (reader ? fieldWord(reader.lang, english) : english);
  if (name.collection === 'settings') return labelIn(settingsDescription(name.slug), field, inLanguage);
  // A translation says some things only of itself, and everything else in fields that its original describes better.
  return (
    labelIn(descriptionOf(name.collection, 'original'), field, inLanguage) ??
    labelIn(descriptionOf(name.collection, 'translation'), field, inLanguage)
  );
}

/** The labels on the way to a field; a list’s items are counted as people count. */
function labelIn(schema: FieldNode, field: string, inLanguage: (english: string) => string): string | undefined {
  const path = pathOf(field);
  if (!nodeAt(schema, path)) return undefined;
  const steps = path.map((step, index) => {
    if (typeof step === 'number') return String(step + 1);
    const { label } = nodeAt(schema, path.slice(0, index + 1)) ?? {};
    return label === undefined ? step : inLanguage(label);
  });
  return steps.join(' › ');
}
