import type { ShownFinding } from '../server/checks/shown-findings.ts';
import type { Versions } from '../server/refusal.ts';
import { say } from './words.ts';
import { pageData } from './page-data.ts';

interface Refused {
  error: string;
  reason?: string;
  findings?: readonly ShownFinding[];
  versions?: Versions;
}

/** Why the server did not do something, in the person's language. `status` 0: it could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  /** The name of the refusal, for those that one deals with. */
  readonly reason: string | undefined;
  readonly findings: readonly ShownFinding[];
  readonly versions: Versions | undefined;
  constructor(status: number, { error, reason, findings = [], versions }: Refused) {
    super(error);
    this.name = 'ApiProblem';
    this.status = status;
    this.reason = reason;
    this.findings = findings;
    this.versions = versions;
  }

  /** As Decap shows it to a person: the sentence alone. */
  override toString(): string {
    return this.message;
  }
}

interface CallOptions {
  /** Names a save, so that sent twice it is done once. */
  key?: string;
  signal?: AbortSignal;
}

/** One call of the server's protocol. Throws an `ApiProblem` where it is refused or nobody answers. */
export async function callApi<T>(action: string, params: object = {}, { key, signal }: CallOptions = {}): Promise<T> {
  const answer = await ask({ action, params, key, signal });
  const body = (await answer.json().catch(() => undefined)) as Partial<Refused> | undefined;
  if (answer.ok && body !== undefined) return body as T;
  throw new ApiProblem(answer.ok ? 502 : answer.status, { ...body, error: body?.error ?? `${answer.status} ${answer.statusText}` });
}

async function ask({ action, params, key, signal }: { action: string; params: object } & CallOptions): Promise<Response> {
  try {
    // Refusals and findings are worded in the language of this page, which need not be the person's own.
    return await fetch(`/api/v1?lang=${encodeURIComponent(pageData().lang)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(key && { 'Idempotency-Key': key }) },
      body: JSON.stringify({ branch: 'main', action, params }),
      credentials: 'same-origin',
      signal: signal ?? null,
    });
  } catch (problem) {
    if (signal?.aborted) throw problem;
    throw new ApiProblem(0, { error: say('editor.unreachable') });
  }
}
