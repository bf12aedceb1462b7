import type { Finding } from '../content-model/problems.ts';
import type { Content } from '../graph/content.ts';
import type { Graph } from '../graph/graph.ts';

/** What a check may know. No disk, no clock: the day is given. */
export interface CheckContext {
  graph: Graph;
  content: Content;
  /** 2026-10-31, in the city's time zone. */
  day: string;
  /** Whether the content is about to go to real readers, who must get nothing invented. */
  release: boolean;
}

/** One rule about content: what breaks it, in the order of the files. */
export type Check = (context: CheckContext) => Finding[];
