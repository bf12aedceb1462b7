import { z } from 'zod';
import { markStillRight } from '../../../src/graph/mark-translated.ts';
import { withField } from '../../../src/graph/frontmatter.ts';
import type { EntryGroup } from '../../../src/graph/graph.ts';
import { checkDocument } from '../checks/check-document.ts';
import { findingsNow, newFindings } from '../checks/compare.ts';
import { wrongContent } from '../checks/shown-findings.ts';
import { documentFile, documentKey, type DocumentName } from '../document.ts';
import { changing, type Call } from '../protocol/action.ts';
import { documentAt } from '../protocol/paths.ts';
import { path } from '../protocol/params.ts';
import { draftTextOf } from '../protocol/save-draft.ts';
import { Refusal } from '../refusal.ts';
import type { Remark, StoredFile } from '../store/store.ts';
import { entryText } from './entry-text.ts';
import { withSameMeaning } from './keep-translations-current.ts';
import { asEntry } from './original-text.ts';

const missing = () => new Refusal(404, 'cms.refused.missing');

/** The published entry that a document belongs to, for somebody who may publish its original: what is said of an original is said for all languages. */
async function publishedGroup(at: DocumentName, { mainContent, rights, person }: Call): Promise<{ group: EntryGroup; original: DocumentName }> {
  const name = asEntry(at);
  const { graph } = await mainContent.current();
  const group = name && (graph?.groups[name.collection].get(name.slug) as EntryGroup | undefined);
  const { lang } = group?.original ?? at;
  const original = { ...at, lang };
  await rights.require(person, 'publish', await rights.standing(person, original));
  if (!group) throw missing();
  return { group, original };
}

interface Saying {
  name: DocumentName;
  action: Remark;
  change: (text: string) => string;
}

/** Says something of a published text, at once. It is checked like everything that is published; what was wrong with it before stays to be mended. */
async function say({ name, action, change }: Saying, call: Call): Promise<StoredFile> {
  const { store, mainContent, person } = call;
  const [published] = await store.read([documentFile(name)]);
  if (!published) throw missing();
  const text = change(published.text);
  const { errors } = await checkDocument({ mainContent, name, text, draftText: draftTextOf(call), purpose: 'publish' });
  const added = newFindings(errors, findingsNow(await mainContent.current(), await mainContent.day()));
  if (added.length > 0) throw wrongContent(added);
  return store.remark({ name, by: person.id, seen: published.revision, action, change });
}

const isReviewed = (name: DocumentName, text: string, day: string): boolean => entryText(asEntry(name)!, { text })?.data['reviewed'] === day;

/** “Still right”: somebody has checked a guide today. Its text, and that of its translations, stays as it is; so does everything else in its file. */
export const stillRight = changing(z.object({ path }), async (params, call) =>
  call.turns(async () => {
    const at = documentAt(params.path);
    if (at.collection !== 'guides') throw new Refusal(422, 'cms.translating.refused.guide');
    const { original } = await publishedGroup(at, call);
    const day = await call.mainContent.day();
    const change = (text: string) => (isReviewed(original, text, day) ? text : withField(text, 'reviewed', day));
    const { revision } = await say({ name: original, action: 'still-right', change }, call);
    return { message: 'reviewed', document: documentKey(original), reviewed: day, _revision: revision };
  }),
);

/** The wording of an original has changed and its meaning has not: its translations are right as they stand. */
export const markTranslationsStillRight = changing(z.object({ path }), async (params, call) =>
  call.turns(async () => {
    const { group, original } = await publishedGroup(documentAt(params.path), call);
    const [published] = await call.store.read([documentFile(original)]);
    const marked = published && markStillRight(published.text, group);
    const { equivalent = {}, parts = [] } = marked ?? {};
    const change = (text: string) => (marked ? withSameMeaning(asEntry(original)!, text, equivalent) : text);
    const { revision } = await say({ name: original, action: 'same-meaning', change }, call);
    return { message: marked ? 'marked' : 'unchanged', document: documentKey(original), parts, _revision: revision };
  }),
);
