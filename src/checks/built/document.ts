import { directionOf } from '../../content-model/locales.ts';
import type { Finding } from '../../content-model/problems.ts';
import type { BuiltCheck } from './built-site.ts';

const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;

/** A page says its language and direction, and has one title for all. */
export const document: BuiltCheck = (page) => {
  const findings: Finding[] = [];
  const tell = (found: string, rule: string, fix: string) =>
    findings.push({ check: 'built-pages', severity: 'error', file: page.file, found, rule, fix });
  const { lang, dir, headings } = page;
  if (!lang || !languageTag.test(lang))
    tell(
      lang ? `<html lang="${lang}">` : '<html> without lang',
      'A page says which language it is in.',
      'Write <html lang="…"> with a language tag.',
    );
  else if (!page.redirect && (dir ?? 'ltr') !== directionOf(lang))
    tell(`<html lang="${lang}" dir="${dir ?? ''}">`, 'A page says in which direction it is read.', `Write dir="${directionOf(lang)}".`);
  if (!page.redirect && headings !== 1)
    tell(
      headings === 0 ? 'The page has no <h1>.' : `The page has ${headings} <h1>.`,
      'A page has one title.',
      'Make the title an <h1>, and the other headings <h2> and below.',
    );
  return findings;
};
