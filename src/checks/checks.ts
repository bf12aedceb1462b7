import { byPlace, type Finding } from '../content-model/problems.ts';
import type { Content } from '../graph/content.ts';
import type { Check } from './check.ts';
import { colours } from './colours.ts';
import { consent } from './consent.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { facts } from './facts.ts';
import { houseNumbers } from './house-numbers.ts';
import { languages } from './languages.ts';
import { links } from './links.ts';
import { navigation } from './navigation.ts';
import { pictures } from './pictures.ts';
import { printable } from './printable.ts';
import { references } from './references.ts';
import { reviews } from './reviews.ts';
import { sampleContent } from './sample-content.ts';
import { site } from './site.ts';
import { textDirection } from './text-direction.ts';
import { translations } from './translations.ts';

/** Every check on content, beside what is found while files are read (schema, safe MDX, interface texts, addresses). */
const checks = {
  colours,
  consent,
  'duplicate-ids': duplicateIds,
  facts,
  'house-numbers': houseNumbers,
  languages,
  links,
  navigation,
  pictures,
  references,
  reviews,
  'sample-content': sampleContent,
  site,
  'text-direction': textDirection,
  translations,
} as const satisfies Record<string, Check>;

/** Everything that is wrong with content on a day, in the order of the files. Where the settings cannot be read, what reading found is all there is. */
export function checkContent(content: Content, { day, release = false }: { day: string; release?: boolean }): Finding[] {
  const { graph } = content;
  const found = graph ? Object.values(checks).flatMap((check) => check({ graph, content, day, release })) : [];
  return [...content.findings, ...found].map(printable).sort(byPlace);
}
