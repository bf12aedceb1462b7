import { Agent, request } from 'node:http';
import type { ServerProcess } from './server-process.ts';

/** Somebody signed in, as their browser sends it. */
export interface Visitor {
  /** Id of the person. */
  id: string;
  /** The `Cookie` header of their session. */
  cookie: string;
}

export interface Answer {
  status: number;
  body: Record<string, unknown> & { error?: string };
  /** From sending until the last byte of the answer. */
  milliseconds: number;
}

export interface CmsClient {
  /** One request of the protocol. Throws where the connection ends before the whole answer is there: then nobody knows whether it was done. */
  call(who: Visitor, action: string, params: Record<string, unknown>, key?: string): Promise<Answer>;
  close(): void;
}

/** Speaks to a server as the editor in a browser does: same origin, cookie, JSON. */
export function cmsClient({ port }: Pick<ServerProcess, 'port'>, { patience = 60_000 } = {}): CmsClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const origin = `http://cms.localhost:${port}`;
  return {
    call: (who, action, params, key) =>
      new Promise((resolve, reject) => {
        const started = performance.now();
        const body = JSON.stringify({ branch: 'main', action, params: { branch: 'main', ...params } });
        const headers = {
          host: `cms.localhost:${port}`,
          origin,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          cookie: who.cookie,
          ...(key ? { 'idempotency-key': key } : {}),
        };
        const asked = request({ host: '127.0.0.1', port, path: '/api/v1', method: 'POST', headers, agent, timeout: patience }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('close', () => reject(new Error('The connection ended before the answer did.')));
          response.on('end', () => {
            if (!response.complete) return;
            const milliseconds = performance.now() - started;
            resolve({ status: response.statusCode ?? 0, body: readJson(Buffer.concat(chunks).toString('utf8')), milliseconds });
          });
        });
        asked.on('error', reject);
        asked.on('timeout', () => asked.destroy(new Error(`No answer to ${action} within ${patience / 1000} seconds.`)));
        asked.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** An answer that is no JSON is kept as its beginning, for the report. */
function readJson(text: string): Answer['body'] {
  try {
    const value = JSON.parse(text) as Answer['body'] | unknown[] | null;
    return Array.isArray(value) ? { list: value } : (value ?? {});
  } catch {
    return { error: `no JSON: ${text.slice(0, 200)}` };
  }
}
