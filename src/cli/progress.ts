/** How a number of milliseconds is said: `340 ms`, `1.2 s`, `3 min 5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Where progress is shown: a terminal, whose last line is rewritten, or a log, which gets whole lines. */
export interface Screen {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

const clearLine = '\r\u001b[2K';

/**
 * The progress of a long command and the one line it ends with. A step is told when it begins, and on a terminal how far it is;
 * in a log each quarter of it. `fail` also makes the command end with status 1.
 */
export function progressLine({ screen = process.stdout as Screen, now = () => performance.now() } = {}) {
  let label = '';
  let stepStarted = now();
  let quarter = 0;
  let open = false;

  const line = (text: string) => {
    screen.write(`${open ? clearLine : ''}${text}\n`);
    open = false;
  };
  const endStep = () => {
    if (label) line(`  ${label}: ${duration(now() - stepStarted)}`);
    label = '';
  };

  return {
    step(name: string) {
      endStep();
      [label, stepStarted, quarter] = [name, now(), 0];
      if (!screen.isTTY) return;
      screen.write(`  ${label} …`);
      open = true;
    },
    progress(done: number, total: number) {
      if (screen.isTTY) {
        screen.write(`${clearLine}  ${label}: ${done} of ${total}`);
        open = true;
        return;
      }
      const reached = Math.floor((4 * done) / Math.max(1, total));
      if (reached > quarter && done < total) line(`  ${label}: ${done} of ${total}`);
      quarter = reached;
    },
    /** The closing line: what was made and how much; `since` (of `performance.now()`) adds how long it took. */
    done(text: string, since?: number) {
      endStep();
      line(since === undefined ? text : `${text} (${duration(now() - since)})`);
    },
    fail(text: string) {
      endStep();
      line(text);
      process.exitCode = 1;
    },
  };
}
