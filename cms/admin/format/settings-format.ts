import type { Format } from './entry-format.ts';
import { changedFields } from './fields-text.ts';
import type { FormTree } from './form-tree.ts';
import { sentFields, storedFields } from './stored-fields.ts';
import { createTextsRead } from './texts-read.ts';
import { plainValue, readYaml } from './yaml-text.ts';

type Data = Record<string, unknown>;

/** Settings: a file of fields, or of `items` where it is a list. */
export function createSettingsFormat(tree: () => FormTree): Format {
  const texts = createTextsRead(1000);
  return {
    extension: 'yml',
    fromFile(text) {
      if (!text) return {};
      const data = valuesOf(text);
      texts.remember(data['_revision'], text);
      return data;
    },
    toFile(given) {
      const data = given as Data;
      const text = texts.get(data['_revision']) ?? '';
      const was = valuesOf(text);
      return changedFields({
        text,
        before: { ...sentFields(was), ...storedFields(was, tree()) },
        after: { ...sentFields(data), ...storedFields(data, tree()) },
      });
    },
  };
}

function valuesOf(text: string): Data {
  const value = plainValue(readYaml(text));
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** Interface texts: the form has all of them in one field, since their names are no names of fields. */
export function createStringsFormat(tree: () => FormTree): Format {
  const settings = createSettingsFormat(tree);
  return {
    extension: 'yml',
    fromFile(text) {
      const { _revision, ...texts } = settings.fromFile(text);
      return { ...(_revision !== undefined && { _revision }), texts };
    },
    toFile(given) {
      const { _revision, texts } = given as { _revision?: string; texts?: Data };
      return settings.toFile({ ...(_revision !== undefined && { _revision }), ...texts });
    },
  };
}
