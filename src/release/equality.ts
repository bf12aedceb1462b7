import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { contentOf, type Content } from '../graph/content.ts';
import { readContent } from '../graph/read.ts';
import type { Renderer } from './compile.ts';
import { applied, type ContentFolder, type Edit } from './content-folder.ts';
import { Publisher, ReleaseRefused, type Published } from './publisher.ts';
import { randomFrom } from './random.ts';
import type { EditInput } from './random-edit-kit.ts';
import { randomEdit } from './random-edits.ts';

export interface EqualityInput {
  renderer: Renderer;
  start: ContentFolder;
  day: string;
  strings: EditInput['strings'];
  pictures: EditInput['pictures'];
  sequences: number;
  /** The first sequence's seed; each next one has the next. */
  seed?: number;
  editsEach?: number;
  /** Where made pictures and search indexes are kept for all sequences; every fifth clean build starts without any. */
  cache: string;
  /** Called after each sequence that ended in a release, with what is on disk. */
  alsoCompare?: (built: { index: number; content: string; day: string; published: Published }) => Promise<string[]>;
  progress?: (done: number, total: number) => void;
}

export interface EqualityResult {
  sequences: number;
  edits: number;
  /** Releases published on the way, and those that were refused by both ways of building. */
  releases: number;
  refused: number;
  /** Pages in the compared releases. */
  pages: number;
  /** The first sequence whose result depended on its history, made as short as it gets; undefined where all were equal. */
  difference?: string;
}

/** One edit, and how its result goes out. */
interface Step {
  edit: Edit;
  publish: 'make' | 'keep' | 'not';
  /** By a new publisher, as after a restart. */
  restarted: boolean;
}

interface Outcome {
  differences: string[];
  /** Whether they are differences between histories, or from another way of building. */
  fromHistory: boolean;
  releases: number;
  refused: boolean;
  pages: number;
}

/** Runs sequences of random edits, and compares what each left published with a clean build of the same content on the same day, over the manifest. */
export async function testEquality(input: EqualityInput): Promise<EqualityResult> {
  const result: EqualityResult = { sequences: 0, edits: 0, releases: 0, refused: 0, pages: 0 };
  for (let index = 0; index < input.sequences; index++) {
    const seed = (input.seed ?? 1) + index;
    const steps = stepsFrom(seed, input);
    const outcome = await runSequence(steps, input, index);
    result.sequences++;
    result.edits += steps.length;
    result.releases += outcome.releases;
    result.refused += outcome.refused ? 1 : 0;
    result.pages += outcome.pages;
    input.progress?.(index + 1, input.sequences);
    if (outcome.differences.length > 0) return { ...result, difference: await describe(seed, steps, outcome, input, index) };
  }
  return result;
}

function stepsFrom(seed: number, input: EqualityInput): Step[] {
  const random = randomFrom(seed);
  const steps: Step[] = [];
  let { start: folder, day } = input;
  for (let count = input.editsEach ?? random.between(4, 10); count > 0; count--) {
    const edit = randomEdit({ folder, day, random, strings: input.strings, pictures: input.pictures });
    folder = applied(folder, edit);
    day = edit.day ?? day;
    const publish = random.pick(['make', 'keep', 'keep', 'not'] as const);
    steps.push({ edit, publish, restarted: random.chance(0.2) });
  }
  return steps;
}

async function runSequence(steps: readonly Step[], input: EqualityInput, index: number): Promise<Outcome> {
  const { renderer, cache } = input;
  const home = await mkdtemp(join(tmpdir(), 'doorstep-equality-'));
  const folder = join(home, 'content');
  const options = { renderer, out: join(home, 'incremental'), cache };
  try {
    let publisher = new Publisher(options);
    let { day } = input;
    let content: Content | undefined;
    let releases = 0;
    const publish = async (search: 'make' | 'keep') => {
      const result = await attempt(publisher, content!, { day, folder, search });
      if (typeof result !== 'string' && result.changed) releases++;
      return result;
    };
    await writeFiles(folder, input.start);
    content = contentOf(await readContent(folder));
    const first = await publish('make');
    if (typeof first === 'string') throw new Error(`There is nothing to compare: the content to start from is refused. ${first}`);
    for (const step of steps) {
      await writeFiles(folder, step.edit.files);
      day = step.edit.day ?? day;
      if (step.restarted) publisher = new Publisher(options);
      content = contentOf(await readContent(folder), step.restarted ? undefined : content);
      if (step.publish !== 'not') await publish(step.publish);
    }
    const incremental = await publish('make');
    const ownCache = index % 5 === 0 ? join(home, 'cache') : cache;
    const clean = await attempt(new Publisher({ renderer, out: join(home, 'clean'), cache: ownCache }), contentOf(await readContent(folder)), {
      day,
      folder,
      search: 'make',
    });
    if (typeof incremental === 'string' || typeof clean === 'string')
      return {
        differences: incremental === clean ? [] : [`edited: ${told(incremental)}`, `clean: ${told(clean)}`],
        fromHistory: true,
        releases,
        refused: true,
        pages: 0,
      };
    const differences = await differencesBetween(incremental, clean);
    const fromHistory = differences.length > 0;
    if (!fromHistory && input.alsoCompare) differences.push(...(await input.alsoCompare({ index, content: folder, day, published: incremental })));
    return { differences, fromHistory, releases, refused: false, pages: incremental.pages };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** A release, or why it was refused. */
async function attempt(
  publisher: Publisher,
  { graph, findings }: Content,
  { day, folder, search }: { day: string; folder: string; search: 'make' | 'keep' },
): Promise<Published | string> {
  if (!graph) return `The settings cannot be read: ${JSON.stringify(findings)}`;
  try {
    return await publisher.publish({ graph, day, media: join(folder, 'media'), search });
  } catch (problem) {
    if (problem instanceof ReleaseRefused) return problem.message;
    throw problem;
  }
}
const told = (result: Published | string) => (typeof result === 'string' ? result : 'published');

/** What two releases differ in, file by file: names, hashes of the manifests, bytes on disk, and files that no manifest knows. */
export async function differencesBetween(edited: Published, clean: Published): Promise<string[]> {
  const paths = [...new Set([...Object.keys(edited.manifest.files), ...Object.keys(clean.manifest.files)])].sort();
  const differences: string[] = [];
  for (const path of paths) {
    const [a, b] = [edited.manifest.files[path], clean.manifest.files[path]];
    if (!a || !b) differences.push(`${path} is only in the ${a ? 'edited' : 'clean'} release`);
    else if (a.hash !== b.hash) differences.push(`${path} has another hash in the manifest`);
    else if (!(await readFile(join(edited.folder, path))).equals(await readFile(join(clean.folder, path))))
      differences.push(`${path} has other bytes`);
  }
  for (const { folder, manifest } of [edited, clean]) {
    const { kept } = JSON.parse(await readFile(`${folder}.json`, 'utf8')) as Published['manifest'];
    for (const path of await filesIn(folder)) if (!manifest.files[path] && !kept.includes(path)) differences.push(`${path} is in no manifest`);
  }
  return differences;
}

/** All files below a folder, by their paths from it, in order. */
export async function filesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map((file) => relative(folder, join(file.parentPath, file.name)).split(sep).join('/'))
    .sort();
}

/** Writes as an editor's server does: beside, then renamed into place. */
async function writeFiles(folder: string, files: ReadonlyMap<string, string | Buffer | null>): Promise<void> {
  for (const [path, content] of files) {
    const target = join(folder, path);
    if (content === null) {
      await rm(target, { force: true });
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    await writeFile(`${target}.new`, content);
    await rename(`${target}.new`, target);
  }
}

/** Leaves out every edit without which the results still differ, then says what is left. Sequences built in two ways are told as they are: each try would take a build. */
async function describe(seed: number, steps: readonly Step[], first: Outcome, input: EqualityInput, index: number): Promise<string> {
  let left = [...steps];
  let outcome = first;
  for (const step of first.fromHistory ? steps : []) {
    const without = left.filter((other) => other !== step);
    const shorter = await runSequence(without, input, index).catch(() => undefined);
    if (shorter?.fromHistory && shorter.differences.length > 0) [left, outcome] = [without, shorter];
  }
  const edits = left.map(
    ({ edit, publish, restarted }, at) => `  ${at + 1}. ${edit.what} (search: ${publish}${restarted ? ', after a restart' : ''})`,
  );
  const cause = first.fromHistory ? 'what is published depends on its history. Shortest sequence found' : 'two ways of building differ after';
  return [`Seed ${seed}: ${cause}:`, ...edits, ...outcome.differences.slice(0, 12).map((line) => `  ${line}`)].join('\n');
}

/** The result in one line, or what differed. */
export function equalityLine({ sequences, edits, releases, refused, pages, difference }: EqualityResult): string {
  if (difference) return `Equality: broken after ${sequences} sequences.\n${difference}`;
  return `Equality: ${sequences} sequences, ${edits} edits, all equal (${releases} releases on the way, ${pages} pages compared, ${refused} refused by both)`;
}
