import type { Marked } from '../server/review/list-marks.ts';
import { callApi } from './api.ts';
import { say } from './words.ts';

/** A text in the answer to `entriesByFolder`. */
export interface Listed {
  data: string | null;
  file: { path: string };
}

const start = /^---\n(?=_revision:)/;

/** The fields for a text that Decap's lists are narrowed by, and the words that its summary ends with. They are in no stored text, and no save sends them. */
function fieldsOf({ state, outdated, due }: Omit<Marked, 'path' | 'others'>, words: (key: string) => string): string {
  const said = [
    ...(state === 'pending_review' ? [words('editor.config.filter.review')] : []),
    ...(outdated ? [words('editor.config.filter.outdated')] : []),
    ...(due ? [words('editor.config.filter.due')] : []),
  ];
  return [
    ...(state ? [`_state: ${state}\n`] : []),
    ...(outdated ? ['_outdated: true\n'] : []),
    ...(due ? ['_due: true\n'] : []),
    ...(said.length > 0 ? [`_marks: ${JSON.stringify(` · ${said.join(' · ')}`)}\n`] : []),
  ].join('');
}

/** The texts of a list with what the server says of each, without those that the person may not write in. */
export function marked<T extends Listed>(list: readonly T[], { marks, words }: { marks: readonly Marked[]; words: (key: string) => string }): T[] {
  const byPath = new Map(marks.map((mark) => [mark.path, mark]));
  return list.flatMap((one) => {
    const mark = byPath.get(one.file.path);
    if (mark?.others) return [];
    return mark && one.data !== null ? { ...one, data: one.data.replace(start, (line) => line + fieldsOf(mark, words)) } : one;
  });
}

/** The answer to `entriesByFolder`, with the marks that the filters of the list look for. Without them, if they cannot be had: the list is more than they are. */
export async function withMarks(list: readonly Listed[], { folder }: { folder: string }): Promise<readonly Listed[]> {
  const marks = await callApi<Marked[]>('listMarks', { folder }).catch(() => []);
  return marked(list, { marks, words: say });
}
