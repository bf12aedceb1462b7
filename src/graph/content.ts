import type { Finding } from '../content-model/problems.ts';
import type { ContentSource } from './content-source.ts';
import type { Graph } from './graph.ts';
import { indexGraph } from './index-graph.ts';
import { parseText, type Parsed } from './parse.ts';

/** Content read and joined, with what is needed to take the next change without parsing anything twice. */
export interface Content {
  source: ContentSource;
  parsed: ReadonlyMap<string, Parsed>;
  /** Null where the settings cannot be read: then nothing can be shown. */
  graph: Graph | null;
  findings: readonly Finding[];
  /** How many files were parsed to get here from the content before. */
  parsedNow: number;
}

/** Parses and joins content. Files whose text is the same as in `before` are not parsed again. */
export function contentOf(source: ContentSource, before?: Content): Content {
  const parsed = new Map<string, Parsed>();
  let parsedNow = 0;
  for (const [file, text] of source.texts) {
    const known = before?.source.texts.get(file) === text ? before.parsed.get(file) : undefined;
    if (!known) parsedNow++;
    parsed.set(file, known ?? parseText(file, text));
  }
  const { graph, findings } = indexGraph(parsed, source.media);
  return { source, parsed, graph, findings, parsedNow };
}
