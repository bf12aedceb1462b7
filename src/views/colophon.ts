import type { Voice } from '../content-model/common.ts';
import type { z } from 'zod';
import type { source } from '../content-model/common.ts';
import type { Entry } from '../graph/graph.ts';
import { noteId } from './body.ts';
import type { FactView } from './fact-view.ts';
import { letterTo } from './letter.ts';
import { contactOf, organisationOf } from './organisation-card.ts';
import type { Written } from './quotation.ts';
import type { Reading } from './reading.ts';
import { date, say } from './site.ts';
import { sourceView, type SourceView } from './source-view.ts';

/** One line of the dates and owner. */
export interface ColophonRow {
  term: string;
  text: string;
  href?: string;
  phone?: boolean;
  voice?: { id: Voice; label: string };
  /** Said after it where something is late. */
  late?: string;
}

/** A source in the list of a page; of a fact, the figure and what it is stand before it. */
export interface SourceItem {
  id?: string;
  fact?: { text: Written; title: Written };
  source: SourceView;
  /** Who published it, which part of it, and of when it is. */
  details: string[];
  expired?: string;
}

/** Who answers for an entry, when it was last looked at, and where it can be checked. */
export interface ColophonView {
  title: string;
  rows: ColophonRow[];
  sourcesTitle: string;
  sources: SourceItem[];
  /** Leads to whoever answers for the page. */
  report?: { text: string; href: string };
}

interface ColophonInput {
  entry: Pick<Entry<'guides' | 'pages' | 'practices'>, 'data' | 'translator'>;
  /** What stands before the dates of publication. */
  first?: ColophonRow[];
  sources?: readonly z.output<ReturnType<typeof source>>[];
  facts: readonly FactView[];
  /** The address of the page. */
  path: string;
}

export function colophon({ entry, first = [], sources = [], facts, path }: ColophonInput, reading: Reading): ColophonView {
  const { site, around } = reading;
  const { data, translator } = entry;
  const row = (key: 'entry.published' | 'entry.updated' | 'entry.translator', text: string | undefined): ColophonRow[] =>
    text === undefined ? [] : [{ term: say(site, around, key), text }];
  const report = letterTo(site, { owner: data.owner, path });
  return {
    title: say(site, around, 'entry.dates'),
    ...(report ? { report: { text: say(site, around, 'entry.report'), href: report } } : {}),
    rows: [
      ...first,
      ...row('entry.published', date(around, data.published)),
      ...row('entry.updated', data.updated && date(around, data.updated)),
      ...ownerRows(data.owner, reading),
      ...deskRow(data.desk, reading),
      ...row('entry.translator', translator),
    ],
    sourcesTitle: say(site, around, 'sources.title'),
    sources: [
      ...sources.map((given) => {
        const source = sourceView(given, reading);
        return { source, details: source.details };
      }),
      ...sourcesOf(facts),
    ],
  };
}

/** Facts in the list of sources, where their figures in the text lead to. */
export const sourcesOf = (facts: readonly FactView[]): SourceItem[] =>
  facts.map(({ slug, text, title, source, asOf, expired }) => ({
    id: noteId(slug),
    fact: { text, title },
    source,
    details: [...new Set([...source.details, asOf])],
    ...(expired ? { expired } : {}),
  }));

function ownerRows(owner: string, reading: Reading): ColophonRow[] {
  const { site, around } = reading;
  const organisation = organisationOf(reading, owner);
  if (!organisation) return [];
  const { name, voice, link, contact } = organisation;
  const rows: ColophonRow[] = [
    {
      term: say(site, around, 'entry.owner'),
      text: name,
      ...(link ? { href: link } : {}),
      voice: { id: voice, label: site.chrome(around).words[`voice.${voice}`] },
    },
  ];
  return contact ? [...rows, { term: say(site, around, 'entry.contact'), ...contactOf(contact) }] : rows;
}

function deskRow(id: string | undefined, { site, around }: Reading): ColophonRow[] {
  const desk = site.graph.settings.desks.find((one) => one.id === id);
  return desk ? [{ term: say(site, around, 'entry.desk'), text: desk.name, ...(desk.link ? { href: desk.link } : {}) }] : [];
}
