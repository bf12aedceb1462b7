import { join, resolve } from 'node:path';
import { buildSite } from '../release/build.ts';
import { compileRenderer } from '../release/compile.ts';
import { readEnvironment } from '../release/environment.ts';
import { dataFolder, defaultContentFolder, defaultOutputFolder } from '../release/folders.ts';
import { ReleaseRefused } from '../release/publisher.ts';
import { today } from '../release/today.ts';
import { watchFolder } from '../release/watch.ts';
import type { Content } from '../graph/content.ts';
import { options } from './options.ts';
import { progressLine } from './progress.ts';

// Publishes what changed; with --watch DIR it stays, and publishes again at every change of that content folder and when the day changes in the city.
const { values } = options({ watch: { type: 'string' }, content: { type: 'string' }, out: { type: 'string' }, day: { type: 'string' } });
const line = progressLine();
const folder = resolve(values.watch ?? values.content ?? defaultContentFolder);
const renderer = await compileRenderer(join(dataFolder(readEnvironment().DOORSTEP_DATA), 'cache'));
let before: Content | undefined;

async function publish(): Promise<void> {
  const started = performance.now();
  try {
    const result = await buildSite({
      content: folder,
      out: values.out ?? defaultOutputFolder,
      day: values.day,
      renderer,
      ...(before ? { before } : {}),
    });
    before = result.content;
    if (!result.published) line.fail('Not published: the settings need mending first (npm run check). What is published stays.');
    else if (result.published.changed) line.done(`${result.published.written} of ${result.published.pages} pages written for ${result.day}`, started);
    else line.done(`Nothing changed for ${result.day}`, started);
  } catch (problem) {
    line.fail(problem instanceof ReleaseRefused || problem instanceof Error ? problem.message : String(problem));
  }
}

await publish();
if (values.watch !== undefined) {
  let running = Promise.resolve();
  const again = () => {
    running = running.then(publish);
  };
  watchFolder(folder, again);
  const dayNow = () => today(before?.graph?.settings.site.timeZone ?? 'UTC');
  let day = dayNow();
  setInterval(() => {
    if (dayNow() === day) return;
    day = dayNow();
    again();
  }, 30_000);
}
