import { join, resolve } from 'node:path';
import type { Finding } from '../content-model/problems.ts';
import { contentOf, type Content } from '../graph/content.ts';
import { readContent } from '../graph/read.ts';
import { compileRenderer, type Renderer } from './compile.ts';
import { readEnvironment } from './environment.ts';
import { dataFolder, defaultContentFolder } from './folders.ts';
import { Publisher, type Published } from './publisher.ts';
import { today } from './today.ts';

export interface BuildInput {
  content?: string | undefined;
  out: string;
  languages?: string[] | undefined;
  day?: string | undefined;
  step?: (label: string) => void;
  progress?: (done: number, total: number) => void;
  renderer?: Renderer;
  before?: Content;
}

export type BuildResult =
  { published: Published; content: Content; day: string } | { published: null; content: Content; day: string; findings: Finding[] };

/** Reads content, compiles the pages if their code changed, and publishes what is new. Entries with errors are left out and told; settings with errors stop it. */
export async function buildSite(input: BuildInput): Promise<BuildResult> {
  const folder = resolve(input.content ?? defaultContentFolder);
  const cache = join(dataFolder(readEnvironment().DOORSTEP_DATA), 'cache');
  input.step?.('Reading content');
  const content = contentOf(await readContent(folder), input.before);
  const day = input.day ?? readEnvironment().DOORSTEP_DAY ?? today(content.graph?.settings.site.timeZone ?? 'UTC');
  if (!content.graph) return { published: null, content, day, findings: [...content.findings] };
  const unknown = input.languages?.filter((lang) => !content.graph!.languages.includes(lang)) ?? [];
  if (unknown.length > 0)
    throw new Error(`There is no language "${unknown.join('", "')}" here; the languages are ${content.graph.languages.join(', ')}.`);
  input.step?.('Compiling pages');
  const renderer = input.renderer ?? (await compileRenderer(cache));
  input.step?.('Writing pages');
  const published = await new Publisher({ renderer, out: resolve(input.out), cache }).publish({
    graph: content.graph,
    day,
    media: join(folder, 'media'),
    ...(input.languages ? { languages: input.languages } : {}),
    ...(input.progress ? { progress: input.progress } : {}),
  });
  return { published, content, day };
}
