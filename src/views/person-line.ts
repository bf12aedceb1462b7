import type { Voice } from '../content-model/common.ts';
import type { EntryGroup } from '../graph/graph.ts';
import type { PictureUse, PictureView } from './pictures.ts';
import { written, type Written } from './quotation.ts';
import type { Reading } from './reading.ts';
import { inLanguage } from './site.ts';
import { faceOf, nameOf } from './story-card.ts';

/** A story as one line: who, and what happened. */
export interface PersonLine {
  href: string;
  name: Written;
  initial: string;
  title: Written;
  /** The first and the last place with their years. */
  way: Written;
  voice: { id: Voice; label: string };
  topic: string;
  face?: PictureView;
}

/** A story as a line among text. What it says is in the language it is in; the link stays in the page's. */
export function personLine(group: EntryGroup<'stories'>, { site, lang, around }: Reading): { line: PersonLine; pictures: PictureUse[] } {
  const entry = inLanguage(group, around);
  const { data, lang: of } = entry;
  const face = faceOf(site, group, around);
  const stops = [data.line[0]!, data.line.at(-1)!].map(({ place, when }) => `${place} ${when.slice(0, 4)}`);
  return {
    line: {
      href: `/${lang}/stories/${group.slug}/`,
      name: written(nameOf(site, group, of), of, around),
      initial: [...data.person.name][0]!,
      title: written(data.title, of, around),
      way: written(stops.join(of === 'ar' ? '، ' : ', '), of, around),
      voice: { id: data.voice, label: site.chrome(around).words[`voice.${data.voice}`] },
      topic: data.topics[0]!,
      ...(face ? { face: face.view } : {}),
    },
    pictures: face ? [face.use] : [],
  };
}
