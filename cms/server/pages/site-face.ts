import { readable } from '../../../src/content-model/colour.ts';
import type { Localised } from '../../../src/content-model/settings.ts';
import { localise } from '../../../src/views/site.ts';
import type { MainContent } from '../content/main-content.ts';
import type { Languages } from '../words.ts';

/** What the pages take from the published content, so that a city's editor looks like its site and speaks its languages. */
export interface SiteFace {
  name: string;
  city: (lang: string) => string;
  /** Colour of the street sign, dark enough for white letters: `#13409f`. */
  sign: string;
  /** In the order in which they are offered, each by its own name. */
  languages: readonly { id: string; name: string }[];
  defaultLanguage: string;
  timeZone: string;
  desks: readonly { id: string; name: string }[];
  strings: Languages;
}

/**
 * The face of the site as it is published now. Where the settings cannot be read any more, the last one that could be: people must get in to mend them.
 * Throws where there has never been one.
 */
export function siteFaces({ content, languages }: { content: Pick<MainContent, 'current'>; languages: () => Languages }): () => Promise<SiteFace> {
  let last: { graph: unknown; face: Omit<SiteFace, 'strings'> } | undefined;
  return async () => {
    const { graph } = await content.current();
    if (graph && last?.graph !== graph) {
      const { site, desks } = graph.settings;
      last = {
        graph,
        face: {
          name: site.name,
          city: (lang) => localise({ graph }, site.city as Localised, lang),
          sign: readable(site.sign, '#ffffff', 4.5),
          languages: site.languages.filter(({ id }) => graph.languages.includes(id)),
          defaultLanguage: site.defaultLanguage,
          timeZone: site.timeZone,
          desks: desks.map(({ id, name }) => ({ id, name })),
        },
      };
    }
    if (!last)
      throw new Error('The settings or interface texts on main cannot be read, so no page can be shown. `npm run cms -- import` brings whole ones.');
    return { ...last.face, strings: languages() };
  };
}
