import type { Context } from 'hono';
import type { ZodError } from 'zod';
import type { StringKey } from '../../../src/content-model/string-keys.ts';

/** What a form sent: texts by field; a field may come several times. */
export interface Form {
  text: (name: string) => string;
  all: (name: string) => string[];
}

export const emptyForm: Form = { text: () => '', all: () => [] };

/** Reads a form; files are nothing that these pages take. */
export async function readForm(c: Context): Promise<Form> {
  const body = await c.req.parseBody({ all: true });
  const all = (name: string) => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
  };
  return { all, text: (name) => all(name)[0] ?? '' };
}

/** A form filled in from what is known, so that a page shows it. */
export const formFrom = (values: Readonly<Record<string, string | readonly string[]>>): Form => {
  const all = (name: string) => [values[name] ?? []].flat() as string[];
  return { all, text: (name) => all(name)[0] ?? '' };
};

/** What is wrong with a field, as a text of the interface. */
export interface FieldProblem {
  field: string;
  key: StringKey;
}

/** The problems of a form, one a field, in the order of the fields. */
export function fieldProblems(error: ZodError, keys: Readonly<Record<string, StringKey>>): FieldProblem[] {
  const wrong = new Set(error.issues.map(({ path }) => String(path[0])));
  return Object.entries(keys).flatMap(([field, key]) => (wrong.has(field) ? [{ field, key }] : []));
}
