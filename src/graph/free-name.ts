import { entryName } from '../content-model/paths.ts';
import type { Finding } from '../content-model/problems.ts';

/** A file whose corrected name is taken is told of both files and gets another name: renaming it as it stands would overwrite an entry. */
export function withFreeName(finding: Finding, files: Pick<ReadonlyMap<string, unknown>, 'has'>): Finding {
  if (finding.check !== 'addresses') return finding;
  const { file } = finding;
  const name = entryName(file);
  if (!('problem' in name) || name.problem !== 'slug' || !name.suggestion) return finding;
  const at = (slug: string) => `${file.slice(0, file.lastIndexOf('/') + 1)}${slug}.mdx`;
  const taken = at(name.suggestion);
  if (!files.has(taken)) return finding;
  let number = 2;
  while (files.has(at(`${name.suggestion}-${number}`))) number++;
  return {
    ...finding,
    found: `${finding.found} With small letters and hyphens, ${file} would have the address of ${taken}.`,
    fix: `Rename the file to ${name.suggestion}-${number}.mdx, or delete the one of the two that is not needed.`,
  };
}
