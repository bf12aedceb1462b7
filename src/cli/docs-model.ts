import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../release/root.ts';
import { modelDocs } from './model-docs.ts';
import { duration } from './progress.ts';

// Writes what is generated from the model: docs/content-model.md, docs/schemas/, and which schema a code editor takes for which file.
const started = performance.now();
let written = 0;
const files = modelDocs();
for (const [name, text] of files) {
  const path = join(root, name);
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  written++;
}
console.log(
  `${files.size} files from the model, ${written === 0 ? 'none changed' : `${written} written`} (${duration(performance.now() - started)})`,
);
