import type { Finding } from '../../../src/content-model/problems.ts';
import { checkUnpublish } from '../checks/check-unpublish.ts';
import type { DocumentName } from '../document.ts';
import type { EntryGroup } from '../../../src/graph/graph.ts';
import type { Call } from '../protocol/action.ts';
import { sightOf } from '../protocol/readable-entries.ts';
import { Refusal } from '../refusal.ts';
import { groupOf, publishedTitle, type Title } from './title-of.ts';

/** What taking a document off the site would mean. */
export interface UnpublishPlan {
  /** What goes: the document, and with an original its translations. */
  names: readonly DocumentName[];
  /** Entries that name it, of those the person may know of; they keep what they say. */
  linkedFrom: readonly { name: DocumentName; title: Title | undefined }[];
  /** What stands in the way. */
  findings: readonly Finding[];
}

/** Works it out and changes nothing. 403 and 404 as unpublishing itself. */
export async function unpublishPlan(name: DocumentName, call: Call): Promise<UnpublishPlan> {
  const { person, rights, mainContent } = call;
  const standing = await rights.standing(person, name);
  await rights.require(person, 'unpublish', standing);
  if (!standing.published) throw new Refusal(404, 'cms.refused.missing');
  const { graph } = await mainContent.current();
  const group = groupOf(graph, name);
  const isOriginal = group?.original.lang === name.lang;
  // A translation is shown only beside its original, so it goes with it.
  const names = isOriginal ? [name, ...[...group.byLanguage.keys()].filter((lang) => lang !== name.lang).map((lang) => ({ ...name, lang }))] : [name];
  const links = isOriginal ? (graph?.backlinks.get(`${name.collection}/${name.slug}`) ?? []) : [];
  const sees = await sightOf(call);
  const linking = await Promise.all(
    links.map(async ({ collection, slug }) => {
      const from = graph!.groups[collection].get(slug) as unknown as EntryGroup;
      const entry: DocumentName = { collection, slug, lang: from.original.lang };
      return (await sees(from)) ? { name: entry, title: publishedTitle(graph, entry) } : undefined;
    }),
  );
  const linkedFrom = linking.filter((one) => one !== undefined);
  return { names, linkedFrom, findings: await checkUnpublish({ mainContent, names }) };
}
