import type { DecapConfig } from '../../config/decap-config.ts';
import { pageData } from '../page-data.ts';
import { createEntryFormat } from './entry-format.ts';
import { formTree, type FormTree } from './form-tree.ts';
import { createSettingsFormat, createStringsFormat } from './settings-format.ts';

let known: FormTree | undefined;

/** The form of what is edited, from the configuration that came with the page. */
const tree = (): FormTree => (known ??= formTree((pageData().config as unknown as DecapConfig).collections));

/** How Decap reads and writes our files, under the names that the configuration gives. */
export const formats = {
  'doorstep-entry': createEntryFormat(tree),
  'doorstep-settings': createSettingsFormat(tree),
  'doorstep-strings': createStringsFormat(() => new Map()),
} as const;
