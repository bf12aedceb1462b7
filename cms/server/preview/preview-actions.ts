import { z } from 'zod';
import { checkDocument } from '../checks/check-document.ts';
import { receivedText } from '../checks/served-text.ts';
import { shownFindings, type ShownFinding } from '../checks/shown-findings.ts';
import { documentKey, type DocumentName } from '../document.ts';
import { action, type Call } from '../protocol/action.ts';
import { mediaForDraft } from '../protocol/draft-media.ts';
import { documentAt } from '../protocol/paths.ts';
import { path } from '../protocol/params.ts';
import { draftTextOf } from '../protocol/save-draft.ts';
import { recordRevision } from '../translating/record-revision.ts';
import type { PreviewLanguage } from './create-preview.ts';
import type { NoPage } from './preview-entry.ts';

/** What was typed is told as a page: where it is, and in which languages it can be had. */
export interface TypedPage {
  id: string;
  /** For a frame in the editor; links of the page open nothing there. */
  address: string;
  /** For a tab of its own. */
  tab: string;
  lang: string;
  languages: readonly PreviewLanguage[];
  /** Where a document has no page of its own: the title of the page that shows it. */
  instead: string | null;
  /** The text itself cannot be read as it is, and is left out. */
  withoutText: boolean;
  milliseconds: number;
}

/** There is no page of what was typed, and why. `overtaken`: something newer was sent meanwhile, and that is answered. */
export interface NoTypedPage {
  id: null;
  why: NoPage | 'overtaken';
  milliseconds: number;
}

/** What the check of a text found, worst first: errors, what is still missing (`incomplete`), warnings. */
export interface TypedProblems {
  problems: readonly ShownFinding[] | null;
}

const typed = z.object({ path, raw: z.string(), lang: z.string().max(20).nullish() });

/** What somebody typed, as it would be stored, where they may see or write what it is about. */
async function typedText({ path: at, raw }: z.output<typeof typed>, call: Call): Promise<{ name: DocumentName; text: string }> {
  const { person, rights } = call;
  const name = documentAt(at);
  const received = receivedText({ name, text: raw });
  const standing = await rights.standing(person, name, received.text);
  await rights.require(person, ['write', 'read'], standing);
  return { name, text: await recordRevision({ standing, text: received.text, said: received }, call) };
}

export const preview = action(typed, async (params, call): Promise<TypedPage | NoTypedPage> => {
  const began = performance.now();
  const { name, text } = await typedText(params, call);
  const { person, rights } = call;
  const made = await call.previews.typed({ person, rights, name, text, lang: params.lang ?? undefined });
  const milliseconds = Math.round((performance.now() - began) * 10) / 10;
  if (made === undefined || typeof made === 'string') return { id: null, why: made ?? 'overtaken', milliseconds };
  const { page, kept } = made;
  const { lang, languages, instead, withoutText } = page;
  const at = (place: string) => `/preview/${place}/${kept.id}?lang=${lang}`;
  return { id: kept.id, address: at('pages'), tab: at('tab'), lang, languages, instead: instead ?? null, withoutText, milliseconds };
});

/** The check of what was typed, as it would be said at saving. `problems` is null where something newer was sent meanwhile. */
export const previewProblems = action(typed, async (params, call): Promise<TypedProblems> => {
  const { name, text } = await typedText(params, call);
  const problems = await call.previews.latest(`problems ${call.person.id} ${documentKey(name)}`, async () => {
    const { errors, incomplete, warnings } = await checkDocument({
      mainContent: call.mainContent,
      name,
      text,
      draftsMedia: await mediaForDraft(name, call),
      draftText: draftTextOf(call),
      purpose: 'draft',
    });
    return shownFindings([...errors, ...incomplete, ...warnings], call.reader);
  });
  return { problems: problems ?? null };
});
