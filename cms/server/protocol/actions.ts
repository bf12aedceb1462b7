import { beginTranslation } from '../translating/begin-translation.ts';
import { markTranslationsStillRight, stillRight } from '../translating/still-right.ts';
import { translationSource } from '../translating/translation-source.ts';
import { translationTable } from '../translating/translation-table.ts';
import * as review from '../review/actions.ts';
import { listMarks } from '../review/list-marks.ts';
import { preview, previewProblems } from '../preview/preview-actions.ts';
import type { Action } from './action.ts';
import * as drafts from './draft-entries.ts';
import * as history from './history.ts';
import { newSlug } from './new-slug.ts';
import * as notes from './notes.ts';
import * as published from './published-entries.ts';
import { listReferences } from './references.ts';
import * as releases from './releases.ts';
import { persistEntry } from './save-draft.ts';
import * as media from './stored-media.ts';
import { deleteFile, deleteFiles, unpublish } from './unpublish.ts';
import { deleteUnpublishedEntry, publishUnpublishedEntry, updateUnpublishedEntryStatus } from './workflow.ts';

/** Everything that can be asked of `POST /api/v1`: the actions of Decap's proxy backend, then ours. */
export const actions = {
  info: published.info,
  entriesByFolder: published.entriesByFolder,
  entriesByFiles: published.entriesByFiles,
  getEntry: published.getEntry,
  unpublishedEntries: drafts.unpublishedEntries,
  unpublishedEntry: drafts.unpublishedEntry,
  unpublishedEntryDataFile: drafts.unpublishedEntryDataFile,
  unpublishedEntryMediaFile: drafts.unpublishedEntryMediaFile,
  newSlug,
  listReferences,
  persistEntry,
  updateUnpublishedEntryStatus,
  publishUnpublishedEntry,
  deleteUnpublishedEntry,
  getMedia: media.getMedia,
  getMediaFile: media.getMediaFile,
  persistMedia: media.persistMedia,
  deleteFile,
  deleteFiles,
  preview,
  previewProblems,
  getDeployPreview: drafts.getDeployPreview,
  getPRMetadata: drafts.getPRMetadata,
  getNotes: notes.getNotes,
  addNote: notes.addNote,
  updateNote: notes.updateNote,
  deleteNote: notes.deleteNote,
  toggleNoteResolution: notes.toggleNoteResolution,

  getHistory: history.getHistory,
  getVersion: history.getVersion,
  getDifference: history.getDifference,
  restoreVersion: history.restoreVersion,
  unpublish,
  listDesk: review.listDesk,
  reviewEntry: review.reviewEntry,
  planUnpublish: review.planUnpublish,
  listWritable: review.listWritable,
  listPublished: review.listPublished,
  listMarks,
  askForChanges: review.askForChanges,
  beginTranslation,
  translationSource,
  translationTable,
  stillRight,
  markTranslationsStillRight,
  state: releases.state,
  listReleases: releases.listReleases,
  rollBack: releases.rollBack,
} as const satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;

export const actionNamed = (name: string): Action | undefined => (Object.hasOwn(actions, name) ? actions[name as ActionName] : undefined);
