import { documentKey, type DocumentName } from '../server/document.ts';
import type { Person } from '../server/person.ts';
import type { Status } from '../server/store/store.ts';
import type { CmsPageState } from './cms-page-states.ts';
import type { ServedPages } from './served-pages.ts';

/** Who is seen on the pages of review, with the cookie of whoever looks. */
export interface Reviewers {
  writer: Person;
  editor: Person;
  cookie: string;
}

const at = (name: DocumentName) => `/entries/${documentKey(name)}`;

/** The pages of review in every state they can be in: drafts of both directions, waiting and ready, refused, stale, with notes, and the history of what is published. */
export async function reviewPageStates({ city }: ServedPages, { writer, editor, cookie }: Reviewers): Promise<CmsPageState[]> {
  const { store } = city;
  for (const person of [writer, editor]) city.person(person.role, { ...person });
  const draft = async (name: DocumentName, { text, by = writer, status = 'draft' }: { text: string; by?: Person; status?: Status }) => {
    const [published] = await store.read([`${name.collection}/${name.lang}/${name.slug}.mdx`]);
    await store.save({ name, text, seen: published?.revision ?? null, by: by.id, status });
    return name;
  };
  const textOf = async (path: string) => (await store.read([path]))[0]!.text;
  const said = (name: DocumentName, by: Person, text: string, resolved = false) =>
    store.setNotes({
      name,
      by: by.id,
      change: (notes) => [...notes, { id: `${notes.length}`, author: by.id, at: '2026-11-22T09:30:00.000Z', text, resolved }],
    });

  const bicycle = await textOf('guides/nl/bicycle.mdx');
  const changed = await draft(
    { collection: 'guides', lang: 'nl', slug: 'bicycle' },
    {
      status: 'pending_review',
      text: `${bicycle
        .replace(/^title: .*$/m, 'title: Een fiets die van niemand anders is')
        .replace('Wij maken fietsen', 'Wij **maken** en verkopen fietsen')
        .replace(/<Callout kind="stop"/, '<Callout kind="tip"')}\n\nVraag naar [de regels](/guides/register/).\n`,
    },
  );
  await said(changed, editor, 'Klopt het framenummer nog?\nIk denk van wel.', true);
  await said(changed, writer, 'نعم، سألت الشرطة.');
  const begun = await draft({ collection: 'stories', lang: 'ar', slug: 'k3x7m9' }, { text: '---\ntitle: كيف وصلت\n---\n\nكان الشتاء باردًا.\n' });
  const ready = await draft(
    { collection: 'stories', lang: 'en', slug: 'r4d7y2' },
    { status: 'pending_publish', text: '---\ntitle: My first winter\n---\n\nIt was cold.\n' },
  );
  const refused: DocumentName = { collection: 'facts', lang: 'en', slug: 'refused' };
  await draft(refused, { text: '---\ntitle: A figure\n---\n', status: 'pending_publish' });
  const { revision } = (await store.draft(refused))!;
  await store.publish({ name: refused, by: writer.id, seen: revision });
  await store.putBack({
    documents: [{ name: refused, before: null }],
    reasons: ['facts/en/refused.mdx:3 /en/guides/register/ The link to “guides/nl/gone” leads nowhere.'],
    owner: writer.id,
  });
  const settings: DocumentName = { collection: 'settings', lang: 'all', slug: 'topics' };
  const history = await store.history({ collection: 'guides', lang: 'en', slug: 'bicycle' });

  return [
    { state: 'desk', path: '/desk', cookie },
    { state: 'desk, a list of what waits', path: '/desk?view=list&show=waiting', cookie },
    { state: 'desk, nothing found', path: '/desk?view=list&collection=practices&done=discarded', cookie },
    { state: 'what is on the site', path: '/desk/entries', cookie },
    { state: 'what is on the site, a search', path: '/desk/entries?q=zzz&state=due', cookie },
    { state: 'entry, waiting for review', path: at(changed), cookie },
    { state: 'entry, begun in Arabic', path: at(begun), cookie },
    { state: 'entry, not to be published', path: at(ready), cookie, send: {} },
    { state: 'entry, refused by a release', path: at(refused), cookie },
    { state: 'entry on the site', path: at({ collection: 'guides', lang: 'en', slug: 'register' }), cookie },
    { state: 'entry, settings', path: at(settings), cookie },
    { state: 'earlier versions', path: `${at({ collection: 'guides', lang: 'en', slug: 'bicycle' })}/history`, cookie },
    {
      state: 'an earlier version',
      path: `${at({ collection: 'guides', lang: 'en', slug: 'bicycle' })}/history/${history[0]!.revision}`,
      cookie,
    },
    { state: 'asks to delete a draft', path: `${at(begun)}/discard`, cookie },
    { state: 'asks to take off the site', path: `${at({ collection: 'guides', lang: 'en', slug: 'register' })}/unpublish`, cookie },
    { state: 'published', path: `${at({ collection: 'guides', lang: 'en', slug: 'register' })}/published`, cookie },
  ];
}
