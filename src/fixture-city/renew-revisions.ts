import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentOf } from '../graph/content.ts';
import type { EntryGroup } from '../graph/graph.ts';
import { descriptionOf } from '../graph/parse.ts';
import { revisionOf } from '../graph/revision.ts';
import { fixtureFolder, fixtureSource } from './fixture-city.ts';

/** The parts of an original that its fixture translation must not render as they are now: it is the outdated one. */
const outdated: Record<string, { changed: string; added: string }> = { 'guides/register': { changed: 'title', added: 'body#wat-helpt' } };

/** Writes into every fixture translation what it renders: to be run when the model or a text of the fixture city changes. */
const { graph } = contentOf(await fixtureSource());
const groups = Object.values(graph?.groups ?? {}).flatMap((ofCollection) => [...(ofCollection as ReadonlyMap<string, EntryGroup>).values()]);
for (const group of groups) {
  const { data, body } = group.original.parsed;
  const revision = revisionOf(descriptionOf(group.collection, 'original'), data, body);
  const behind = outdated[`${group.collection}/${group.slug}`];
  if (behind) {
    revision[behind.changed] = 'earlier00001';
    delete revision[behind.added];
  }
  const parts = Object.entries(revision).map(([part, hash]) => `${/^\w+$/.test(part) ? part : `'${part}'`}: '${hash}'`);
  for (const { file, state } of group.byLanguage.values()) {
    if (state === 'original') continue;
    const path = join(fixtureFolder, file);
    const text = (await readFile(path, 'utf8')).replace(/^revision: .*\n/m, '');
    await writeFile(path, text.replace(/^(translates: \w+\n)/m, `$1revision: { ${parts.join(', ')} }\n`));
  }
}
