import { documentFile, type DocumentName } from '../../server/document.ts';
import type { Status } from '../../server/store/store.ts';
import { pathOf, withRevision } from './document-text.ts';
import type { Answer, CmsClient, Visitor } from './cms-client.ts';

/** A picture that comes with a save. */
export interface Asset {
  /** From `media/`. */
  name: string;
  bytes: Buffer;
}

/** What an editor does with a document, in the words of the protocol. */
export interface Editing {
  save(name: DocumentName, input: { text: string; seen: string | null; key?: string; assets?: readonly Asset[] }): Promise<Answer>;
  setStatus(name: DocumentName, status: Status): Promise<Answer>;
  publish(name: DocumentName): Promise<Answer>;
  discard(name: DocumentName): Promise<Answer>;
  /** The draft's text as it is served for editing. */
  readDraft(name: DocumentName): Promise<Answer>;
}

/** The name under which the workflow knows a document: Decap edits one language at a time, in a collection of its own. */
const workflowName = ({ collection, lang, slug }: DocumentName) => ({ collection: `${collection}-${lang}`, slug });

export function editingBy(client: CmsClient, who: Visitor): Editing {
  return {
    save: (name, { text, seen, key, assets = [] }) =>
      client.call(
        who,
        'persistEntry',
        {
          dataFiles: [{ slug: name.slug, path: pathOf(name), raw: withRevision(text, seen) }],
          assets: assets.map((asset) => ({ path: `content/media/${asset.name}`, content: asset.bytes.toString('base64'), encoding: 'base64' })),
          options: { collectionName: name.collection, commitMessage: 'Save', useWorkflow: true, status: 'draft' },
        },
        key,
      ),
    setStatus: (name, newStatus) => client.call(who, 'updateUnpublishedEntryStatus', { ...workflowName(name), newStatus }),
    publish: (name) => client.call(who, 'publishUnpublishedEntry', workflowName(name)),
    discard: (name) => client.call(who, 'deleteUnpublishedEntry', workflowName(name)),
    readDraft: (name) => client.call(who, 'unpublishedEntryDataFile', { ...workflowName(name), id: '', path: `content/${documentFile(name)}` }),
  };
}
