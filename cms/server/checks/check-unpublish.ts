import { checkContent } from '../../../src/checks/checks.ts';
import { counted, listedBriefly } from '../../../src/checks/wording.ts';
import { isCollection } from '../../../src/content-model/collections.ts';
import type { Finding } from '../../../src/content-model/problems.ts';
import type { Content } from '../../../src/graph/content.ts';
import type { EntryGroup } from '../../../src/graph/graph.ts';
import type { MainContent } from '../content/main-content.ts';
import { documentFile, type DocumentName } from '../document.ts';
import { findingsNow, newFindings, nowAndThen } from './compare.ts';

/**
 * What would be wrong if documents were taken off the site, all of them together: pages that show or name them, translations that would be left without
 * their original. Empty where nothing stands in the way.
 */
export async function checkUnpublish({ mainContent, names }: { mainContent: MainContent; names: readonly DocumentName[] }): Promise<Finding[]> {
  const files = new Set(names.map(documentFile));
  const { now, then } = await nowAndThen(mainContent, { texts: new Map([...files].map((file) => [file, null])) });
  const day = await mainContent.day();
  const left = leftTranslations({ now, names, files });
  const alone = new Set(left.flatMap(({ translations }) => translations));
  const broken = newFindings(checkContent(then, { day }), findingsNow(now, day)).filter(
    ({ severity, file, check, field }) => severity === 'error' && !(alone.has(file) && check === 'translations' && field === 'translates'),
  );
  return [...left.map(({ finding }) => finding), ...broken];
}

/** Originals that would go without their translations: told once at the original, not at each translation. */
function leftTranslations({ now, names, files }: { now: Content; names: readonly DocumentName[]; files: ReadonlySet<string> }) {
  return names.flatMap((name): { finding: Finding; translations: string[] }[] => {
    if (!isCollection(name.collection)) return [];
    const group = now.graph?.groups[name.collection].get(name.slug) as EntryGroup | undefined;
    const file = documentFile(name);
    if (group?.original.file !== file) return [];
    const translations = [...group.byLanguage.values()].map((entry) => entry.file).filter((other) => other !== file && !files.has(other));
    if (translations.length === 0) return [];
    const finding: Finding = {
      check: 'translations',
      severity: 'error',
      file,
      found: `${counted(translations.length, 'translation')} would be left without this original: ${listedBriefly(translations)}.`,
      rule: 'A translation is shown only beside its original, so translations go with it.',
      fix: `Take ${translations.length === 1 ? 'it' : 'them'} off the site together with this.`,
    };
    return [{ finding, translations }];
  });
}
