import { frameKeys } from './string-keys/frame.ts';
import { guideKeys } from './string-keys/guides.ts';
import { storyKeys } from './string-keys/stories.ts';

/** Every text of the interface: its key, and a description of where it appears. {names} in braces are filled in. */
export const stringKeys = { ...frameKeys, ...storyKeys, ...guideKeys } as const;
export type StringKey = keyof typeof stringKeys;
