import type { ShownFinding } from '../../server/checks/shown-findings.ts';
import { labelOf } from '../field-words.ts';
import { say } from '../words.ts';

/** What must be mended before it can be saved, what is missing before it can be published, what is only good to know. */
const weights = ['error', 'incomplete', 'warning'] as const;
const weightOf = ({ severity, incomplete }: ShownFinding): (typeof weights)[number] =>
  severity === 'warning' ? 'warning' : incomplete ? 'incomplete' : 'error';

/** The label of a field with those of the groups around it, in the language of the interface. */
const labelWords = (label: string): string => label.split(' › ').map(labelOf).join(' › ');

interface ProblemsProps {
  problems: readonly ShownFinding[];
  /** Leads to the field; left out where nothing can be led to. */
  onGo?: ((field: string) => unknown) | undefined;
}

/** What the check found, beside the page: where, what, the rule, and what to do. */
export function PreviewProblems({ problems, onGo }: ProblemsProps) {
  if (problems.length === 0) return null;
  const sorted = weights.flatMap((weight) => problems.filter((problem) => weightOf(problem) === weight));
  return (
    <ol className="preview-problems">
      {sorted.map((problem, index) => (
        <li key={index} data-weight={weightOf(problem)}>
          <p className="preview-where">
            <span className="preview-weight">{say(`editor.preview.problems.${weightOf(problem)}`)}</span> <Where problem={problem} onGo={onGo} />
          </p>
          <p dir="auto">
            <strong>{problem.found}</strong>
          </p>
          <p dir="auto">{problem.rule}</p>
          <p dir="auto">{problem.fix}</p>
        </li>
      ))}
    </ol>
  );
}

function Where({ problem: { label, field, line }, onGo }: { problem: ShownFinding; onGo: ProblemsProps['onGo'] }) {
  const name = label === undefined ? undefined : labelWords(label);
  if (name !== undefined && field !== undefined && onGo)
    return (
      <button type="button" aria-label={say('editor.preview.go', { field: name })} onClick={() => onGo(field)}>
        {name}
      </button>
    );
  const place = name ?? (line === undefined ? undefined : say('editor.preview.problems.line', { line }));
  return place === undefined ? null : <b>{place}</b>;
}
