import { settingsSchemas, type SettingsName } from '../../src/content-model/settings.ts';
import { stringKeys } from '../../src/content-model/string-keys.ts';
import { mayWith, type Role } from '../server/roles.ts';
import { settingsDescription } from '../server/checks/settings-description.ts';
import type { DecapField, FileCollection } from './decap-config.ts';
import { fieldOf, fieldsOf } from './fields.ts';
import type { FormContext } from './form-context.ts';

export interface SettingsCollectionsInput extends Omit<FormContext, 'translation'> {
  role: Role;
}

const names = Object.keys(settingsSchemas) as SettingsName[];

/** The settings of the site, and the interface texts of the working language, for who may write them. */
export function settingsCollections(input: SettingsCollectionsInput): FileCollection[] {
  const { role, lang, say } = input;
  const isAllowed = (collection: 'settings' | 'strings') => mayWith(role, 'write', { collection, kind: 'original', relation: 'other' });
  // They have no page of their own that could be shown beside the form.
  const noPage = { preview: false, notes: true };
  const settings: FileCollection = {
    name: 'settings',
    label: say('editor.config.settings'),
    format: 'doorstep-settings',
    delete: false,
    editor: noPage,
    publish: mayWith(role, 'publish', { collection: 'settings', kind: 'original', relation: 'other' }),
    files: names.map((name) => ({
      name,
      label: say(`editor.config.settings.${name}`),
      file: `content/settings/${name}.yml`,
      fields: settingsFields(name, input),
    })),
  };
  const strings: FileCollection = {
    name: 'strings',
    label: say('editor.config.strings'),
    format: 'doorstep-strings',
    delete: false,
    editor: noPage,
    publish: mayWith(role, 'publish', { collection: 'strings', kind: 'original', relation: 'other' }),
    files: [{ name: lang, label: say('editor.config.strings.one'), file: `content/strings/${lang}.yml`, fields: [stringsField(input)] }],
  };
  return [...(isAllowed('settings') ? [settings] : []), ...(isAllowed('strings') ? [strings] : [])];
}

/** Settings that are a list are served as `items`. */
function settingsFields(name: SettingsName, input: SettingsCollectionsInput): DecapField[] {
  const context: FormContext = { ...input, translation: false };
  const node = settingsDescription(name);
  if (node.type !== 'array') return fieldsOf(node, context);
  return [fieldOf('items', { ...node, label: undefined }, { required: true, context })].map((field) => ({
    ...field,
    label: input.say(`editor.config.settings.${name}`),
    collapsed: true,
  }));
}

const stringsField = ({ say, labelOf }: SettingsCollectionsInput): DecapField => ({
  name: 'texts',
  label: say('editor.config.strings.one'),
  hint: say('editor.config.strings.hint'),
  widget: 'doorstep-strings',
  required: true,
  keys: Object.entries(stringKeys).map(([key, where]) => [key, labelOf(where)] as const),
});
