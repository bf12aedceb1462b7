import { createTransport } from 'nodemailer';
import type { StoredLetter } from './outbox.ts';
import { oneLine } from './one-line.ts';

/** How long one letter may take on its way to the mail server before it counts as failed, in milliseconds. */
const deliveryTime = 60_000;

/** Hands one letter to the mail server. Throws where that does not take it. */
export type Carrier = (letter: StoredLetter, more: { id: string; signal: AbortSignal }) => Promise<void>;

/** Carries letters by SMTP, one connection a letter: a city's editor sends a few a day. */
export function smtpCarrier({ url, from }: { url: string; from: string }): Carrier {
  const { protocol, username, hostname } = new URL(url);
  const sender = oneLine(from);
  const transport = createTransport({
    url,
    // A password goes over a line that others could read only where there is no line.
    requireTLS: protocol === 'smtp:' && username !== '' && !/^(localhost|127\.|\[::1\])/.test(hostname),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    dnsTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([\w.-]+)>?\s*$/.exec(sender)?.[1] ?? 'localhost';
  return async ({ to, subject, text, at }, { id, signal }) => {
    await transport.sendMail({
      from: sender,
      // As an object it is one address; as a text it would be read as a list of them.
      to: { name: '', address: to },
      subject: oneLine(subject),
      text,
      date: new Date(at),
      // The same at every try, so that a letter that was taken twice can be seen to be one.
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(deliveryTime)]),
    });
  };
}
