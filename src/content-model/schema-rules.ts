import type { z } from 'zod';
import type { FieldNode } from './describe.ts';
import { formIn } from './finding-english.ts';
import { nearest } from './problems.ts';
import type { Sentence, Sentences } from './sentence.ts';
import type { FindingKey } from './string-keys/findings.ts';

/** A field as a finding speaks of it. */
export interface Field {
  name: Sentence;
  node: FieldNode | undefined;
  value: unknown;
  hint: Sentence;
}

type Rule = Pick<Sentences, 'rule' | 'fix'>;

export const meaning = (near: string): Sentence => ({ key: 'finding.fix.meant', values: { name: `\`${near}\`` } });
const chosen = (near: string | undefined, otherwise: Sentence): Sentence => (near ? meaning(near) : otherwise);
const filledIn = ({ name, hint }: Field): Rule => ({ rule: { key: 'finding.rule.filled', values: { name } }, fix: hint });

/** Of the forms a field may have, those that the writer can have meant: where only the kind of value is wrong, another was meant. */
export function meant(options: z.core.$ZodIssue[][]): z.core.$ZodIssue[][] {
  const fitting = options.filter((issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0));
  return fitting.length > 0 ? fitting : options;
}

/** The rule of a field that may have several forms, of which none fits. */
export function oneOf(issues: readonly z.core.$ZodIssue[], field: Field): Rule {
  const { name, value, hint } = field;
  if (value === undefined) return filledIn(field);
  const values = issues.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : []));
  const near = typeof value === 'string' ? nearest(value, values) : undefined;
  const forms = issues.map(wanted);
  const known = forms.filter((form) => form !== undefined);
  const rule: Sentence =
    known.length < forms.length
      ? { key: 'finding.rule.hint', values: { name, hint } }
      : {
          key: 'finding.rule.form',
          values: { name, form: known.reduce((first, second) => ({ key: 'finding.form.or', values: { first, second } })) },
        };
  return { rule, fix: chosen(near, hint) };
}

/** What an issue asks for, to be said after "must be"; nothing where zod's words are for programs. */
function wanted(issue: z.core.$ZodIssue): Sentence | undefined {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length === 1
        ? `"${String(issue.values[0])}"`
        : { key: 'finding.form.choice', values: { choices: issue.values.map(String).join(', ') } };
    case 'invalid_type':
      return kinds[issue.expected] ? { key: kinds[issue.expected]! } : issue.expected;
    case 'invalid_format': {
      const key = formats[issue.format];
      return key ? { key } : issue.message.startsWith('Invalid') ? undefined : formIn(issue.message);
    }
    default:
      return undefined;
  }
}

/** The rule that a value breaks, and what to do. */
export function ruleOf(issue: z.core.$ZodIssue, field: Field): Rule {
  const { name, value, hint, node } = field;
  if (value === undefined || value === null || value === '') return filledIn(field);
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String);
      const rule: Sentence = { key: 'finding.rule.choices', values: { name, choices: values.join(', ') } };
      return { rule, fix: chosen(nearest(String(value), values), { key: 'finding.fix.choose' }) };
    }
    case 'too_big': {
      const over = (typeof value === 'string' || Array.isArray(value) ? value.length : 0) - Number(issue.maximum);
      const fix: Sentence =
        typeof value === 'string'
          ? { key: 'finding.fix.shorten', values: { count: over } }
          : issue.origin === 'array'
            ? { key: 'finding.fix.takeAway', values: { count: over } }
            : hint;
      return { rule: bound('most', { name, limit: Number(issue.maximum), origin: issue.origin }), fix };
    }
    case 'too_small':
      return { rule: bound('least', { name, limit: Number(issue.minimum), origin: issue.origin }), fix: hint };
    case 'invalid_type': {
      if (issue.expected === 'record' && typeof value === 'string')
        return {
          rule: { key: 'finding.rule.eachLanguage', values: { name } },
          fix: { key: 'finding.fix.eachLanguage', values: { example: `{ en: ${JSON.stringify(value)} }` } },
        };
      const plain = typeof value === 'number' || typeof value === 'boolean';
      const fix: Sentence = issue.expected === 'string' && plain ? { key: 'finding.fix.quote', values: { value: String(value) } } : hint;
      return { rule: { key: 'finding.rule.form', values: { name, form: wanted(issue)! } }, fix };
    }
    case 'invalid_format': {
      const pattern = node?.pattern ?? 'shown in docs/content-model.md';
      return {
        rule: { key: 'finding.rule.form', values: { name, form: wanted(issue) ?? { key: 'finding.form.pattern', values: { pattern } } } },
        fix: hint,
      };
    }
    default:
      return { rule: issue.message, fix: hint };
  }
}

const counted = {
  most: { string: 'finding.rule.mostCharacters', array: 'finding.rule.mostItems' },
  least: { string: 'finding.rule.leastCharacters', array: 'finding.rule.leastItems' },
} as const;

function bound(which: 'most' | 'least', { name, limit, origin }: { name: Sentence; limit: number; origin: string }): Sentence {
  if (origin === 'string' || origin === 'array') return { key: counted[which][origin], values: { name, count: limit } };
  // A year is no count: it is written without a sign between its thousands.
  return { key: `finding.rule.${which}`, values: { name, limit: String(limit) } };
}

const formats: Record<string, FindingKey> = { date: 'finding.form.day', url: 'finding.form.url', email: 'finding.form.email' };
const kinds: Record<string, FindingKey> = {
  string: 'finding.form.text',
  number: 'finding.form.number',
  int: 'finding.form.whole',
  array: 'finding.form.list',
  object: 'finding.form.group',
  boolean: 'finding.form.yesNo',
  record: 'finding.form.group',
  tuple: 'finding.form.list',
};
