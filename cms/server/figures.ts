import type { DataFolder } from './data-folder.ts';
import { sizesOf, spaceOf } from './keep/disk.ts';
import type { Mail } from './mail/mail.ts';
import type { DiskFigures, Figures } from './pages/figures.ts';
import type { Reminders } from './reminders/reminders.ts';
import type { Mirror } from './store/mirror.ts';
import type { Store } from './store/store.ts';
import type { RunningVersion } from './version.ts';

/** Milliseconds for which the size of the data folder holds: measuring it reads every name in it. */
const fresh = 60_000;

export interface FiguresInput {
  data: DataFolder;
  mail: Pick<Mail, 'waiting' | 'queue'>;
  store: Pick<Store, 'onMain'>;
  mirror: Pick<Mirror, 'state'>;
  reminders: Pick<Reminders, 'preview'>;
  version: RunningVersion;
}

/** The figures of the status page. Counts, from the start of the server, what the mirror has not taken yet. */
export function createFigures({ data, mail, store, mirror, reminders, version }: FiguresInput): Figures {
  let waiting = 0;
  store.onMain(() => {
    waiting = mirror.state().state === 'current' ? 1 : waiting + 1;
  });
  let last: { at: number; figures: Promise<DiskFigures> } | undefined;
  return {
    mirror: () => {
      const { state, command = null } = mirror.state();
      if (state === 'off') return Promise.resolve(null);
      return Promise.resolve({ state, waiting: state === 'current' ? 0 : Math.max(1, waiting), command });
    },
    disk: () => {
      if (!last || performance.now() - last.at > fresh) {
        last = { at: performance.now(), figures: measured(data) };
        last.figures.catch(() => (last = undefined));
      }
      return last.figures;
    },
    mailsWaiting: () => mail.waiting(),
    mails: () => mail.queue(),
    reminders: () => reminders.preview(),
    version: () => version,
  };
}

async function measured(data: DataFolder): Promise<DiskFigures> {
  const [{ free, total }, sizes] = await Promise.all([spaceOf(data.root), sizesOf(data)]);
  return { free, total, used: Object.values(sizes).reduce((sum, size) => sum + size, 0) };
}
