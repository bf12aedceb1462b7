import { dataFolderAt } from '../../server/data-folder.ts';
import type { Ledger } from './ledger.ts';
import { complaintsOfFsck, missingFromHistory, observe } from './repository.ts';
import { faultsOfRelease } from './whole-release.ts';

export interface Verdict {
  /** Acknowledged and not there any more, a sentence each. */
  lost: string[];
  /** What git and the releases have to complain about. */
  complaints: string[];
}

/** Compares a data folder with what was acknowledged: every document, the whole history, the repository's soundness, the release that is served. */
export async function verify(folder: string, ledger: Ledger): Promise<Verdict> {
  const data = dataFolderAt(folder);
  const [fsck, release, observed] = await Promise.all([
    complaintsOfFsck(data.repository),
    faultsOfRelease(data.site),
    observe(data.repository, ledger.names).catch((problem: Error) => problem),
  ]);
  if (observed instanceof Error) return { lost: [`what git can read no more: ${observed.message.slice(0, 300)}`], complaints: fsck };
  const lost = ledger.settle(observed);
  const missing = await missingFromHistory(data.repository, ledger.kept).catch((problem: Error) => problem);
  const history =
    missing instanceof Error
      ? [`the history cannot be read: ${missing.message.slice(0, 300)}`]
      : missing.map(({ mark, revision }) => `the text with mark ${mark} (${revision}) is in no history`);
  return { lost: [...lost, ...history], complaints: [...fsck.map((line) => `git fsck: ${line}`), ...release] };
}
