import { request as send, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

/** An answer as it came over the wire. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Sent {
  /** The editor's origin: its host is asked for by name, whatever this computer makes of the name. */
  origin: string;
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Sends one request over a connection of its own; redirects are not followed. */
export async function sendRequest({ origin, path, method = 'GET', headers = {}, body }: Sent): Promise<Answer> {
  const { host, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const request = send({ host: '127.0.0.1', port, path, method, agent: false, headers: { Host: host, ...headers } }, (response) => {
      text(response).then((answer) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer }), reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** What a browser says of itself with a request that a page of the editor makes. */
export const ownHeaders = (origin: string): Record<string, string> => ({ Origin: origin, 'Sec-Fetch-Site': 'same-origin' });
