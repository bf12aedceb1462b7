import type { Finding } from '../content-model/problems.ts';

/** Where something stands in a file; 1-based. */
export interface Place {
  line?: number | undefined;
  column?: number | undefined;
}

export type Told = Pick<Finding, 'found' | 'rule' | 'fix'> & { severity?: Finding['severity']; field?: string };

/** More findings than this in one file help nobody; the last one says how many there are. */
const most = 100;

/** Collects what is wrong in one file. */
export class Report {
  readonly findings: Finding[] = [];
  readonly file: string;
  readonly check: string;
  #dropped = 0;
  #severity: Finding['severity'] = 'warning';

  constructor(check: string, file: string) {
    this.check = check;
    this.file = file;
  }

  add(place: Place, { severity = 'error', ...told }: Told): void {
    if (this.findings.length >= most) {
      this.#dropped++;
      // No flood of warnings may hide that an error keeps the entry from being published.
      if (severity === 'error') this.#severity = 'error';
      return;
    }
    const finding: Finding = { check: this.check, severity, file: this.file, ...told, found: visible(told.found) };
    if (place.line !== undefined) finding.line = place.line;
    if (place.column !== undefined) finding.column = place.column;
    this.findings.push(finding);
  }

  /** The findings, with one more that counts those left out. */
  list(): Finding[] {
    if (this.#dropped === 0) return this.findings;
    const rest: Finding = {
      check: this.check,
      severity: this.#severity,
      file: this.file,
      found: `${this.#dropped} more problems of this kind`,
      rule: `The first ${most} are listed.`,
      fix: 'Mend those, then check again.',
    };
    return [...this.findings, rest];
  }
}

/** What stands in the file, in quotes, on one line, at most 80 characters. */
export function quoted(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`;
}

/** Characters one cannot see are written by their number: a report must not be reordered by what it reports. */
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]/g;
export const visible = (text: string): string => text.replace(unseen, codePoint);
export const codePoint = (character: string): string => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
