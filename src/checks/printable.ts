import type { Finding } from '../content-model/problems.ts';
import { visible } from '../mdx/report.ts';

/** Findings quote content; what would turn, hide or colour a terminal's text is written by its number. Fixes may have several lines. */
export function printable(finding: Finding): Finding {
  const lines = (text: string) => text.split('\n').map(visible).join('\n');
  return { ...finding, file: visible(finding.file), found: visible(finding.found), rule: visible(finding.rule), fix: lines(finding.fix) };
}
