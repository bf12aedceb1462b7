import { resolve } from 'node:path';
import { startDevServer } from '../release/dev-server.ts';
import { readEnvironment } from '../release/environment.ts';
import { defaultContentFolder } from '../release/folders.ts';
import { options } from './options.ts';

// An edit to content or to a component shows at once.
const { values } = options({ content: { type: 'string' }, day: { type: 'string' } });
const { HOST, PORT, DOORSTEP_DAY } = readEnvironment();
const { address } = await startDevServer({
  content: resolve(values.content ?? defaultContentFolder),
  port: PORT,
  host: HOST,
  day: values.day ?? DOORSTEP_DAY,
});
console.log(`Edit content/ or src/ and look: ${address}`);
