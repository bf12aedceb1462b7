import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../src/release/root.ts';
import { generatedDocs, withGeneratedParts } from './generated-docs.ts';

// Writes anew what the documents of the CMS say of roles, limits, variables and commands.
for (const file of Object.keys(generatedDocs)) {
  const path = join(root, file);
  const before = await readFile(path, 'utf8');
  const after = withGeneratedParts(file, before);
  if (after !== before) await writeFile(path, after);
  console.log(`${file}: ${after === before ? 'as it should be' : 'written'}`);
}
