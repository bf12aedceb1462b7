import { today } from '../../../src/release/today.ts';
import { contentOf, type Content } from '../../../src/graph/content.ts';
import type { Store } from '../store/store.ts';
import type { MainContent } from './main-content.ts';
import type { MainReader } from './read-main.ts';

export interface MainContentOptions {
  store: Pick<Store, 'head'>;
  reader: MainReader;
  /** A day to use instead of today's, 2026-11-22. */
  fixedDay?: string | undefined;
}

/** Parses `main` once, then only what changed. Asked many times at once it is parsed once. */
export function createMainContent({ store, reader, fixedDay }: MainContentOptions): MainContent {
  let known: { head: string; content: Promise<Content> } | undefined;

  const current = async (): Promise<Content> => {
    const head = await store.head();
    if (known?.head === head) return known.content;
    const before = known?.content.catch(() => undefined);
    const content = (async () => contentOf(await reader.read(head), await before))();
    const mine = { head, content };
    known = mine;
    content.catch(() => {
      if (known === mine) known = undefined;
    });
    return content;
  };

  return {
    current,
    async with({ texts, media }) {
      const now = await current();
      const proposed = new Map(now.source.texts);
      for (const [path, text] of texts) {
        if (text === null) proposed.delete(path);
        else proposed.set(path, text);
      }
      const sorted = new Map([...proposed].sort(([a], [b]) => (a < b ? -1 : 1)));
      return contentOf({ texts: sorted, media: media ? new Map([...now.source.media, ...media]) : now.source.media }, now);
    },
    day: async () => fixedDay ?? today((await current()).graph?.settings.site.timeZone ?? 'UTC'),
  };
}
