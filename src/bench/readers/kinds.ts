import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { City } from '../../e2e/city-server.ts';
import { viewOf, type PageRef, type RouteName } from '../../views/routes.ts';

/** The languages measured: the widest Latin one that every city has, Cyrillic, and one from right to left. */
export const measuredLanguages = ['en', 'uk', 'ar'];

/** The kinds that most readers land on: measured three times, and the median told. */
const often: ReadonlySet<RouteName> = new Set<RouteName>(['home', 'story', 'guide']);

/** A page to be measured. */
export interface MeasuredPage {
  kind: RouteName;
  path: string;
  lang: string;
  /** Search engines are asked not to show it, on purpose; so Lighthouse finds fault with that. */
  noindex: boolean;
  runs: number;
}

/** Of every kind of page one in each language: the heaviest of those that search engines may show, or the heaviest of all where none may be shown. */
export async function pagesToMeasure({ site, pages, folder }: Pick<City, 'site' | 'pages' | 'folder'>): Promise<MeasuredPage[]> {
  const candidates = await Promise.all(
    pages
      .filter(({ path }) => path !== '/404')
      .map(async (ref) => {
        const { lang, head } = viewOf(site, ref);
        return { ref, lang, noindex: head.noindex, bytes: await bytesOf(ref, folder) };
      }),
  );
  const kinds = Map.groupBy(candidates, ({ ref, lang }) => `${ref.route} ${ref.params['lang'] ?? ''}${ref.params['lang'] ? '' : lang}`);
  return [...kinds.values()].flatMap((group): MeasuredPage[] => {
    const [heaviest] = group.toSorted((a, b) => Number(a.noindex) - Number(b.noindex) || b.bytes - a.bytes);
    const { ref, lang, noindex } = heaviest!;
    const everywhere = ref.params['lang'] === undefined;
    if (!everywhere && !measuredLanguages.includes(ref.params['lang']!)) return [];
    return [{ kind: ref.route, path: ref.path, lang, noindex, runs: often.has(ref.route) ? 3 : 1 }];
  });
}

const bytesOf = async ({ path }: PageRef, folder: string): Promise<number> => (await stat(join(folder, path, 'index.html'))).size;
