import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allStrings, fixtureDay, fixtureFiles, writeFixtureCity } from '../fixture-city/fixture-city.ts';
import { testPictures } from '../fixture-city/test-pictures.ts';
import { contentOf } from '../graph/content.ts';
import { readContent } from '../graph/read.ts';
import { allPages, viewOf } from '../views/routes.ts';
import { siteOn } from '../views/site.ts';
import { compareWithStaticBuild } from './compare-with-static-build.ts';
import { compileRenderer, type Renderer } from './compile.ts';
import { readEnvironment } from './environment.ts';
import { equalityLine, testEquality } from './equality.ts';
import { dataFolder } from './folders.ts';
import { pageKey } from './page-key.ts';
import { Publisher } from './publisher.ts';

/** The short form; `npm run test:equality:long` runs 500. */
const sequences = 40;
const cache = join(dataFolder(readEnvironment().DOORSTEP_DATA), 'cache');
let home: string;
let renderer: Renderer;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'doorstep-equality-'));
  renderer = await compileRenderer(cache);
});
afterAll(() => rm(home, { recursive: true, force: true }));

test(`whatever the history of edits, what is published equals a clean build (${sequences} sequences)`, async () => {
  const [start, strings, pictures] = [await fixtureFiles(), await allStrings(), await testPictures()];
  const result = await testEquality({ renderer, start, day: fixtureDay, strings, pictures, sequences, cache });
  console.log(equalityLine(result));
  expect(result.difference).toBeUndefined();
  // Sequences that end in a refused release compare nothing but the reason.
  expect(result.refused).toBeLessThan(sequences / 4);
});

test('the renderer’s clean build equals plain `astro build`, file by file', async () => {
  const content = join(home, 'content');
  await writeFixtureCity(content);
  const { graph } = contentOf(await readContent(content));
  const published = await new Publisher({ renderer, out: join(home, 'clean'), cache }).publish({
    graph: graph!,
    day: fixtureDay,
    media: join(content, 'media'),
  });
  expect(await compareWithStaticBuild({ content, day: fixtureDay, published })).toEqual([]);
  console.log(`astro build: ${Object.keys(published.manifest.files).length} files, ${published.pages} pages, all equal`);
});

test('an entry changed alone writes the pages whose view changed, and no other', async () => {
  const folder = join(home, 'alone');
  await writeFixtureCity(folder);
  const source = await readContent(folder);
  const media = join(folder, 'media');
  const asked: string[] = [];
  const watched: Renderer = {
    ...renderer,
    render: (view) => {
      asked.push(view.path);
      return renderer.render(view);
    },
  };
  const publisher = new Publisher({ renderer: watched, out: join(home, 'alone-out'), cache });
  const start = contentOf(source);
  const keysOf = (graph: NonNullable<typeof start.graph>) => {
    const site = siteOn(graph, fixtureDay);
    return new Map([...allPages(site)].map((ref) => [ref.path, pageKey(viewOf(site, ref), renderer.codeHash)]));
  };
  const before = keysOf(start.graph!);
  const counts: string[] = [];
  await publisher.publish({ graph: start.graph!, day: fixtureDay, media, search: 'keep' });
  for (const file of [...source.texts.keys()].filter((name) => name.endsWith('.mdx'))) {
    const text = source.texts.get(file)!;
    const edited = contentOf({ ...source, texts: new Map(source.texts).set(file, text.replace(/^title: .*$/m, 'title: Changed alone')) }, start);
    expect(edited.parsedNow).toBe(1);
    const changed = [...keysOf(edited.graph!)].filter(([path, key]) => before.get(path) !== key).map(([path]) => path);
    asked.length = 0;
    const { written } = await publisher.publish({ graph: edited.graph!, day: fixtureDay, media, search: 'keep' });
    expect(asked, file).toEqual(changed);
    expect(written).toBe(changed.length);
    counts.push(`${written} for ${file}`);
    await publisher.publish({ graph: start.graph!, day: fixtureDay, media, search: 'keep' });
  }
  console.log(`Of ${before.size} pages, a changed title writes ${counts.join(', ')}`);
});
