import { buildBundle } from './build.ts';

/** A process of its own, so that the server answers while the bundle is made: takes the cache folder, prints the bundle. */
process.stdout.write(JSON.stringify(await buildBundle(process.argv[2]!)));
