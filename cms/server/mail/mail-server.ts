import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real mail server on this computer, for tests. */
export interface MailServer {
  url: string;
  /** Messages as they arrived, with the addresses they were for. */
  arrived: { to: string[]; message: string }[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** What a mail server in a test does to a message: a reply code and text refuses it, `hang` never answers, nothing takes it. */
export type Reaction = { code: number; text: string } | 'hang' | undefined;

export async function mailServer({
  port = 0,
  react = () => undefined,
}: { port?: number; react?: (to: string[], count: number) => Reaction } = {}): Promise<MailServer> {
  const arrived: MailServer['arrived'] = [];
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const reaction = react(to, count++);
        if (reaction === 'hang') return;
        if (reaction) return done(Object.assign(new Error(reaction.text), { responseCode: reaction.code }));
        arrived.push({ to, message: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    arrived,
    [Symbol.asyncDispose]: () => new Promise((closed) => server.close(() => closed())),
  };
}
