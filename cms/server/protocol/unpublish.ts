import { z } from 'zod';
import { checkUnpublish } from '../checks/check-unpublish.ts';
import { wrongContent } from '../checks/shown-findings.ts';
import { documentKey, type DocumentName } from '../document.ts';
import { Refusal } from '../refusal.ts';
import { changing, type Call } from './action.ts';
import { ownerOfPublished } from './owned-documents.ts';
import { documentAt, isMediaPath, mediaAt } from './paths.ts';
import { path } from './params.ts';
import { removeMedia } from './stored-media.ts';

/** Takes documents off the site, all of them or none. */
async function unpublishAll(names: readonly DocumentName[], { keep, call }: { keep: boolean; call: Call }): Promise<string[]> {
  const { store, mainContent, person, rights } = call;
  return call.turns(async () => {
    const standings = await Promise.all(names.map((name) => rights.standing(person, name)));
    for (const standing of standings) await rights.require(person, 'unpublish', standing);
    if (standings.some(({ published }) => !published)) throw new Refusal(404, 'cms.refused.missing');
    const findings = await checkUnpublish({ mainContent, names });
    if (findings.length > 0) throw wrongContent(findings);
    return (await store.unpublish({ names, by: person.id, keep, ownerOf: (name) => ownerOfPublished(call.database, name) })).map(documentKey);
  });
}

/** With `keep` each becomes a draft again. */
export const unpublish = changing(
  z.object({ path: path.optional(), paths: z.array(path).min(1).max(100).optional(), keep: z.boolean().default(true) }),
  async ({ path: one, paths = one === undefined ? [] : [one], keep }, call) => {
    if (paths.length === 0) throw new Refusal(422, 'cms.refused.json');
    return { message: 'unpublished', documents: await unpublishAll(paths.map(documentAt), { keep, call }) };
  },
);

/** Decap's way to delete what is published: entries or pictures, not both at once, since they could not be refused together. */
async function deleteAll(paths: readonly string[], call: Call): Promise<unknown> {
  const pictures = paths.filter(isMediaPath);
  if (pictures.length > 0 && pictures.length < paths.length) throw new Refusal(422, 'cms.refused.path');
  if (pictures.length > 0) await removeMedia(pictures.map(mediaAt), call);
  else await unpublishAll(paths.map(documentAt), { keep: false, call });
  return { message: 'deleted' };
}

export const deleteFiles = changing(z.object({ paths: z.array(path).min(1).max(100) }), async ({ paths }, call) => deleteAll(paths, call));
export const deleteFile = changing(z.object({ path }), async (file, call) => deleteAll([file.path], call));
