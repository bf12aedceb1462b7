import type { ContentSource } from '../../src/graph/content-source.ts';
import { contentOf } from '../../src/graph/content.ts';
import type { Role } from '../server/roles.ts';
import { wordsIn } from '../server/words.ts';
import { makeConfig } from './config.ts';
import type { DecapConfig } from './decap-config.ts';

/** The configurations of a city, for tests: by role and working language, labels as the model has them. */
export function configsOf(source: ContentSource): (role: Role, lang: string, desks?: readonly string[]) => DecapConfig {
  const { settings, strings } = contentOf(source).graph!;
  const { site } = settings;
  return (role, lang, desks = []) =>
    makeConfig({ role, desks, lang, languages: site.languages, settings: site, say: wordsIn(strings, lang), labelOf: (english) => english });
}
