import { isEntryPage } from './content-file.ts';
import { targetOf, type BuiltCheck } from './built-site.ts';
import type { Finding } from '../../content-model/problems.ts';

/** Bytes of script that a page of content may load (docs/architecture.md, budgets). */
const scriptBudget = 3 * 1024;

/** A page arrives in its first moment, with its styles; a page of content loads next to no script. */
export const weights: BuiltCheck = (page, { budget, sizes, origin }) => {
  const linked = (wanted: (name: string, rel: string) => boolean) =>
    new Set(
      page.resources.flatMap(({ tag, address }) => {
        if (!wanted(tag.name, tag.attributes['rel'] ?? '')) return [];
        const target = targetOf(address, page, origin);
        return target.kind === 'site' ? [target.file] : [];
      }),
    );
  const sizeOf = (files: ReadonlySet<string>) => [...files].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
  const findings: Finding[] = [];
  const tell = (found: string, rule: string, fix: string) =>
    findings.push({ check: 'built-weights', severity: 'error', file: page.file, found, rule, fix });

  const weight = page.weight + sizeOf(linked((name, rel) => name === 'link' && rel === 'stylesheet'));
  if (weight > budget)
    tell(
      `The page has ${weight} bytes of HTML and CSS, compressed.`,
      `At most ${budget} are allowed: what arrives in the first moment.`,
      'Shorten the text, or divide it into two entries.',
    );
  const script = page.inlineScript + sizeOf(linked((name) => name === 'script'));
  if (isEntryPage(page.file) && script > scriptBudget)
    tell(
      `The page loads ${script} bytes of script.`,
      `At most ${scriptBudget} are allowed on a page of content, and none is needed to read it.`,
      'Load it only where it is used, and only once it is.',
    );
  return findings;
};
