import { z } from 'zod';

/** An unset variable and an empty one are the same. */
const variable = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema);
const origin = () => z.string().refine((value) => URL.canParse(value) && new URL(value).origin === value && /^https?:/.test(value));
const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(fallback);

/** Each variable the CMS server reads: what it may be, and in its description what is wanted, as an error says it. */
const schema = z.object({
  PORT: variable(port(4321)).describe('the port of the site: a whole number from 0 to 65535, such as 4321'),
  CMS_PORT: variable(port(4322)).describe('the port of the editor: a whole number from 0 to 65535, such as 4322'),
  HOST: variable(
    z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('localhost'),
  ).describe('a host name or address to listen on, such as localhost, or 0.0.0.0 behind a proxy'),
  ORIGIN: variable(origin().optional()).describe('the address of the site without a path, such as https://welcome.city.example'),
  CMS_ORIGIN: variable(origin().optional()).describe(
    'the address of the editor without a path, on another host than the site, such as https://cms.city.example',
  ),
  DOORSTEP_CMS_DATA: variable(
    z
      .string()
      .refine((value) => !value.includes('\0'))
      .default('.data'),
  ).describe('a folder for what the server keeps, such as .data'),
  DOORSTEP_CONTENT: variable(z.string().optional()).describe('the content folder to begin from at first start, such as content'),
  DOORSTEP_DAY: variable(z.iso.date().optional()).describe('the day to publish for, as 2026-11-22; leave it out for today'),
  ADMIN_EMAIL: variable(z.email().default('administrator@localhost.example')).describe('the e-mail address of the first administrator'),
  SECRET: variable(z.string().min(32).optional()).describe(
    'at least 32 characters that nobody can guess; leave it out and one is made and kept in the data folder',
  ),
  SMTP_URL: variable(
    z
      .string()
      .regex(/^smtps?:\/\/\S+$/)
      .optional(),
  ).describe('a mail server, such as smtps://user:password@mail.city.example:465; leave it out and mails are printed and kept in the outbox'),
  MAIL_FROM: variable(z.string().min(3).optional()).describe('the sender of mails, such as "Doorstep <welcome@city.example>"'),
  CONTENT_REMOTE: variable(
    z
      .string()
      .refine((value) => !value.startsWith('-') && !/[\0\r\n]/.test(value))
      .optional(),
  ).describe('a git repository that main is pushed to, such as ssh://git@code.city.example/content.git'),
  TRUST_PROXY: variable(z.enum(['0', '1']).default('0')).describe(
    '1 where a proxy of yours stands before the server and sets X-Forwarded-For, else 0',
  ),
  LOG_LEVEL: variable(z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info')).describe('silent, error, warn, info or debug'),
});

export type CmsEnvironment = z.output<typeof schema>;

/** Each variable with what is wanted of it, in the order of the schema: for the documentation. */
export const wantedVariables: readonly (readonly [name: keyof CmsEnvironment, wanted: string])[] = schema
  .keyof()
  .options.map((name) => [name, schema.shape[name].description ?? '']);

/** The only place of the CMS that reads the environment. Throws one error that names every variable that is wrong, what was found and what is wanted. */
export function readCmsEnvironment(variables: Record<string, string | undefined> = process.env): CmsEnvironment {
  const { success, data, error } = schema.safeParse(variables);
  if (success) return data;
  const wrong = [...new Set(error.issues.map((issue) => String(issue.path[0])))] as (keyof CmsEnvironment)[];
  // A secret that is wrong is a secret still.
  const lines = wrong.map(
    (name) =>
      `  ${name}: found ${name === 'SECRET' || name === 'SMTP_URL' ? 'something else' : `"${variables[name]}"`}; wanted ${schema.shape[name].description}.`,
  );
  throw new Error(`The environment needs a change before the server can run:\n${lines.join('\n')}`);
}

/** The environment for a child process: what a program needs to run, none of our secrets, nothing that would change what git does. */
export function childEnvironment(more: Record<string, string> = {}): Record<string, string> {
  const passed = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SSH_AUTH_SOCK', 'SystemRoot'];
  return { ...Object.fromEntries(passed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]!]]))), ...more };
}
