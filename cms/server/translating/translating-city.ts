import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntryGroup } from '../../../src/graph/graph.ts';
import { documentKey, type DocumentName } from '../document.ts';
import { createApiCity, type ApiAnswer, type ApiCity } from '../protocol/api-city.ts';
import { originalText } from '../protocol/example-texts.ts';
import type { Person } from '../person.ts';

export type TranslatingCity = Awaited<ReturnType<typeof createTranslatingCity>>;

export const inLanguage = (name: DocumentName, lang: string): DocumentName => ({ ...name, lang });
export const pathOf = (name: DocumentName): string => `content/${documentKey(name)}.mdx`;
/** A text as it was served, with one more field. */
export const withLine = (line: string) => (raw: string) => raw.replace('---\n', `---\n${line}\n`);
/** The text of a guide with two sections. */
const guideText = ({ slug }: DocumentName): string =>
  `${originalText('guides', slug).split('---\n').slice(0, 2).join('---\n')}---\n\nBefore.\n\n## One\n\nFirst.\n\n## Two\n\nSecond.\n`;

const dutchFields = 'title: De brug\nsummary: Over de brug.\nglance: { who: Iedereen, cost: Niets, time: Een middag, bring: Een vriend }\n';
/** A translation that was just begun, filled in. */
export const inDutch = (raw: string): string =>
  `${raw.slice(0, raw.lastIndexOf('---\n'))}${dutchFields}---\n\nErvoor.\n\n## Een\n\nEerst.\n\n## Twee\n\nDaarna.\n`;

/** A city behind the real protocol, with an editor and a translator who do what one does in it; for tests. */
export async function createTranslatingCity(input: { files: ReadonlyMap<string, string | Buffer>; day: string }) {
  const city: ApiCity = await createApiCity(await mkdtemp(join(tmpdir(), 'translating-')), input);
  const [editor, translator] = [city.person('editor'), city.person('translator')];
  let count = 0;

  const save = (by: Person, name: DocumentName, raw: string, more: { key?: string } = {}): Promise<ApiAnswer> =>
    city.api(by, 'persistEntry', { dataFiles: [{ path: pathOf(name), raw }], assets: [] }, more);
  async function served(by: Person, name: DocumentName): Promise<string> {
    const draft = await city.api(by, 'unpublishedEntryDataFile', { path: pathOf(name) });
    return (draft.status === 200 ? draft.body.data : (await city.api(by, 'getEntry', { path: pathOf(name) })).body.data) as string;
  }
  /** Opens what is there, changes it and saves it. */
  async function change(by: Person, name: DocumentName, how: (raw: string) => string): Promise<void> {
    const answer = await save(by, name, how(await served(by, name)));
    if (answer.status !== 200) throw new Error(`The change was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  async function publish(name: DocumentName): Promise<void> {
    const id = documentKey(name);
    await city.api(editor, 'updateUnpublishedEntryStatus', { id, newStatus: 'pending_publish' });
    const answer = await city.api(editor, 'publishUnpublishedEntry', { id });
    if (answer.status !== 200) throw new Error(`Publishing was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  const begin = (by: Person, { collection, slug }: DocumentName, lang: string): Promise<ApiAnswer> =>
    city.api(by, 'beginTranslation', { collection, slug, lang });
  /** A name that no guide has yet. */
  const newName = (): DocumentName => ({ collection: 'guides', lang: 'en', slug: `guide-${++count}` });
  /** A guide that is only a draft. */
  async function drafted(): Promise<DocumentName> {
    const name = newName();
    await save(editor, name, guideText(name));
    return name;
  }
  async function published(): Promise<DocumentName> {
    const name = await drafted();
    await publish(name);
    return name;
  }
  async function group({ collection, slug }: DocumentName): Promise<EntryGroup> {
    return (await city.mainContent.current()).graph!.groups[collection as 'guides'].get(slug) as unknown as EntryGroup;
  }
  return {
    ...city,
    editor,
    translator,
    save,
    served,
    change,
    publish,
    begin,
    drafted,
    published,
    group,
    /** A guide with a Dutch translation that is current, both published. */
    async translated(): Promise<{ english: DocumentName; dutch: DocumentName }> {
      const english = await published();
      const dutch = inLanguage(english, 'nl');
      await begin(translator, english, 'nl');
      await change(translator, dutch, inDutch);
      await publish(dutch);
      return { english, dutch };
    },
    /** An editor changes what is published. */
    async reword(name: DocumentName, how: (raw: string) => string): Promise<void> {
      await change(editor, name, how);
      await publish(name);
    },
    /** How a translation stands to its original on the site. */
    async stateOf(name: DocumentName) {
      const { state, changed } = (await group(name)).byLanguage.get(name.lang)!;
      return { state, changed };
    },
    publishedText: async (name: DocumentName): Promise<string> => (await city.store.read([`${documentKey(name)}.mdx`]))[0]!.text,
  };
}
