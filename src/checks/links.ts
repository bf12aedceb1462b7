import { isCollection, type Collection } from '../content-model/collections.ts';
import type { Finding } from '../content-model/problems.ts';
import type { Entry, EntryGroup, Graph } from '../graph/graph.ts';
import { leftOutEntries } from '../graph/index-graph.ts';
import { isPublic } from '../graph/is-public.ts';
import type { Body, Link } from '../mdx/body.ts';
import type { Check } from './check.ts';
import { entriesOf } from './entries.ts';
import { remembered } from './remembered.ts';
import { suggestions } from './suggestions.ts';
import { listedBriefly } from './wording.ts';

/** An entry's page. Other forms (lists, home, no closing slash) are let through or refused where MDX is read (`mdx/addresses.ts`). */
const address = /^\/([a-z]+)\/([^/#]+)\/(?:#(.+))?$/;

/** Links within the site lead to pages that are there, and to headings that are on them. */
export const links: Check = ({ graph, content, day }) => {
  const leftOut = leftOutEntries(content.parsed);
  const suggest = suggestions();
  return [...entriesOf(graph)].flatMap((entry) =>
    bodiesOf(entry)
      .flatMap((body) => body.links)
      .flatMap((link) => {
        const told = link.href.startsWith('#')
          ? wrongAnchor({
              anchor: link.href.slice(1),
              href: link.href,
              target: entry,
              suggest: (known) => suggest(entry.file, link.href.slice(1), known),
            })
          : link.href.startsWith('/')
            ? wrongLink(link, { entry, graph, day, leftOut, suggest })
            : undefined;
        return told ? [{ check: 'links', severity: 'error' as const, file: entry.file, line: link.line, column: link.column, ...told }] : [];
      }),
  );
};

type Told = Pick<Finding, 'found' | 'rule' | 'fix'> & { severity?: Finding['severity'] };
interface Around {
  entry: Entry;
  graph: Graph;
  day: string;
  leftOut: ReadonlyMap<string, string>;
  suggest: ReturnType<typeof suggestions>;
}

/** All text of an entry that is shown: its body, and the texts of its blocks. */
const bodiesOf = (entry: Entry): Body[] => [entry.body, ...entry.parsed.fragments.values()];

function wrongLink({ href }: Pick<Link, 'href'>, { entry, graph, day, leftOut, suggest }: Around): Told | undefined {
  const [, collection = '', slug, anchor] = address.exec(href) ?? [];
  if (!slug || !isCollection(collection) || collection === 'facts') return undefined;
  const right = (to: string) => `/${collection}/${to}/${anchor ? `#${anchor}` : ''}`;
  const group = graph.groups[collection].get(slug) as EntryGroup | undefined;
  if (!group) return missing({ href, collection, slug, right, entry, graph, leftOut, suggest });
  if (!isPublic(group, day))
    return {
      severity: 'warning',
      found: `The link ${href} leads to a page that is not published on ${day}.`,
      rule: 'Readers can follow a link only to what is published.',
      fix: `See \`published\`${collection === 'stories' ? ' and `consent`' : ''} in ${group.original.file}, or remove the link.`,
    };
  if (!anchor) return undefined;
  const target = group.byLanguage.get(entry.lang) ?? group.original;
  return wrongAnchor({ anchor, href, target, suggest: (known) => suggest(entry.file, anchor, known) });
}

interface Missing extends Omit<Around, 'day'> {
  href: string;
  collection: Exclude<Collection, 'facts'>;
  slug: string;
  right: (slug: string) => string;
}

function missing({ href, collection, slug, right, entry, graph, leftOut, suggest }: Missing): Told {
  const moved = graph.aliases.get(`${collection}/${slug}`);
  if (moved)
    return {
      severity: 'warning',
      found: `The link ${href} leads to an earlier address.`,
      rule: 'Links lead to the present address.',
      fix: `Write ${right(moved)}`,
    };
  const broken = leftOut.get(`${collection}/${slug}`);
  if (broken)
    return {
      severity: 'warning',
      found: `The link ${href} leads to a page that is left out because of its errors.`,
      rule: 'Only what can be read is shown.',
      fix: `Mend ${broken}.`,
    };
  const near = suggest(entry.file, slug, graph.groups[collection].keys());
  return {
    found: `The link ${href} leads nowhere: there is no ${collection}/…/${slug}.mdx.`,
    rule: 'A link within the site leads to a page that is there.',
    fix: near ? `Did you mean \`${right(near)}\`?` : 'Correct the address, or remove the link and keep its words.',
  };
}

/** The ids of all headings of an entry. */
const anchorsOf = remembered((entry: Entry) => new Set([entry.body, ...entry.fragments.values()].flatMap((body) => body.anchors)));

/** Said at each wrong link, worked out once: a text may have thousands of both. */
const headingsOf = remembered((entry: Entry) => {
  const anchors = anchorsOf(entry);
  return anchors.size > 0
    ? `Its headings are ${listedBriefly([...anchors].map((id) => `#${id}`))}.`
    : 'The page has no headings: leave out # and what follows it.';
});

interface Anchor {
  anchor: string;
  href: string;
  /** The entry it leads to. */
  target: Entry;
  suggest: (known: Iterable<string>) => string | undefined;
}

/** An anchor is a heading of the page it leads to, in the language of whoever follows it. */
function wrongAnchor({ anchor, href, target, suggest }: Anchor): Told | undefined {
  const anchors = anchorsOf(target);
  if (anchors.has(anchor)) return undefined;
  const near = suggest(anchors);
  const page = href.split('#')[0];
  return {
    found: `The link ${href} leads to a heading that ${target.file} does not have.`,
    rule: 'What follows # is a heading of the page: in small letters, with hyphens for spaces.',
    fix: near ? `Did you mean \`${page}#${near}\`?` : headingsOf(target),
  };
}
