import type { DecapCollection, DecapField } from '../../config/decap-config.ts';

/** The fields of all forms by name, in the order of the model, with what stands in them. */
export type FormTree = ReadonlyMap<string, FormBranch>;
export interface FormBranch {
  fields: FormTree;
  /** An empty text in it means something. */
  keepEmpty: boolean;
}

const none: FormTree = new Map();

/** One tree for all forms: where two have a field of the same name, it stands in the same order in both. */
export function formTree(collections: readonly DecapCollection[]): FormTree {
  const forms = collections.flatMap((collection): readonly { fields: readonly DecapField[] }[] =>
    'files' in collection ? collection.files : [collection],
  );
  return treeOf(forms.flatMap(({ fields }) => fields));
}

function treeOf(fields: readonly DecapField[]): FormTree {
  if (fields.length === 0) return none;
  const byName = Map.groupBy(fields, ({ name }) => name);
  return new Map(
    [...byName].map(([name, same]) => [
      name,
      {
        keepEmpty: same.some((field) => field.keep_empty),
        fields: treeOf(same.flatMap((field) => [...(field.fields ?? []), ...(field.types ?? []).flatMap((type) => type.fields ?? [])])),
      },
    ]),
  );
}

export const noBranch: FormBranch = { fields: none, keepEmpty: false };
