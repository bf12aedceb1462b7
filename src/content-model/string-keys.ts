import { cmsAuthKeys } from './string-keys/cms-auth.ts';
import { cmsHttpKeys } from './string-keys/cms-http.ts';
import { cmsMailKeys } from './string-keys/cms-mail.ts';
import { cmsMediaKeys } from './string-keys/cms-media.ts';
import { cmsPagesKeys } from './string-keys/cms-pages.ts';
import { cmsKeys } from './string-keys/cms.ts';
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
} as const;
export type StringKey = keyof typeof stringKeys;
