import type { Finding } from '../../content-model/problems.ts';
import { targetOf, type BuiltCheck } from './built-site.ts';

/** A page fetches nothing from elsewhere, and everything it fetches is there. */
export const resources: BuiltCheck = (page, { files, origin }) => {
  const told = new Set<string>();
  return page.resources.flatMap(({ tag, attribute, address }): Finding[] => {
    if (address.startsWith('data:') || address.startsWith('#') || told.has(address)) return [];
    const target = targetOf(address, page, origin);
    if (target.kind === 'site' && files.has(target.file)) return [];
    const at = { check: 'built-resources', severity: 'error' as const, file: page.file, line: page.lineAt(tag.offset) };
    const found = `<${tag.name}${tag.name === 'style' ? '' : ` ${attribute}`}> fetches ${address}`;
    told.add(address);
    if (target.kind === 'elsewhere')
      return [
        {
          ...at,
          found: `${found}.`,
          rule: 'Pages fetch nothing from other sites: they would learn who reads what.',
          fix: 'Put the file into the site itself.',
        },
      ];
    if (target.kind === 'other')
      return [{ ...at, found: `${found}.`, rule: 'What a page fetches is a file of the site.', fix: 'Correct the address.' }];
    return [
      {
        ...at,
        found: `${found}, which is not there.`,
        rule: 'What a page fetches is a file of the site.',
        fix: 'Correct the address, or build the file.',
      },
    ];
  });
};
