import { z } from 'zod';
import { action, changing } from './action.ts';
import { namesOf } from './names.ts';
import { nothing } from './params.ts';

/** How publishing and the mirror stand. */
export const state = action(nothing, async (_, { person, rights, publishing, mirror }) => {
  rights.requireSite(person, 'status');
  return { publishing: publishing.state(), mirror: mirror.state() };
});

/** The last releases and refused ones, newest first, with who did what; `people` has the names. */
export const listReleases = action(z.object({ limit: z.number().int().min(1).max(200).default(50) }).optional(), async (params, call) => {
  call.rights.requireSite(call.person, 'status');
  const records = call.publishing.records(params?.limit ?? 50);
  const names = await namesOf(
    records.flatMap(({ changes }) => changes.map(({ by }) => by)),
    call,
  );
  return { releases: records, people: Object.fromEntries(names) };
});

/** Makes `main` what it was at an earlier release, and publishes that. */
export const rollBack = changing(z.object({ release: z.string().min(1).max(200) }), async ({ release }, call) => {
  call.rights.requireSite(call.person, 'roll-back');
  return call.turns(() => call.publishing.rollBack({ release, by: call.person.id }));
});
