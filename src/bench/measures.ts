import { existsSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entryFile } from '../content-model/paths.ts';
import { root } from '../release/root.ts';
import { corpusDay } from './corpus/corpus.ts';
import type { Plan } from './corpus/plan.ts';
import { edited } from './edit-entry.ts';
import { measuredRun, type Command, type Measured } from './measured-run.ts';
import type { Peer } from './peers/peer.ts';
import type { Sample } from './samples.ts';

export interface Measure {
  id: string;
  /** Not timed. */
  prepare?: () => Promise<void>;
  run: () => Promise<Sample>;
}
export interface Place {
  /** Where everything of one size lies. */
  folder: string;
  plan: Plan;
  peers: readonly Peer[];
  astro: boolean;
}

const own = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const remove = (...paths: string[]) => Promise.all(paths.map((path) => rm(path, { recursive: true, force: true })));

/** Everything measured at one size, in the order in which each round goes through it: what is compared stands side by side, so that a busy moment of the machine meets both. */
export function measuresOf({ folder, plan, peers, astro }: Place): { warmUp: () => Promise<void>; measures: Measure[] } {
  const at = (...names: string[]) => join(folder, ...names);
  const content = at('content');
  // In the middle of the guides: its title is shown by stories, lists and its own translations.
  const changed = plan.guides[plan.guides.length >> 1]!;
  const file = entryFile({ ...changed, lang: changed.original });
  const drafted = plan.stories[plan.stories.length >> 1]!;
  let edits = 0;

  const variables = (data: string) => ({ DOORSTEP_DATA: relative(root, at(data)), DOORSTEP_DAY: corpusDay, DOORSTEP_CONTENT: content });
  const build = ({ out, data, more = [] }: { out: string; data: string; more?: string[] }): Command => ({
    program: process.execPath,
    parameters: [own('../cli/build.ts'), '--content', content, '--out', at(out), '--day', corpusDay, ...more],
    variables: variables(data),
  });
  const inside = async (task: string, { out, entry }: { out: string; entry: string }) => {
    const parameters = [own('doorstep-run.ts'), task, content, at(out), entry, corpusDay];
    const { memory, output } = await measuredRun({ program: process.execPath, parameters, variables: variables('data') });
    return { memory, details: JSON.parse(output.trim().split('\n').at(-1)!) as Record<string, number> };
  };
  const changeFile = async (path: string) => writeFile(path, edited(await readFile(path, 'utf8'), ++edits));
  const timed = async (command: Command): Promise<Sample> => sampleOf(await measuredRun(command));

  const clean: Measure = {
    id: 'clean',
    prepare: async () => void (await remove(at('out'), at('data/cache/search'))),
    run: () => timed(build({ out: 'out', data: 'data' })),
  };
  const measures: Measure[] = [
    clean,
    ...peers.map((peer): Measure => ({
      id: `clean ${peer.name}`,
      prepare: async () => void (await remove(at(peer.name, 'public'))),
      run: () => withSearch(peer.build(at(peer.name))),
    })),
    ...(astro ? [astroBuild()] : []),
    { id: 'nothing', run: () => timed(build({ out: 'out', data: 'data' })) },
    { id: 'changed', prepare: () => changeFile(join(content, file)), run: () => timed(build({ out: 'out', data: 'data' })) },
    ...peers.map((peer): Measure => ({
      id: `changed ${peer.name}`,
      prepare: () => changeFile(at(peer.name, peer.fileOf({ ...changed, lang: changed.original }))),
      run: () => withSearch(peer.build(at(peer.name))),
    })),
    {
      id: 'warm',
      run: async () => {
        const { memory, details } = await inside('warm', { out: 'out', entry: file });
        return { milliseconds: details['written']!, memory, details };
      },
    },
    {
      id: 'preview',
      run: async () => {
        const { memory, details } = await inside('preview', { out: 'out', entry: entryFile({ ...drafted, lang: drafted.original }) });
        return { milliseconds: details['all']!, memory, details };
      },
    },
    {
      id: 'language',
      prepare: async () => void (await remove(at('out-language'), at('data-language/cache/search'))),
      run: () => timed(build({ out: 'out-language', data: 'data-language', more: ['--lang', 'nl'] })),
    },
    {
      id: 'pictures',
      prepare: async () => void (await remove(at('out-language'), at('data-language/cache/search'), at('data-language/cache/media'))),
      run: () => timed(build({ out: 'out-language', data: 'data-language' })),
    },
    {
      id: 'cold',
      prepare: async () => void (await remove(at('out-language'), at('data-cold'))),
      run: () => timed(build({ out: 'out-language', data: 'data-cold' })),
    },
    {
      id: 'phases',
      prepare: async () => void (await remove(at('data/cache/search'))),
      run: async () => {
        const { memory, details } = await inside('phases', { out: 'out-phases', entry: file });
        return { milliseconds: Object.values(details).reduce((sum, part) => sum + part, 0), memory, details };
      },
    },
  ];

  function astroBuild(): Measure {
    return {
      id: 'astro',
      prepare: async () => void (await remove(at('out-astro'), at('data-language/cache/search'))),
      run: () =>
        timed({ program: bin('astro'), parameters: ['build', '--outDir', at('out-astro'), '--silent'], variables: variables('data-language') }),
    };
  }

  /** Compiles the renderer, makes the pictures, and lets the machine have seen every file once. */
  async function warmUp(): Promise<void> {
    await measuredRun(build({ out: 'out', data: 'data' }));
    for (const part of ['renderer', 'media'].filter((name) => existsSync(at('data/cache', name))))
      await cp(at('data/cache', part), at('data-language/cache', part), { recursive: true });
  }
  return { warmUp, measures };
}

const sampleOf = ({ milliseconds, memory }: Measured): Sample => ({ milliseconds, memory });

/** A generator, then Pagefind over what it wrote. */
async function withSearch(command: Command): Promise<Sample> {
  const pages = await measuredRun(command);
  const search = await measuredRun({ program: bin('pagefind'), parameters: ['--site', 'public', '--silent'], folder: command.folder! });
  return {
    milliseconds: pages.milliseconds + search.milliseconds,
    memory: Math.max(pages.memory ?? 0, search.memory ?? 0) || undefined,
    details: { pages: pages.milliseconds, search: search.milliseconds },
  };
}
