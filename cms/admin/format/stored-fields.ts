import type { FormTree } from './form-tree.ts';
import { withoutEmpty, type Plain } from './without-empty.ts';

type Data = Readonly<Record<string, unknown>>;

/** What goes to the server and is not stored: which wordings a save began from, and what its writer says about it. */
const sent = ['_revision', '_original', '_stillRight', '_translationsStillRight'];

export const sentFields = (data: Data | null | undefined): Record<string, Plain> =>
  Object.fromEntries(
    sent.flatMap((name) => {
      const value = data?.[name];
      return typeof value === 'string' || value === true ? [[name, value] as const] : [];
    }),
  );

/** What is stored of the values of a form, in the order of the model. Names that begin with a line are the editor’s own. */
export function storedFields(data: Data, tree: FormTree): Record<string, Plain> {
  const own = Object.fromEntries(Object.entries(data).filter(([name]) => !name.startsWith('_') && name !== 'body'));
  return (withoutEmpty(own, { fields: tree, keepEmpty: false }, { holdPlaces: 'translates' in own }) ?? {}) as Record<string, Plain>;
}
