import { isCollection, type Collection } from '../content-model/collections.ts';
import { nearest, type Finding } from '../content-model/problems.ts';
import type { Entry, EntryGroup, Graph } from '../graph/graph.ts';
import { leftOutEntries } from '../graph/index-graph.ts';
import { isPublic } from '../graph/is-public.ts';
import type { Body, Link } from '../mdx/body.ts';
import type { Check } from './check.ts';
import { entriesOf } from './entries.ts';
import { listedBriefly } from './wording.ts';

/** An entry's page. Other forms (lists, home, no closing slash) are let through or refused where MDX is read (`mdx/addresses.ts`). */
const address = /^\/([a-z]+)\/([^/#]+)\/(?:#(.+))?$/;

/** Links within the site lead to pages that are there, and to headings that are on them. */
export const links: Check = ({ graph, content, day }) => {
  const leftOut = leftOutEntries(content.parsed);
  return [...entriesOf(graph)].flatMap((entry) =>
    bodiesOf(entry)
      .flatMap((body) => body.links)
      .flatMap((link) => {
        const told = link.href.startsWith('#')
          ? wrongAnchor(link.href.slice(1), entry)
          : link.href.startsWith('/')
            ? wrongLink(link, { entry, graph, day, leftOut })
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
}

/** All text of an entry that is shown: its body, and the texts of its blocks. */
const bodiesOf = (entry: Entry): Body[] => [entry.body, ...entry.parsed.fragments.values()];

function wrongLink({ href }: Pick<Link, 'href'>, { entry, graph, day, leftOut }: Around): Told | undefined {
  const [, collection = '', slug, anchor] = address.exec(href) ?? [];
  if (!slug || !isCollection(collection) || collection === 'facts') return undefined;
  const right = (to: string) => `/${collection}/${to}/${anchor ? `#${anchor}` : ''}`;
  const group = graph.groups[collection].get(slug) as EntryGroup | undefined;
  if (!group) return missing({ href, collection, slug, right, graph, leftOut });
  if (!isPublic(group, day))
    return {
      severity: 'warning',
      found: `The link ${href} leads to a page that is not published on ${day}.`,
      rule: 'Readers can follow a link only to what is published.',
      fix: `See \`published\`${collection === 'stories' ? ' and `consent`' : ''} in ${group.original.file}, or remove the link.`,
    };
  return anchor ? wrongAnchor(anchor, group.byLanguage.get(entry.lang) ?? group.original, href) : undefined;
}

interface Missing extends Pick<Around, 'graph' | 'leftOut'> {
  href: string;
  collection: Exclude<Collection, 'facts'>;
  slug: string;
  right: (slug: string) => string;
}

function missing({ href, collection, slug, right, graph, leftOut }: Missing): Told {
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
  const near = nearest(slug, graph.groups[collection].keys());
  return {
    found: `The link ${href} leads nowhere: there is no ${collection}/…/${slug}.mdx.`,
    rule: 'A link within the site leads to a page that is there.',
    fix: near ? `Did you mean \`${right(near)}\`?` : 'Correct the address, or remove the link and keep its words.',
  };
}

/** An anchor is a heading of the page it leads to, in the language of whoever follows it. */
function wrongAnchor(anchor: string, target: Entry, href = `#${anchor}`): Told | undefined {
  const anchors = [target.body, ...target.fragments.values()].flatMap((body) => body.anchors);
  if (anchors.includes(anchor)) return undefined;
  const near = nearest(anchor, anchors);
  const page = href.split('#')[0];
  return {
    found: `The link ${href} leads to a heading that ${target.file} does not have.`,
    rule: 'What follows # is a heading of the page: in small letters, with hyphens for spaces.',
    fix: near
      ? `Did you mean \`${page}#${near}\`?`
      : anchors.length > 0
        ? `Its headings are ${listedBriefly(anchors.map((id) => `#${id}`))}.`
        : 'The page has no headings: leave out # and what follows it.',
  };
}
