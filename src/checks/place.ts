import { fieldPath, type Finding } from '../content-model/problems.ts';
import type { SettingsName } from '../content-model/settings.ts';
import type { Content } from '../graph/content.ts';
import type { ParsedEntry } from '../graph/parse.ts';

type Path = readonly (string | number)[];
type Place = Pick<Finding, 'file' | 'line' | 'field'>;

function place(file: string, lineOf: ParsedEntry['lineOf'], path: Path): Place {
  const line = lineOf(path);
  return { file, ...(line ? { line } : {}), ...(path.length > 0 ? { field: fieldPath(path) } : {}) };
}

/** Where a field of an entry stands. */
export const placeIn = (entry: ParsedEntry, path: Path): Place => place(entry.file, entry.lineOf, path);

/** Where a field of a settings file stands. */
export function placeInSettings(content: Content, name: SettingsName, path: Path): Place {
  const file = `settings/${name}.yml`;
  const parsed = content.parsed.get(file);
  return place(file, parsed?.kind === 'settings' ? parsed.lineOf : () => undefined, path);
}
