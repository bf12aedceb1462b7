import type { ContentSource } from '../../../src/graph/content-source.ts';
import { createMainContent } from '../content/create-main-content.ts';
import type { MainContent } from '../content/main-content.ts';

/** Test support: the real published content over texts in memory instead of a repository. */
export const contentInMemory = (source: ContentSource, day: string): MainContent =>
  createMainContent({ store: { head: async () => 'main' }, reader: { read: async () => source, close: () => undefined }, fixedDay: day });
