import type { z } from 'zod';
import type { source, Voice } from '../content-model/common.ts';
import type { Reading } from './reading.ts';
import { date, say } from './site.ts';

export interface SourceView {
  title: string;
  href?: string;
  /** Who published it, which part of it, and the day on which it was right. */
  details: string[];
  voice?: { id: Voice; label: string };
}

/** A source that a reader can check. */
export function sourceView(given: z.output<ReturnType<typeof source>>, { site, around }: Reading): SourceView {
  const { title, by, url, part, voice, asOf } = given;
  return {
    title,
    ...(url ? { href: url } : {}),
    details: [by, part, asOf && say(site, around, 'source.asOf', { date: date(around, asOf) })].filter((detail) => detail !== undefined),
    ...(voice ? { voice: { id: voice, label: say(site, around, `voice.${voice}`) } } : {}),
  };
}
