import { parseText } from '../../../src/graph/parse.ts';
import type { MainContent } from '../content/main-content.ts';
import { documentName, type DocumentName } from '../document.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import type { RollBackChanges } from './publishing.ts';

interface RollBackInput {
  store: Pick<Store, 'snapshot' | 'read' | 'readMedia' | 'releaseFiles' | 'replaceAll'>;
  mainContent: Pick<MainContent, 'current'>;
  release: string;
  by: string;
  mayComeBack?: (name: DocumentName) => boolean;
}

type Files = Map<string, string | Buffer>;

/**
 * Makes `main` what it was at a release, except where somebody has decided about their own words since: a story whose consent was changed stays as it is
 * now, and what may not come back does not. Pictures come back only with a text that shows them.
 */
export async function rollBack({ by, ...input }: RollBackInput): Promise<{ changed: number }> {
  const { files } = await planOf(input);
  return input.store.replaceAll({ files, by, action: 'roll-back' });
}

type PlanInput = Omit<RollBackInput, 'by'>;

async function planOf({ store, mainContent, release, mayComeBack = () => true }: PlanInput) {
  const earlier = await store.releaseFiles(release);
  if (!earlier) throw new Refusal(404, 'cms.refused.missing');
  const { files: present } = await store.snapshot();
  const files: Files = new Map();
  const decided = await withOtherConsent(earlier, mainContent);
  const stays = (name: DocumentName) => !mayComeBack(name) || decided.has(keyOf(name));
  for (const [path, content] of earlier) {
    const name = documentName(path);
    if (!name || !stays(name)) files.set(path, content);
  }
  const staying = [...present.keys()].filter((path) => {
    const name = documentName(path);
    return name !== undefined && stays(name);
  });
  for (const { path, text } of await store.read(staying)) files.set(path, text);
  await sortPictures(files, present, store);
  return { files, earlier, present };
}

/** What going back would do to each document, without doing it. */
export async function rollBackChanges(input: PlanInput): Promise<RollBackChanges> {
  const { files, earlier, present } = await planOf(input);
  const texts = new Map((await input.store.read([...present.keys()].filter((path) => documentName(path)))).map(({ path, text }) => [path, text]));
  const all = [...new Set([...files.keys(), ...texts.keys()])].toSorted().flatMap((path) => {
    const name = documentName(path);
    return name ? [{ path, name, now: texts.get(path), then: textIn(files, path), before: textIn(earlier, path) }] : [];
  });
  const those = (which: (one: (typeof all)[number]) => boolean) =>
    all.filter(which).map(({ path, name, now, then }) => ({ name, title: titleOf(path, now ?? then ?? '') }));
  return {
    back: those(({ now, then }) => now === undefined && then !== undefined),
    gone: those(({ now, then }) => now !== undefined && then === undefined),
    earlier: those(({ now, then }) => now !== undefined && then !== undefined && now !== then),
    // Of what was taken back and is not there any more, not even the title is told.
    kept: those(({ now, then, before }) => now !== undefined && now === then && before !== now),
  };
}

function textIn(files: Files, path: string): string | undefined {
  const content = files.get(path);
  return content === undefined || typeof content === 'string' ? content : content.toString('utf8');
}

function titleOf(path: string, text: string): string | undefined {
  const parsed = parseText(path, text);
  const title = parsed.kind === 'entry' ? parsed.entry?.data['title'] : undefined;
  return typeof title === 'string' ? title : undefined;
}

const keyOf = ({ collection, slug }: Pick<DocumentName, 'collection' | 'slug'>) => `${collection}/${slug}`;

/** Stories that are on `main` now with another consent than they had at the release. */
async function withOtherConsent(earlier: Files, mainContent: RollBackInput['mainContent']): Promise<Set<string>> {
  const { graph } = await mainContent.current();
  const decided = new Set<string>();
  for (const group of graph?.groups.stories.values() ?? []) {
    const { file, data } = group.original;
    const text = earlier.get(file);
    const parsed = typeof text === 'string' ? parseText(file, text) : undefined;
    const before = parsed?.kind === 'entry' ? parsed.entry?.data['consent'] : undefined;
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(data.consent)) decided.add(keyOf(group));
  }
  return decided;
}

/** A picture that is not there any more comes back only if a text shows it; one that a text needs stays. */
async function sortPictures(files: Files, present: ReadonlyMap<string, string>, store: Pick<Store, 'readMedia'>): Promise<void> {
  const texts = [...files.values()].filter((content) => typeof content === 'string');
  const isShown = (path: string) => texts.some((text) => text.includes(path.slice('media/'.length)));
  for (const path of [...files.keys()]) if (path.startsWith('media/') && !present.has(path) && !isShown(path)) files.delete(path);
  for (const path of present.keys()) {
    if (!path.startsWith('media/') || files.has(path) || !isShown(path)) continue;
    const bytes = await store.readMedia(path.slice('media/'.length));
    if (bytes) files.set(path, bytes);
  }
}
