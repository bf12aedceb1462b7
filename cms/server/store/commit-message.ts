import { createHash } from 'node:crypto';
import { documentFile, documentKey, documentName, type DocumentName } from '../document.ts';

export const mainActions = ['publish', 'unpublish', 'put-back', 'roll-back', 'import', 'media', 'still-right', 'same-meaning'] as const;
export type MainAction = (typeof mainActions)[number];
export type DraftAction = 'save' | 'status' | 'note';

/** What a save was sent under, as the history remembers it: nothing that anybody typed. */
export const keyMark = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 20);

/**
 * The message of a commit: an action, what it was done to, and the mark of the save. It never holds a title, a name or typed text,
 * so that nothing stays in the history when somebody takes their story back.
 */
export function messageOf({
  action,
  documents,
  key,
}: {
  action: MainAction | DraftAction;
  documents: readonly DocumentName[];
  key?: string | undefined;
}): string {
  const names = documents.map(documentKey);
  const subject = names.length === 1 ? `${action} ${names[0]}` : `${action} ${names.length} documents`;
  const list = names.length > 1 ? `\n\n${names.join('\n')}` : '';
  return `${subject}${list}${key ? `\n\nSave: ${keyMark(key)}` : ''}\n`;
}

/** What a commit of `main` says it did; none where somebody else wrote it. */
export function readMessage(message: string): { action: MainAction; documents: DocumentName[] } | undefined {
  const [subject = '', ...rest] = message.split('\n');
  const [action = '', ...words] = subject.split(' ');
  if (!(mainActions as readonly string[]).includes(action)) return undefined;
  const keys = words.length === 1 ? words : rest.filter((line) => line.split('/').length === 3);
  return { action: action as MainAction, documents: keys.flatMap((key) => fromKey(key) ?? []) };
}

function fromKey(key: string): DocumentName | undefined {
  const [collection = '', lang = '', slug = ''] = key.split('/');
  const file = documentFile({ collection: collection as DocumentName['collection'], lang, slug });
  const name = documentName(file);
  return name && documentKey(name) === key ? name : undefined;
}
