import { nearest } from '../content-model/problems.ts';

/** Who mended fifty names in a file knows how they are written. Each suggestion compares with every name there is: ten thousand of them would take minutes. */
const mostInFile = 50;

/** What was meant by a name that is not there, for the first names of each file. One of these is made for each run of a check. */
export function suggestions(): (file: string, given: string, known: Iterable<string>) => string | undefined {
  const made = new Map<string, number>();
  return (file, given, known) => {
    const before = made.get(file) ?? 0;
    if (before >= mostInFile) return undefined;
    made.set(file, before + 1);
    return nearest(given, known);
  };
}
