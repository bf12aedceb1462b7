import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { contentOf, type Content } from '../graph/content.ts';
import type { Graph } from '../graph/graph.ts';
import { readContent } from '../graph/read.ts';
import { makeVariants } from '../images/make-variants.ts';
import { compileRenderer } from '../release/compile.ts';
import { readEnvironment } from '../release/environment.ts';
import { finish } from '../release/finish.ts';
import { dataFolder } from '../release/folders.ts';
import { pageKey } from '../release/page-key.ts';
import { Publisher } from '../release/publisher.ts';
import { Releases } from '../release/releases.ts';
import { allPages, viewOf } from '../views/routes.ts';
import { siteOn } from '../views/site.ts';
import { edited } from './edit-entry.ts';
import { median } from './samples.ts';

// One measurement inside a process: `node doorstep-run.ts <task> <content> <out> <file of an entry> <day>`; prints milliseconds and counts as JSON.
const [task = '', content = '', out = '', file = '', day = ''] = process.argv.slice(2);
const cache = join(dataFolder(readEnvironment().DOORSTEP_DATA), 'cache');
const media = join(content, 'media');
const renderer = await compileRenderer(cache);

const since = (started: number) => performance.now() - started;
const graphOf = ({ graph, findings }: Content): Graph => {
  if (!graph) throw new Error(`The corpus cannot be read: ${JSON.stringify(findings.slice(0, 3), null, 2)}`);
  return graph;
};
/** The same content with one entry edited, as the CMS hands it over: nothing else is read or parsed again. */
const change = (before: Content, edit: number): Content => {
  const texts = new Map(before.source.texts).set(file, edited(before.source.texts.get(file)!, edit));
  return contentOf({ ...before.source, texts }, before);
};

/** One entry changed in a running publisher: until its pages are out, then until search finds it. */
async function warm(): Promise<Record<string, number>> {
  const publisher = new Publisher({ renderer, out, cache });
  let now = contentOf(await readContent(content));
  await publisher.publish({ graph: graphOf(now), day, media });
  const runs: Record<string, number>[] = [];
  for (let edit = 1; edit <= 5; edit++) {
    const started = performance.now();
    now = change(now, edit + Math.floor(performance.timeOrigin));
    const read = since(started);
    const { written: pages } = await publisher.publish({ graph: graphOf(now), day, media, search: 'keep' });
    const written = since(started);
    await publisher.publish({ graph: graphOf(now), day, media, search: 'make' });
    runs.push({ read, written, searched: since(started), pages });
  }
  return mediansOf(runs);
}

/** A draft as its editor sees it: parsed, joined with everything else, viewed, rendered. */
async function preview(): Promise<Record<string, number>> {
  const now = contentOf(await readContent(content));
  const path = `/${file.split('/')[1]}/${file.split('/')[0]}/${file.split('/')[2]!.replace('.mdx', '')}/`;
  const ref = [...allPages(siteOn(graphOf(now), day))].find((page) => page.path === path);
  if (!ref) throw new Error(`There is no page ${path}.`);
  const runs: Record<string, number>[] = [];
  for (let edit = 1; edit <= 30; edit++) {
    const started = performance.now();
    const graph = graphOf(change(now, edit));
    const parsed = since(started);
    const view = viewOf(siteOn(graph, day), ref);
    const viewed = since(started);
    finish((await renderer.render(view)).html);
    const all = since(started);
    if (edit > 10) runs.push({ all, 'parse and index': parsed, view: viewed - parsed, render: all - viewed });
  }
  return mediansOf(runs);
}

/** A clean build taken apart. Views are made twice, once to be timed by themselves; what rendering and putting the release together take is timed where they are called. */
async function phases(): Promise<Record<string, number>> {
  await rm(out, { recursive: true, force: true });
  let started = performance.now();
  const source = await readContent(content);
  const read = since(started);
  started = performance.now();
  const graph = graphOf(contentOf(source));
  const parse = since(started);
  started = performance.now();
  const site = siteOn(graph, day);
  const pictures = new Map();
  for (const ref of allPages(site)) {
    const view = viewOf(site, ref);
    pageKey(view, renderer.codeHash);
    for (const use of view.pictures) pictures.set(`${use.hash} ${use.recipe} ${String(use.focal)}`, use);
  }
  const views = since(started);
  started = performance.now();
  for (const use of pictures.values()) await makeVariants(use, { media, cache, size: graph.media.get(use.file)! });
  const pictureTime = since(started);

  let render = 0;
  const timedRenderer = {
    ...renderer,
    render: async (view: { path: string }) => {
      const before = performance.now();
      const rendered = await renderer.render(view);
      render += since(before);
      return rendered;
    },
  };
  let assemble = 0;
  const { publish } = Releases.prototype;
  Releases.prototype.publish = async function (this: Releases, ...input) {
    const before = performance.now();
    const folder = await publish.apply(this, input);
    assemble = since(before);
    return folder;
  };
  started = performance.now();
  let pages = 0;
  const progress = (done: number, total: number) => (done === total ? (pages = since(started)) : 0);
  await new Publisher({ renderer: timedRenderer, out, cache }).publish({ graph, day, media, progress });
  const whole = since(started);
  return {
    'read files': read,
    'parse and join': parse,
    'views and their keys': views,
    render,
    'finish, check and write pages': Math.max(0, pages - render - views),
    'look pictures up': pictureTime,
    'search index': whole - pages - assemble - pictureTime,
    'assemble and swap the release': assemble,
  };
}

const mediansOf = (runs: readonly Record<string, number>[]) =>
  Object.fromEntries(Object.keys(runs[0]!).map((name) => [name, median(runs.map((run) => run[name]!))]));

const tasks: Record<string, () => Promise<Record<string, number>>> = { warm, preview, phases };
const run = tasks[task];
if (!run) throw new Error(`There is no task "${task}"; there are ${Object.keys(tasks).join(', ')}.`);
console.log(JSON.stringify(await run()));
