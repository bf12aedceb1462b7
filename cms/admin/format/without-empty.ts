import { noBranch, type FormBranch } from './form-tree.ts';

export type Plain = string | number | boolean | readonly Plain[] | { readonly [name: string]: Plain };

interface How {
  /** A translation’s lists stand item for item beside the original’s: what is empty in the middle of one holds a place. */
  holdPlaces: boolean;
}

/** A value as it is stored: without what is not filled in, groups in the order of the model. Undefined where nothing is left. */
export function withoutEmpty(value: unknown, branch: FormBranch, how: How): Plain | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' && !branch.keepEmpty ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object') return undefined;
  return Array.isArray(value) ? list(value, branch, how) : group(value as Record<string, unknown>, branch, how);
}

function group(value: Readonly<Record<string, unknown>>, { fields }: FormBranch, how: How): Plain | undefined {
  const names = [...fields.keys()].filter((name) => Object.hasOwn(value, name));
  const others = Object.keys(value).filter((name) => !fields.has(name));
  const entries = [...others.filter((name) => name === 'type'), ...names, ...others.filter((name) => name !== 'type')].flatMap((name) => {
    const stored = withoutEmpty(value[name], fields.get(name) ?? noBranch, how);
    return stored === undefined ? [] : [[name, stored] as const];
  });
  const said = entries.some(([, stored]) => stored !== '');
  return said ? Object.fromEntries(entries) : undefined;
}

function list(items: readonly unknown[], branch: FormBranch, how: How): Plain | undefined {
  const stored = items.map((item) => withoutEmpty(item, branch, how));
  const last = stored.findLastIndex((item) => item !== undefined);
  if (last < 0) return undefined;
  if (!how.holdPlaces) return stored.filter((item) => item !== undefined);
  return stored.slice(0, last + 1).map((item) => item ?? {});
}

/** Whether two stored values say the same; the order of names in a group says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [names, others] = [Object.keys(a), Object.keys(b)];
  return (
    names.length === others.length &&
    names.every((name) => Object.hasOwn(b, name) && isSame((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]))
  );
}
