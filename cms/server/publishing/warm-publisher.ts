import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../environment.ts';
import type { Answer, FromPublisher, Order, Setup, ToPublisher } from './messages.ts';

/** How an order ended. `lost`: the process hung or died over it twice; `page` is the page both times, where it was the same. */
export type Outcome = Answer | { kind: 'lost'; reason: string; page?: string };

/** The publisher's process, kept warm, and started again when it hangs or dies. One order at a time. */
export interface WarmPublisher {
  carryOut(order: Omit<Order, 'id'>): Promise<Outcome>;
  /** Ends a search index that is being made; its order is answered with `stopped`. */
  stopSearch(): void;
  /** The hash of the code that pages are made with, once it is known. */
  codeHash(): string | undefined;
  close(): Promise<void>;
}

export interface WarmPublisherOptions {
  setup: Setup;
  /** Milliseconds without a sign of life after which it counts as hanging. */
  patience: number;
  log: (message: string) => void;
  onProcess?: ((pid: number | undefined) => void) | undefined;
}

const program = fileURLToPath(new URL('./publisher-process.ts', import.meta.url));
/** Milliseconds until a process that died is started again, where nobody asks for one before. */
const restartAfter = 2000;
/** How much of what a dying process said is told. */
const lastWords = 2000;

export function createWarmPublisher({ setup, patience, log, onProcess }: WarmPublisherOptions): WarmPublisher {
  let child: ChildProcess | undefined;
  let codeHash: string | undefined;
  let orders = 0;
  let closed = false;

  const send = (to: ChildProcess, message: ToPublisher) => {
    if (to.connected) to.send(message, () => undefined);
  };

  const start = (): ChildProcess => {
    const process = fork(program, [], { env: childEnvironment(), execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let said = '';
    let isReady = false;
    process.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-lastWords);
    });
    process.on('message', (message: FromPublisher) => {
      if (message.kind !== 'ready') return;
      codeHash = message.codeHash;
      isReady = true;
    });
    process.on('error', () => undefined);
    process.on('exit', (code, signal) => {
      if (child === process) child = undefined;
      if (closed) return;
      // Whoever publishes next finds it warm.
      setTimeout(() => (closed ? undefined : (child ??= start())), restartAfter).unref();
      // Once it has read content, what it says may hold words that people wrote: no matter for the log.
      const words = isReady ? (/FATAL ERROR: .*/.exec(said)?.[0] ?? '') : said.trim();
      log(`The publisher's process ended (${signal ?? code}).${words ? ` It said: ${words}` : ''}`);
    });
    onProcess?.(process.pid);
    send(process, { kind: 'setup', setup });
    return process;
  };

  /** One try. Resolves with the answer, or with the page that was under way when the process hung or died. */
  const attempt = (order: Order): Promise<Outcome> =>
    new Promise((resolve) => {
      child ??= start();
      const process = child;
      if (process.pid === undefined) {
        child = undefined;
        resolve({ kind: 'lost', reason: 'the process that makes pages could not be started' });
        return;
      }
      let page: string | undefined;
      const end = (outcome: Outcome) => {
        clearTimeout(timer);
        process.off('message', listen);
        process.off('exit', died);
        resolve(outcome);
      };
      const lost = (reason: string) => end({ kind: 'lost', reason, ...(page === undefined ? {} : { page }) });
      const died = (code: number | null, signal: string | null) => lost(`the process that makes pages ended (${signal ?? `code ${code}`})`);
      const hangs = () => {
        process.off('exit', died);
        process.once('exit', () => lost(`the process that makes pages gave no sign of life for ${Math.round(patience / 1000)} seconds`));
        process.kill('SIGKILL');
      };
      let timer = setTimeout(hangs, patience);
      const listen = (message: FromPublisher) => {
        clearTimeout(timer);
        timer = setTimeout(hangs, patience);
        if (message.kind === 'alive') page = message.page;
        if (message.kind === 'answer' && message.id === order.id) end(message.answer);
      };
      process.on('message', listen);
      process.on('exit', died);
      send(process, { kind: 'order', order });
    });

  child = start();
  return {
    async carryOut(input) {
      const first = await attempt({ ...input, id: ++orders });
      if ((first.kind !== 'lost' && first.kind !== 'failed') || closed) return first;
      log(`A release could not be made and is tried once more: ${first.reason}`);
      const second = await attempt({ ...input, id: ++orders });
      if (second.kind !== 'lost' || first.kind !== 'lost' || first.page === second.page) return second;
      return { kind: 'lost', reason: second.reason };
    },
    stopSearch: () => {
      if (child) send(child, { kind: 'stop-search' });
    },
    codeHash: () => codeHash,
    async close() {
      closed = true;
      const process = child;
      if (!process || process.exitCode !== null || process.signalCode !== null) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => process.kill('SIGKILL'), 2000);
        process.once('exit', () => {
          clearTimeout(timer);
          resolve();
        });
        process.disconnect();
      });
    },
  };
}
