import type { Finding } from '../../src/content-model/problems.ts';
import type { StringKey } from '../../src/content-model/string-keys.ts';

/** Both sides of a stale save: what is there now, and the revision it has. */
export interface Versions {
  path: string;
  /** What the server has now; null where it is gone. */
  current: { text: string; revision: string } | null;
  /** What was sent. */
  sent: string;
}

/**
 * Why a request is not done, told to a person: thrown anywhere in the server, worded in their language where it is answered.
 * 401 nobody is signed in · 403 not allowed · 404 not there · 409 somebody was faster · 413 too large · 415 not JSON · 422 wrong, nothing was written ·
 * 429 too often · 503 the server cannot now · 507 the disk is full.
 */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503 | 507;
  readonly key: StringKey;
  readonly values: Readonly<Record<string, string | number>>;
  readonly findings: readonly Finding[];
  readonly versions: Versions | undefined;
  constructor(
    status: Refusal['status'],
    key: StringKey,
    more: { values?: Record<string, string | number>; findings?: readonly Finding[]; versions?: Versions; cause?: unknown } = {},
  ) {
    super(`${status} ${key}`, more.cause === undefined ? {} : { cause: more.cause });
    this.status = status;
    this.key = key;
    this.values = more.values ?? {};
    this.findings = more.findings ?? [];
    this.versions = more.versions;
  }
}
