import { Agent, request } from 'node:http';

export interface Page {
  status: number;
  text: string;
  milliseconds: number;
}

export interface SiteClient {
  /** One request of a reader; status 0 where the connection broke. */
  get(path: string): Promise<Page>;
  close(): void;
}

/** Reads the site as a browser does, over one connection (`connections: 1`) or many. */
export function siteClient(port: number, { connections = 20 } = {}): SiteClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    get: (path) =>
      new Promise((resolve) => {
        const started = performance.now();
        const end = (status: number, text: string) => resolve({ status, text, milliseconds: performance.now() - started });
        const asked = request({ host: '127.0.0.1', port, path, headers: { host: `localhost:${port}` }, agent, timeout: 30_000 }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => end(response.complete ? (response.statusCode ?? 0) : 0, Buffer.concat(chunks).toString('utf8')));
          response.on('error', () => end(0, ''));
          response.on('close', () => end(0, ''));
        });
        asked.on('error', (problem) => end(0, problem.message));
        asked.on('timeout', () => asked.destroy());
        asked.end();
      }),
    close: () => agent.destroy(),
  };
}

/** Addresses on this site that a page shows or leads to, without what stands behind `#`. */
export function addressesOf(html: string): string[] {
  const found = [...html.matchAll(/\b(?:href|src)="(\/[^"#?]*)[^"]*"/g), ...html.matchAll(/\bsrcset="([^"]*)"/g)].flatMap(([, value = '']) =>
    value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''),
  );
  return [...new Set(found.filter((address) => address.startsWith('/') && !address.startsWith('//')))];
}
