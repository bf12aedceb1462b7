import type { PageData } from '../../../admin/page-data.ts';

/** The interface texts that the bundle can say: its own, and what readers see on callouts, which writers choose by the same words. */
export const pageWords = (texts: PageData['words']): PageData['words'] =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => /^(?:editor|callout)\./.test(key)));
