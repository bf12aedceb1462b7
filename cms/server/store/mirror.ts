import { createGit, GitFailed } from '../git/git.ts';
import { mainRef } from './main-branch.ts';
import type { Store } from './store.ts';

export interface MirrorState {
  /** `off`: none is configured; `behind`: it will be tried again; `refused`: somebody must do something. */
  state: 'off' | 'current' | 'behind' | 'refused';
  /** When it last took everything, ISO 8601. */
  since: string | null;
  /** Where it was refused: the command that shows why, for an administrator at a terminal. */
  command?: string;
}

export interface Mirror {
  state(): MirrorState;
  /** When what was asked for has been tried. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface MirrorOptions {
  store: Pick<Store, 'onMain'>;
  repository: string;
  /** Any URL git can push to; none: no mirror. */
  remote: string | undefined;
  /** Told when the state changes; never the URL, which may hold a password. */
  log?: (state: MirrorState['state']) => void;
  /** Milliseconds until a push that hangs is ended, and before each further try. */
  patience?: number;
  pauses?: readonly number[];
}

const defaultPauses = [2_000, 10_000, 60_000, 300_000];
/** What a remote says that will say the same again until somebody acts: it has other commits, or does not want ours. */
const refusal =
  /non-fast-forward|fetch first|\[rejected\]|\[remote rejected\]|declined|not appear to be a git repository|Authentication failed|Permission denied/;

/** Pushes `main`, and nothing else, after each change of it. Saves never wait for it; it is never forced; what it missed it gets when it is back. */
export function createMirror({ store, repository, remote, log, patience = 60_000, pauses = defaultPauses }: MirrorOptions): Mirror {
  if (!remote) return { state: () => ({ state: 'off', since: null }), settled: async () => undefined, close: async () => undefined };
  const git = createGit(repository);
  let state: MirrorState = { state: 'behind', since: null };
  let running: Promise<void> | undefined;
  let again = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const become = (next: MirrorState['state']) => {
    if (next !== state.state) log?.(next);
    const since = next === 'current' ? new Date().toISOString() : state.since;
    state = { state: next, since, ...(next === 'refused' ? { command: `git --git-dir=${repository} push "$CONTENT_REMOTE" main` } : {}) };
  };

  // The URL goes by the environment: arguments are seen by everybody on the machine.
  const environment = {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'remote.mirror.url',
    GIT_CONFIG_VALUE_0: remote,
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=20',
  };
  const push = () => git.run(['push', '--quiet', 'mirror', `${mainRef}:${mainRef}`], { environment, patience });

  async function tryPush(): Promise<void> {
    clearTimeout(timer);
    try {
      await push();
      failures = 0;
      become('current');
    } catch (problem) {
      become(problem instanceof GitFailed && refusal.test(problem.said) ? 'refused' : 'behind');
      const pause = pauses[Math.min(failures++, pauses.length - 1)]!;
      if (!closed) timer = setTimeout(ask, pause);
      timer?.unref();
    }
  }

  function ask(): void {
    if (closed) return;
    if (running) {
      again = true;
      return;
    }
    running = tryPush().finally(() => {
      running = undefined;
      if (again) {
        again = false;
        ask();
      }
    });
  }

  const stop = store.onMain(() => {
    if (state.state === 'current') become('behind');
    ask();
  });
  ask();

  return {
    state: () => state,
    async settled() {
      while (running) await running;
    },
    async close() {
      closed = true;
      stop();
      clearTimeout(timer);
      await running;
    },
  };
}
