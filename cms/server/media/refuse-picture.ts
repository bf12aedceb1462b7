import type { StringKey } from '../../../src/content-model/string-keys.ts';
import { Refusal } from '../refusal.ts';
import type { Words } from '../words.ts';

/** Why a picture cannot be taken: the key of a sentence, which is worded where the language of the person is known. */
export type PictureReason = Extract<StringKey, `cms.picture.${string}`>;

export const refusePicture = (name: string, reason: PictureReason, values: Record<string, string | number> = {}, cause?: unknown): Refusal =>
  new Refusal(422, 'cms.refused.picture', { values: { ...values, name, reason }, cause });

/** The same refusal with its reason as a sentence; every other one as it is. */
export function withReason(problem: unknown, words: Words): unknown {
  if (!(problem instanceof Refusal) || problem.key !== 'cms.refused.picture') return problem;
  const { reason, ...values } = problem.values;
  const sentence = words(reason as PictureReason, values);
  return new Refusal(problem.status, problem.key, { values: { ...values, reason: sentence }, cause: problem });
}
