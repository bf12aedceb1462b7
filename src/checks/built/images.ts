import type { Finding } from '../../content-model/problems.ts';
import type { BuiltCheck } from './built-site.ts';

/** Pictures keep their place while they load, and say what they show. */
export const images: BuiltCheck = (page) =>
  page.images.flatMap(({ attributes, offset }): Finding[] => {
    const at = { check: 'built-images', severity: 'error' as const, file: page.file, line: page.lineAt(offset) };
    const name = `<img src="${attributes['src'] ?? ''}">`;
    const findings: Finding[] = [];
    if (!/^\d+$/.test(attributes['width'] ?? '') || !/^\d+$/.test(attributes['height'] ?? ''))
      findings.push({
        ...at,
        found: `${name} without width and height`,
        rule: 'A picture keeps its place while it loads.',
        fix: 'Write both, in pixels.',
      });
    if (attributes['alt'] === undefined)
      findings.push({
        ...at,
        found: `${name} without alt`,
        rule: 'A picture says what it shows; alt="" says that it adds nothing.',
        fix: 'Write alt="…".',
      });
    return findings;
  });
