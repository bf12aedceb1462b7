import { z } from 'zod';
import { checkDocument } from '../checks/check-document.ts';
import { receivedText } from '../checks/served-text.ts';
import { shownFindings, wrongContent, type ShownFinding } from '../checks/shown-findings.ts';
import type { DocumentName } from '../document.ts';
import type { TakenPicture } from '../media/take-picture.ts';
import { Refusal } from '../refusal.ts';
import type { Draft, Status } from '../store/store.ts';
import { changing, type Call } from './action.ts';
import { mediaForDraft } from './draft-media.ts';
import { decapSlug } from '../editor-address.ts';
import { decapPath, documentAt, isSameDocument } from './paths.ts';
import { path, revision } from './params.ts';
import type { Standing } from './rights.ts';
import { asset, takePictures } from './sent-pictures.ts';
import { recordRevision, type Said } from '../translating/record-revision.ts';
import { textKind } from './text-kind.ts';

/** The draft of a document, where somebody who checks another one asks for it. */
export const draftTextOf =
  ({ store }: Pick<Call, 'store'>) =>
  async (name: DocumentName): Promise<string | undefined> =>
    (await store.draft(name))?.text;

/**
 * The status that a draft has after a save. Who may not say that it is ready cannot change what was said to be, so it goes back to review; and theirs names
 * the status they saw, so that a yes which is given at this very moment is not given to a text that nobody has read.
 */
async function statusAfter({ person, rights }: Call, standing: Standing): Promise<Status | undefined> {
  if (await rights.mayWith(person, 'approve', standing)) return undefined;
  const { status = 'draft' } = standing.draft ?? {};
  return status === 'pending_publish' ? 'pending_review' : status;
}

interface Saving {
  standing: Standing;
  /** What the writer said with it; left out for an earlier version, which is kept as it was. */
  said?: Said;
  /** As it is to be stored. */
  text: string;
  seen: string | null;
  base?: string | null | undefined;
  media?: readonly TakenPicture[];
}

/** Checks a text and keeps it as a draft. Throws 422 with everything that is wrong; what is only missing is told, and kept all the same. */
export async function saveChecked(
  { standing, text: sent, said, seen, base, media = [] }: Saving,
  call: Call,
): Promise<{ draft: Draft; findings: ShownFinding[] }> {
  const { name } = standing;
  const text = await recordRevision({ standing, text: sent, said }, call);
  const { mainContent, store, person, key } = call;
  const { errors, incomplete, warnings } = await checkDocument({
    mainContent,
    name,
    text,
    media: new Map(media.map((picture) => [picture.name, picture])),
    draftsMedia: await mediaForDraft(name, call),
    draftText: draftTextOf(call),
    purpose: 'draft',
  });
  if (errors.length > 0) throw wrongContent(errors);
  const status = await statusAfter(call, standing);
  const pictures = media.map(({ name: picture, bytes }) => ({ name: picture, bytes }));
  const draft = await store.save({
    name,
    text,
    seen,
    by: person.id,
    media: pictures,
    ...(status && { status }),
    ...(base !== undefined && { base }),
    key,
  });
  if (standing.draft?.status === 'pending_publish' && draft.status === 'pending_review')
    call.letters?.tell({ kind: 'changed', draft, by: person.id }, call);
  return { draft, findings: shownFindings([...incomplete, ...warnings], call.reader) };
}

export const savedAnswer = ({ draft, findings }: { draft: Draft; findings: readonly ShownFinding[] }) => ({
  message: 'saved',
  entries: [
    {
      path: decapPath(draft.path, textKind(draft.name, draft.text).kind),
      slug: decapSlug(draft.name),
      _revision: draft.revision,
      status: draft.status,
    },
  ],
  findings,
});

const dataFile = z.object({
  path,
  raw: z.string(),
  newPath: path.nullish(),
  /** The published revision that the writer has compared theirs with and means to replace. */
  base: revision.nullish(),
});

/** One document a save, since two could not be kept or refused together. `entry` is what older clients send. */
const params = z
  .object({ entry: dataFile.optional(), dataFiles: z.array(dataFile).max(1).default([]), assets: z.array(asset).max(50).default([]) })
  .transform(({ entry, dataFiles: [first], assets }) => ({ file: first ?? entry, assets }));

export const persistEntry = changing(params, async ({ file, assets }, call) => {
  if (!file) throw new Refusal(422, 'cms.refused.json');
  const name = documentAt(file.path);
  if (file.newPath && !isSameDocument(documentAt(file.newPath), name)) throw new Refusal(422, 'cms.refused.path');
  const { rights, person } = call;
  await rights.require(person, 'write', await rights.standing(person, name));
  const received = receivedText({ name, text: file.raw });
  const standing = await rights.standing(person, name, received.text);
  await rights.require(person, 'write', standing);
  const { text, media } = await takePictures(assets, { name, text: received.text, call });
  return savedAnswer(await saveChecked({ standing, text, said: received, seen: received.revision ?? null, base: file.base, media }, call));
});
