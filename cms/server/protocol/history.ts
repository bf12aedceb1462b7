import { z } from 'zod';
import { documentFile } from '../document.ts';
import { Refusal } from '../refusal.ts';
import type { Version } from '../store/store.ts';
import { action, changing, type Call } from './action.ts';
import { namesOf } from './names.ts';
import { decapPath, documentAt } from './paths.ts';
import { path, revision } from './params.ts';
import { saveChecked, savedAnswer } from './save-draft.ts';

/** The document, for somebody who may read its drafts and what it was. */
async function readable(at: string, { person, rights }: Call) {
  const standing = await rights.standing(person, documentAt(at));
  await rights.require(person, 'read', standing);
  return standing;
}

const missing = () => new Refusal(404, 'cms.refused.missing');

/** Who published it when, newest first; `revision` is null where it was taken off the site. */
export const getHistory = action(z.object({ path }), async (params, call) => {
  const { name } = await readable(params.path, call);
  const versions = await call.store.history(name);
  const names = await namesOf(
    versions.map(({ by }) => by),
    call,
  );
  const told = ({ revision: of, by, at, action: done }: Version) => ({
    revision: of,
    by: names.get(by) ?? null,
    byServer: by === 'server',
    at,
    action: done,
  });
  return { versions: versions.map(told) };
});

export const getVersion = action(z.object({ path, revision }), async (params, call) => {
  const { name } = await readable(params.path, call);
  const data = await call.store.version(name, params.revision);
  if (data === undefined) throw missing();
  return { path: decapPath(documentFile(name)), revision: params.revision, data };
});

/** What one version changed in another, or in nothing, as a unified diff. */
export const getDifference = action(z.object({ path, from: revision.nullable(), to: revision }), async ({ from, to, ...params }, call) => {
  const { name } = await readable(params.path, call);
  const difference = await call.store.difference(name, { from, to });
  if (difference === undefined) throw missing();
  return { difference };
});

/** An earlier version as a draft, which is then reviewed and published like any other. */
export const restoreVersion = changing(z.object({ path, revision }), async (params, call) => {
  const { rights, person, store } = call;
  const name = documentAt(params.path);
  const now = await rights.standing(person, name);
  await rights.require(person, 'write', now);
  const text = await store.version(name, params.revision);
  if (text === undefined) throw missing();
  const standing = await rights.standing(person, name, text);
  await rights.require(person, 'write', standing);
  return savedAnswer(await saveChecked({ standing, text, seen: (standing.draft ?? standing.published)?.revision ?? null }, call));
});
