import { byPlace, type Finding } from '../content-model/problems.ts';

export interface ReportOptions {
  /** An array of findings, for programs, and nothing else. */
  json?: boolean;
  /** Beside the report, lines from which code hosts make notes in the margin of a change (GitHub, Forgejo, Gitea). */
  annotations?: boolean;
  /** Warnings are counted only. */
  errorsOnly?: boolean;
  /** What stands before a finding's file, so that a terminal can open it: the content folder. */
  folder?: string;
  screen?: { isTTY?: boolean; write: (text: string) => unknown };
}

/** Prints findings, by file, and counts them. */
export function reportFindings(findings: readonly Finding[], options: ReportOptions = {}): { errors: number; warnings: number } {
  const { json = false, annotations = false, errorsOnly = false, folder = 'content', screen = process.stdout } = options;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const shown = findings.filter(({ severity }) => !errorsOnly || severity === 'error').toSorted(byPlace);
  if (json) screen.write(`${JSON.stringify(shown, withoutSaid, 2)}\n`);
  else {
    screen.write(inWords(shown, { folder, paint: screen.isTTY ? colourful : plain }));
    if (annotations) screen.write(shown.map((finding) => `${annotation(finding, folder)}\n`).join(''));
  }
  return { errors, warnings: findings.length - errors };
}

/** What is said in other languages is for editors; here it stands in English already. */
const withoutSaid = (key: string, value: unknown): unknown => (key === 'said' ? undefined : value);

/** `2 errors and 1 warning`, `no errors, 3 warnings`, `nothing to mend`. */
export function countInWords({ errors, warnings }: { errors: number; warnings: number }): string {
  const said = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;
  if (errors + warnings === 0) return 'nothing to mend';
  if (errors === 0) return `no errors, ${said(warnings, 'warning')}`;
  return `${said(errors, 'error')}${warnings > 0 ? ` and ${said(warnings, 'warning')}` : ''}`;
}

type Paint = (text: string, code: number) => string;
const plain: Paint = (text) => text;
const colourful: Paint = (text, code) => `\u001b[${code}m${text}\u001b[0m`;
const [bold, faint, red, yellow] = [1, 2, 31, 33];

const placed = (folder: string, { file, line, column }: Finding) =>
  `${folder ? `${folder}/` : ''}${file}${line ? `:${line}${column ? `:${column}` : ''}` : ''}`;

/** One paragraph a finding, an empty line between files. */
function inWords(findings: readonly Finding[], { folder, paint }: { folder: string; paint: Paint }): string {
  return findings
    .map((finding, index) => {
      const { file, severity, field, found, rule, fix } = finding;
      const between = index > 0 && findings[index - 1]!.file !== file ? '\n' : '';
      const head = `${paint(placed(folder, finding), bold)}  ${paint(severity, severity === 'error' ? red : yellow)}${field ? `  ${paint(field, faint)}` : ''}`;
      return `${between}${head}\n  ${found}\n  — ${rule}\n  → ${fix.replaceAll('\n', '\n  ')}\n`;
    })
    .join('');
}

/** Percent signs and ends of lines are written as GitHub's workflow commands want them; in properties colons and commas as well. */
const message = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function annotation(finding: Finding, folder: string): string {
  const { check, severity, file, line, column, found, rule, fix } = finding;
  const place = [
    `file=${property(folder ? `${folder}/${file}` : file)}`,
    ...(line ? [`line=${line}`] : []),
    ...(column ? [`col=${column}`] : []),
    `title=${property(check)}`,
  ];
  return `::${severity} ${place.join(',')}::${message(`${found} ${rule} ${fix}`)}`;
}
