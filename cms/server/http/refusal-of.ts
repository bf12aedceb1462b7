import { Refusal } from '../refusal.ts';

interface SystemProblem {
  code?: unknown;
  errcode?: unknown;
  message?: unknown;
  cause?: unknown;
}

/** Words with which programs that were started say that the disk is full; the system itself says ENOSPC, or EDQUOT for a quota. */
const fullInWords = /no space left on device|out of disk ?space|disk quota exceeded|database or disk is full/i;
/** What SQLite calls the same, and what it says while another process writes, or the disk fails: SQLITE_FULL, BUSY, LOCKED, READONLY, IOERR. */
const [sqliteFull, sqliteCannotWrite] = [13, new Set([5, 6, 8, 10])];

const isFull = ({ code, errcode, message }: SystemProblem) =>
  code === 'ENOSPC' || code === 'EDQUOT' || errcode === sqliteFull || (typeof message === 'string' && fullInWords.test(message));
const cannotWrite = ({ code, errcode }: SystemProblem) =>
  code === 'EROFS' ||
  code === 'EIO' ||
  code === 'EMFILE' ||
  code === 'ENFILE' ||
  (typeof errcode === 'number' && sqliteCannotWrite.has(errcode & 0xff));

/** The problem and what caused it, outermost first. */
function chain(problem: unknown): SystemProblem[] {
  const found: SystemProblem[] = [];
  for (let at = problem; typeof at === 'object' && at !== null && found.length < 8; at = (at as SystemProblem).cause) found.push(at as SystemProblem);
  return found;
}

/**
 * What is said of anything that was thrown: refusals as they are, a full disk as such wherever it was noticed, a disk or database that fails as
 * "not now". Undefined where it is nobody's fault but the server's: that is a 500, and is logged.
 */
export function refusalOf(problem: unknown): Refusal | undefined {
  const problems = chain(problem);
  if (problems.some(isFull))
    return problem instanceof Refusal && problem.status === 507 ? problem : new Refusal(507, 'cms.refused.full', { cause: problem });
  if (problem instanceof Refusal) return problem;
  if (problems.some(cannotWrite)) return new Refusal(503, 'cms.refused.busy', { cause: problem });
  return undefined;
}
