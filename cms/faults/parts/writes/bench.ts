import type { PartResult } from '../../harness/report.ts';
import type { Visitor } from '../../harness/cms-client.ts';
import { cmsClient } from '../../harness/cms-client.ts';
import { campaignGuide, guideText } from '../../harness/document-text.ts';
import { editingBy } from '../../harness/editing.ts';
import { Ledger } from '../../harness/ledger.ts';
import type { ServerOptions, ServerProcess } from '../../harness/server-process.ts';
import { whenUpToDate } from '../../harness/up-to-date.ts';
import { nextMark } from '../../harness/writer.ts';
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
  ({ data, who, result, short }: { data: string; who: Visitor; result: PartResult; short: boolean }): BenchMaker =>
  (server) => {
    const client = cmsClient(server, { patience: 120_000 });
    const [ledger, tally] = [new Ledger(), new Map<number, number>()];
    const bench: Bench = { data, client, who, ledger, result, tally, newName: () => campaignGuide(`w${documents++}`) };
    return {
      bench,
      async end() {
        // A release that failed is tried again after half a minute by itself, and at once with the next publication.
        if (short) await publishOne(bench);
        await whenUpToDate(client, who, 60_000).catch((problem: Error) => result.complaints.push(problem.message));
        client.close();
        result.acknowledged += ledger.saves;
      },
      told: () => [...tally].map(([status, times]) => `${status} ${times} ×`).join(', '),
    };
  };

async function publishOne({ client, who, newName, result }: Bench): Promise<void> {
  const [name, editing] = [newName(), editingBy(client, who)];
  await editing.save(name, { text: guideText({ mark: nextMark() }), seen: null });
  await editing.setStatus(name, 'pending_publish');
  const { status, body } = await editing.publish(name);
  if (status !== 200) result.complaints.push(`Afterwards a publication was answered ${status}: ${body.error}`);
}
