import { z } from 'zod';

/** A path as Decap sends it: `content/guides/en/register.mdx`. Whether there can be such a path is asked in `paths.ts`. */
export const path = z.string().max(1000);
/** What names an entry in the workflow: `id` alone, or collection and slug. */
export const keyShape = {
  id: z.string().max(1000).nullish(),
  collection: z.string().max(1000).nullish(),
  slug: z.string().max(1000).nullish(),
};
export const revision = z.string().max(64);
export const nothing = z.object({}).loose().optional();
