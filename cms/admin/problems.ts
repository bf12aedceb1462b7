import { store } from 'decap-cms-core/dist/esm/redux';
import type { ShownFinding } from '../server/checks/shown-findings.ts';
import { clearStanding, sayStanding } from './bar.ts';
import { element } from './dom.ts';
import { goToField, placeOfField } from './field-place.ts';
import { say } from './words.ts';

const name = 'problems';

/** What was found in the text itself has a line and no field. */
const fieldOf = ({ field, line }: ShownFinding): string | undefined => field ?? (line === undefined ? undefined : 'body');

/** A finding as a person mends it: where, what was found, the rule, the fix. */
function listed(finding: ShownFinding): HTMLLIElement {
  const { label, found, rule, fix } = finding;
  const field = fieldOf(finding);
  const where = label ?? field;
  const go = field && element('button', { type: 'button', onclick: () => goToField(field) }, where ?? field);
  return element('li', {}, ...(go ? [go, ' '] : where ? [element('strong', {}, where), ' '] : []), found, ' ', rule, ' ', element('em', {}, fix));
}

const list = (findings: readonly ShownFinding[], open: boolean) =>
  element('details', { open }, element('summary', {}, say('editor.problems.list')), element('ul', {}, ...findings.map(listed)));

/** What the server refused, told at its field and in one list. */
export function showProblems(sentence: string, findings: readonly ShownFinding[]): void {
  const places = new Map<string, string[]>();
  for (const finding of findings) {
    const { severity, found, fix } = finding;
    const field = fieldOf(finding);
    const place = field && severity === 'error' ? placeOfField(field) : undefined;
    if (place) places.set(place.id, [...(places.get(place.id) ?? []), `${found} ${fix}`]);
  }
  for (const [uniquefieldId, messages] of places) {
    const errors = messages.map((message) => ({ type: 'CUSTOM', message, parentIds: [] }));
    store.dispatch({ type: 'DRAFT_VALIDATION_ERRORS', payload: { uniquefieldId, errors } });
  }
  sayStanding({ name, text: sentence, urgent: true, more: findings.length > 0 ? list(findings, true) : undefined });
}

/** What was saved all the same, and is still to be done before it can be published. */
export function showRemarks(findings: readonly ShownFinding[]): void {
  if (findings.length === 0) return clearStanding(name);
  const missing = findings.filter(({ severity }) => severity === 'error').length;
  const text = missing > 0 ? say('editor.saved.incomplete', { count: missing }) : say('editor.saved.remarks', { count: findings.length });
  sayStanding({ name, text, more: list(findings, false) });
  untilWrittenOn();
}

/** What was missing is not told any more once somebody is filling it in: only the next save knows. */
function untilWrittenOn(): void {
  let isSaved = false;
  const end = store.subscribe(() => {
    const hasChanged = store.getState().entryDraft.get('hasChanged') === true;
    isSaved ||= !hasChanged;
    // The save that brought the remarks is not over yet for Decap when they come.
    if (!isSaved || !hasChanged) return;
    end();
    clearStanding(name);
  });
}

export const clearProblems = (): void => clearStanding(name);
