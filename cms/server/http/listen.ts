import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens on every address its host name stands for. */
export interface Listening {
  port: number;
  /** Takes no new connection, waits for the requests under way, `patience` milliseconds at most. */
  close: (patience: number) => Promise<void>;
}

/** Browsers take `localhost` for ::1 or 127.0.0.1, as they like, and the system's own answer may be only one of them. */
const loopback = ['127.0.0.1', '::1'];
/** The machine has no IPv6. */
const without = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

const listenOn = (server: Server, host: string, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, ipv6Only: host.includes(':') && host !== '::' }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/**
 * Listens; with port 0 on a free one. Throws a sentence that names the variable where the port is taken.
 * @param make makes a server; called once for each address
 */
export async function listen({
  make,
  host,
  port,
  variable,
}: {
  make: () => Server;
  host: string;
  port: number;
  variable: string;
}): Promise<Listening> {
  const hosts = host === 'localhost' ? loopback : [host];
  const servers: Server[] = [];
  let chosen = port;
  for (const [index, address] of hosts.entries()) {
    const one = make();
    try {
      chosen = await listenOn(one, address, chosen);
      servers.push(one);
    } catch (problem) {
      const { code } = problem as NodeJS.ErrnoException;
      if (index > 0 && without.has(code ?? '')) continue;
      await Promise.all(servers.map((other) => closed(other, 0)));
      if (index > 0 && code === 'EADDRINUSE' && port === 0) return listen({ make, host, port, variable });
      throw new Error(unable({ code, host, port: chosen, variable }) ?? (problem as Error).message, { cause: problem });
    }
  }
  return {
    port: chosen,
    close: async (patience) => {
      await Promise.all(servers.map((one) => closed(one, patience)));
    },
  };
}

function unable({ code, host, port, variable }: { code: string | undefined; host: string; port: number; variable: string }): string | undefined {
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Stop what runs there, or choose another: ${variable}=${port + 100} npm start`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Choose one above 1023: ${variable}=4400 npm start`;
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    return `This computer has no address "${host}" to listen on. Set HOST to one it has, such as localhost.`;
  return undefined;
}

const closed = (server: Server, patience: number) =>
  new Promise<void>((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), patience);
    // A connection whose request ends now is kept open for the next one, which is not to come.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    server.close(() => {
      clearTimeout(late);
      clearInterval(idle);
      resolve();
    });
  });
