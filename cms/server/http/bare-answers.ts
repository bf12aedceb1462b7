import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';

type Headers = readonly (readonly [name: string, value: string])[];

const says: Readonly<Record<number, string>> = {
  400: 'This request cannot be read.',
  408: 'This request took too long.',
  431: 'The headers of this request are too long.',
  503: 'The server is being started or stopped. Try again in a few seconds.',
};

/** An answer for when the rest of the server is not there: while it starts and stops. */
export function answerBarely(response: ServerResponse, status: number, headers: Headers): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  if (status === 503) response.setHeader('Retry-After', '3');
  response.statusCode = status;
  response.end(`${says[status]}\n`);
}

/** As a response of fetch: for requests that have no readable host or address. */
export const bareResponse = (status: number, headers: Headers): Response =>
  new Response(`${says[status]}\n`, {
    status,
    headers: [
      ...headers.map(([name, value]): [string, string] => [name, value]),
      ['Cache-Control', 'no-store'],
      ['Content-Type', 'text/plain; charset=utf-8'],
    ],
  });

const statusOf = (code: string | undefined) => (code === 'HPE_HEADER_OVERFLOW' ? 431 : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400);

/** What is no HTTP at all gets the same headers as everything else, and its connection is ended. */
export function answerBrokenRequests(server: Server, headers: Headers): void {
  server.on('clientError', (problem: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || problem.code === 'ECONNRESET') return void socket.destroy();
    const status = statusOf(problem.code);
    const lines = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      ...headers.map(([name, value]) => `${name}: ${value}`),
      'Cache-Control: no-store',
      'Content-Length: 0',
      'Connection: close',
    ];
    socket.end(`${lines.join('\r\n')}\r\n\r\n`);
  });
}
