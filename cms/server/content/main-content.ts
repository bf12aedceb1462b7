import type { Content } from '../../../src/graph/content.ts';
import type { MediaFile } from '../../../src/graph/content-source.ts';

/** What would be there if these files had these texts: null where a file goes. */
export interface Proposal {
  texts: ReadonlyMap<string, string | null>;
  /** Pictures that would come with them, by path from `media/`. */
  media?: ReadonlyMap<string, MediaFile>;
}

/** The published content, parsed and joined, always that of the present `main`. */
export interface MainContent {
  current(): Promise<Content>;
  /** The content with a proposal in place of what is published; nothing is kept of it. */
  with(proposal: Proposal): Promise<Content>;
  /** The day in the city's time zone, 2026-11-22. */
  day(): Promise<string>;
}
