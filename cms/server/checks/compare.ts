import { checkContent } from '../../../src/checks/checks.ts';
import type { Finding } from '../../../src/content-model/problems.ts';
import type { Content } from '../../../src/graph/content.ts';
import type { MainContent, Proposal } from '../content/main-content.ts';

const known = new WeakMap<Content, { day: string; findings: readonly Finding[] }>();

/** What is wrong with content on a day, worked out once for as long as that content is the present one. */
export function findingsNow(content: Content, day: string): readonly Finding[] {
  const before = known.get(content);
  if (before?.day === day) return before.findings;
  const findings = checkContent(content, { day });
  known.set(content, { day, findings });
  return findings;
}

/** Lines move when text is put in above them; whether a finding is the same is seen by what it says, and where. */
const identity = ({ check, file, field, found }: Finding) => [check, file, field ?? '', found].join('\u0000');

/** What is found in content that is not found in it now. */
export function newFindings(after: readonly Finding[], before: readonly Finding[]): Finding[] {
  const old = new Set(before.map(identity));
  return after.filter((finding) => !old.has(identity(finding)));
}

/** Comparing must not blame a writer for what another publication brought in between: tried again when `main` moved meanwhile. */
const attempts = 5;

/** The content of now and with a proposal, both of the same `main`. */
export async function nowAndThen(mainContent: MainContent, proposal: Proposal): Promise<{ now: Content; then: Content }> {
  for (let attempt = 1; ; attempt++) {
    const now = await mainContent.current();
    const then = await mainContent.with(proposal);
    if (attempt === attempts || now === (await mainContent.current())) return { now, then };
  }
}
