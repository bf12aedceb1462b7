import type { IncomingMessage } from 'node:http';

/** What a route knows of the connection, in `c.env`; tests without one leave it out. */
export interface HttpEnv {
  Bindings: { incoming?: IncomingMessage };
}
