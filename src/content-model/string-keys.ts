import { cmsAuthKeys } from './string-keys/cms-auth.ts';
import { cmsGoingOnKeys } from './string-keys/cms-going-on.ts';
import { cmsHttpKeys } from './string-keys/cms-http.ts';
import { cmsMailKeys } from './string-keys/cms-mail.ts';
import { cmsMediaKeys } from './string-keys/cms-media.ts';
import { cmsPagesKeys } from './string-keys/cms-pages.ts';
import { cmsReviewKeys } from './string-keys/cms-review.ts';
import { cmsKeys } from './string-keys/cms.ts';
import { editorDecapKeys } from './string-keys/editor-decap.ts';
import { editorPreviewKeys } from './string-keys/editor-preview.ts';
import { editorTextKeys } from './string-keys/editor-text.ts';
import { editorTranslatingKeys } from './string-keys/editor-translating.ts';
import { editorKeys } from './string-keys/editor.ts';
import { editorFieldsKeys } from './string-keys/editor-fields.ts';
import { findingKeys } from './string-keys/findings.ts';
import { frameKeys } from './string-keys/frame.ts';
import { guideKeys } from './string-keys/guides.ts';
import { peopleKeys } from './string-keys/people.ts';
import { searchKeys } from './string-keys/search.ts';
import { storyKeys } from './string-keys/stories.ts';
import { wayKeys } from './string-keys/ways.ts';

/** Every text of the interface: its key, and a description of where it appears. {names} in braces are filled in. */
export const stringKeys = {
  ...frameKeys,
  ...storyKeys,
  ...guideKeys,
  ...wayKeys,
  ...peopleKeys,
  ...searchKeys,
  ...cmsKeys,
  ...cmsMediaKeys,
  ...cmsAuthKeys,
  ...cmsMailKeys,
  ...cmsHttpKeys,
  ...cmsPagesKeys,
  ...cmsReviewKeys,
  ...cmsGoingOnKeys,
  ...findingKeys,
  ...editorKeys,
  ...editorTextKeys,
  ...editorPreviewKeys,
  ...editorFieldsKeys,
  ...editorTranslatingKeys,
  ...editorDecapKeys,
} as const;
export type StringKey = keyof typeof stringKeys;
