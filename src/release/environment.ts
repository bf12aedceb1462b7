import { z } from 'zod';

/** An unset variable and an empty one are the same: `PORT= npm start` means no wish. */
const variable = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema);

/** Each variable Doorstep reads: what it may be, and in its description what is wanted, as an error says it. */
const schema = z.object({
  PORT: variable(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().max(65_535))
      .default(4321),
  ).describe('a port: a whole number from 0 to 65535, such as 4321'),
  HOST: variable(
    z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('localhost'),
  ).describe('a host name or address to listen on, such as localhost or 0.0.0.0'),
  CHROMIUM_PATH: variable(z.string().optional()).describe('the path of a Chromium or Chrome program, such as /usr/bin/chromium'),
  // Services say CI=true, CI=1 or CI=<their own name>.
  CI: variable(
    z
      .string()
      .transform((value) => !['0', 'false', 'no'].includes(value.toLowerCase()))
      .default(false),
  ).describe('true or false'),
  GITHUB_ACTIONS: variable(z.string().optional()).describe(
    'set by GitHub and Forgejo where they run jobs: findings are then shown beside the lines of a change',
  ),
  DOORSTEP_DAY: variable(z.iso.date().optional()).describe('the day to build for, as 2026-11-22; leave it out for today'),
  DOORSTEP_CONTENT: variable(z.string().optional()).describe('the content folder for plain `astro build`, such as content'),
  DOORSTEP_DATA: variable(
    z
      .string()
      .refine((value) => !value.includes('\0'))
      .default('.doorstep'),
  ).describe('a folder for what Doorstep keeps between runs, such as .doorstep'),
});

export type Environment = z.output<typeof schema>;

/** The only place that reads the environment. Throws one error that names every variable that is wrong, what was found and what is wanted. */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const { success, data, error } = schema.safeParse(variables);
  if (success) return data;
  const wrong = [...new Set(error.issues.map((issue) => String(issue.path[0])))] as (keyof Environment)[];
  const lines = wrong.map((name) => `  ${name}: found "${variables[name]}"; wanted ${schema.shape[name].description}.`);
  throw new Error(`The environment needs a change before Doorstep can run:\n${lines.join('\n')}`);
}
