import type { PartResult } from '../../harness/report.ts';
import type { Visitor } from '../../harness/cms-client.ts';
import { cmsClient } from '../../harness/cms-client.ts';
import { campaignGuide } from '../../harness/document-text.ts';
import { Ledger } from '../../harness/ledger.ts';
import type { ServerOptions, ServerProcess } from '../../harness/server-process.ts';
import { whenUpToDate } from '../../harness/up-to-date.ts';
import type { Bench } from './trial.ts';

export type BenchMaker = (server: ServerProcess) => {
  bench: Bench;
  /** Looks whether everything published is out, closes, and adds what was acknowledged to the result. */
  end: () => Promise<void>;
  /** What was answered how often: `200 12 ×, 503 40 ×`. */
  told: () => string;
};

/** One way of making writes fail. */
export interface Trial {
  name: string;
  /** Why it cannot be done on this machine; nothing where it can. */
  missing: () => Promise<string | undefined>;
  run: (around: {
    options: ServerOptions;
    work: string;
    short: boolean;
    say: (line: string) => void;
    bench: BenchMaker;
  }) => Promise<Record<string, number | string>>;
}

let documents = 0;

export const benchFor =
  ({ data, who, result }: { data: string; who: Visitor; result: PartResult }): BenchMaker =>
  (server) => {
    const client = cmsClient(server, { patience: 120_000 });
    const [ledger, tally] = [new Ledger(), new Map<number, number>()];
    const bench: Bench = { data, client, who, ledger, result, tally, newName: () => campaignGuide(`w${documents++}`) };
    return {
      bench,
      async end() {
        await whenUpToDate(client, who, 60_000).catch((problem: Error) => result.complaints.push(problem.message));
        client.close();
        result.acknowledged += ledger.saves;
      },
      told: () => [...tally].map(([status, times]) => `${status} ${times} ×`).join(', '),
    };
  };
