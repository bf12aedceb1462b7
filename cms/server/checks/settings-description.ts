import { describe, type FieldNode } from '../../../src/content-model/describe.ts';
import { settingsSchemas, type SettingsName } from '../../../src/content-model/settings.ts';

const descriptions = new Map<string, FieldNode>();

/** The description of a file of settings, made once. */
export function settingsDescription(name: string): FieldNode {
  const known = descriptions.get(name) ?? describe(settingsSchemas[name as SettingsName]);
  descriptions.set(name, known);
  return known;
}

/** Whether a file of settings is a list, as that of the topics is, and not a group of fields. */
export const isList = (name: string): boolean => settingsDescription(name).type === 'array';
