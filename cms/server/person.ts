import type { Role } from './roles.ts';

/** Somebody who is signed in. */
export interface Person {
  /** Opaque, for ever theirs: `u_` and small letters and digits. The only thing about a person that git is told. */
  id: string;
  name: string;
  email: string;
  role: Role;
  /** The desks of settings/desks.yml they belong to. */
  desks: readonly string[];
  /** The language in which they are spoken to. */
  lang: string;
  /** False where they want no mails about their work; those that let them in come all the same. */
  mails?: boolean;
}
