import type { FieldNode } from '../../../src/content-model/describe.ts';
import type { Finding } from '../../../src/content-model/problems.ts';
import { nodeAt } from '../../../src/content-model/schema-findings.ts';
import { stringKeys } from '../../../src/content-model/string-keys.ts';
import { descriptionOf } from '../../../src/graph/parse.ts';
import { documentName } from '../document.ts';
import { Refusal } from '../refusal.ts';
import { pathOf } from './field-paths.ts';
import { settingsDescription } from './settings-description.ts';

/** A finding as a person in the editor reads it. */
export interface ShownFinding extends Finding {
  /** What the editor calls the field: `At a glance › Cost`. None where it stands in no field, or in one that the model does not know. */
  label?: string;
}

/** More than a person mends in one sitting. */
const most = 50;

/** Findings with the names of their fields; of more than fifty the first fifty, and one that counts the others. */
export function shownFindings(findings: readonly Finding[]): ShownFinding[] {
  const shown = findings.slice(0, most).map(withLabel);
  const rest = findings.slice(most);
  const [first] = rest;
  if (!first) return shown;
  const severity = rest.some((finding) => finding.severity === 'error') ? 'error' : 'warning';
  return [
    ...shown,
    {
      check: first.check,
      severity,
      file: first.file,
      found: `${rest.length} more ${rest.length === 1 ? 'problem' : 'problems'}`,
      rule: `The first ${most} are listed.`,
      fix: 'Mend those, then save again.',
    },
  ];
}

/** What a request gets that would write something wrong: all of it at once. */
export const wrongContent = (findings: readonly Finding[]): Refusal =>
  new Refusal(422, 'cms.refused.wrong', { values: { count: findings.length }, findings: shownFindings(findings) });

function withLabel(finding: Finding): ShownFinding {
  const label = labelOf(finding);
  return label ? { ...finding, label } : finding;
}

function labelOf({ file, field }: Finding): string | undefined {
  const name = field === undefined ? undefined : documentName(file);
  if (!name || field === undefined) return undefined;
  if (name.collection === 'strings') return Object.hasOwn(stringKeys, field) ? stringKeys[field as keyof typeof stringKeys] : undefined;
  if (name.collection === 'settings') return labelIn(settingsDescription(name.slug), field);
  // A translation says some things only of itself, and everything else in fields that its original describes better.
  return labelIn(descriptionOf(name.collection, 'original'), field) ?? labelIn(descriptionOf(name.collection, 'translation'), field);
}

/** The labels on the way to a field; a list’s items are counted as people count. */
function labelIn(schema: FieldNode, field: string): string | undefined {
  const path = pathOf(field);
  if (!nodeAt(schema, path)) return undefined;
  const steps = path.map((step, index) => (typeof step === 'number' ? String(step + 1) : (nodeAt(schema, path.slice(0, index + 1))?.label ?? step)));
  return steps.join(' › ');
}
