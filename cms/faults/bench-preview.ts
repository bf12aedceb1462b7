import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCorpus } from '../../src/bench/corpus/corpus.ts';
import { readCity } from '../../src/bench/corpus/write-corpus.ts';
import { readContent } from '../../src/graph/read.ts';
import { defaultContentFolder } from '../../src/release/folders.ts';
import type { Person } from '../server/person.ts';
import { createApiCity, type ApiCity } from '../server/protocol/api-city.ts';

// How long the server takes over a preview of a text as it is being typed, through HTTP and the protocol, in one process:
//   node cms/faults/bench-preview.ts 300 1000 10000
// `page` is what the server says of itself; `blocked` how long nothing else was answered while it was made.

const rounds = 40;
const at = (values: readonly number[], part: number) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)]!.toFixed(1);

/** Milliseconds of each call, and the longest time for which the event loop stood still in each. */
async function measure(call: (round: number) => Promise<number | void>): Promise<{ took: number[]; blocked: number[] }> {
  const took: number[] = [];
  const blocked: number[] = [];
  for (let round = 0; round < rounds + 10; round++) {
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last - 1);
      last = performance.now();
    }, 1);
    const began = performance.now();
    const told = await call(round);
    const passed = performance.now() - began;
    await new Promise((done) => setTimeout(done, 5));
    clearInterval(watch);
    if (round < 10) continue;
    took.push(told ?? passed);
    blocked.push(longest);
  }
  return { took, blocked };
}

async function bench(entries: number): Promise<void> {
  const corpus = makeCorpus(entries, await readCity());
  const media = await readContent(defaultContentFolder);
  const files = new Map<string, string | Buffer>(corpus.texts);
  for (const picture of media.media.keys()) files.set(`media/${picture}`, await readFile(join(defaultContentFolder, 'media', picture)));
  const city: ApiCity = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-bench-preview-')), { files, day: '2026-11-22' });
  try {
    const editor: Person = city.person('administrator');
    const inCollection = (collection: string) => [...corpus.texts].filter(([file]) => file.startsWith(`${collection}/`))[7]!;
    console.log(`${entries} entries (${corpus.texts.size} texts)`);
    for (const [what, [file, text]] of [
      ['story', inCollection('stories')],
      ['guide', inCollection('guides')],
      ['settings', ['settings/site.yml', corpus.texts.get('settings/site.yml')!]],
    ] as const) {
      const params = (round: number) => ({ path: `content/${file}`, raw: `${text}\n${what === 'settings' ? '#' : 'More'} ${round}.\n` });
      const pages = await measure(async (round) => (await city.api(editor, 'preview', params(round))).body.milliseconds as number);
      const checks = await measure(async (round) => void (await city.api(editor, 'previewProblems', params(round))));
      const line = ({ took, blocked }: typeof pages) => `median ${at(took, 0.5)} ms, p95 ${at(took, 0.95)} ms, blocked p95 ${at(blocked, 0.95)} ms`;
      console.log(`  ${what.padEnd(9)} page ${line(pages)} · check ${line(checks)}`);
    }
  } finally {
    await city.close();
  }
}

for (const entries of process.argv.slice(2).map(Number)) await bench(entries);
