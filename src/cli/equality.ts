import { join } from 'node:path';
import { allStrings, fixtureDay, fixtureFiles } from '../fixture-city/fixture-city.ts';
import { testPictures } from '../fixture-city/test-pictures.ts';
import { compareWithStaticBuild } from '../release/compare-with-static-build.ts';
import { compileRenderer } from '../release/compile.ts';
import { readEnvironment } from '../release/environment.ts';
import { equalityLine, testEquality } from '../release/equality.ts';
import { dataFolder } from '../release/folders.ts';
import { options } from './options.ts';

const started = performance.now();
const { values } = options({
  sequences: { type: 'string', default: '500' },
  seed: { type: 'string', default: '1' },
  static: { type: 'string', default: '20' },
});
const sequences = Number(values.sequences);
/** How many sequences are compared with plain `astro build` too. */
const withStaticBuild = Number(values.static);
const every = Math.max(1, Math.floor(sequences / Math.max(1, withStaticBuild)));
const cache = join(dataFolder(readEnvironment().DOORSTEP_DATA), 'cache');
let compared = 0;
const result = await testEquality({
  renderer: await compileRenderer(cache),
  start: await fixtureFiles(),
  day: fixtureDay,
  strings: await allStrings(),
  pictures: await testPictures(),
  sequences,
  seed: Number(values.seed),
  cache,
  alsoCompare: async (built) => {
    if (built.index % every !== 0 || compared >= withStaticBuild) return [];
    compared++;
    return compareWithStaticBuild(built);
  },
  progress: (done, total) => process.stderr.write(`\r${done} of ${total} sequences`),
});
process.stderr.write('\n');
console.log(`${equalityLine(result)}; ${compared} compared with astro build; ${Math.round((performance.now() - started) / 1000)} s`);
if (result.difference) process.exitCode = 1;
