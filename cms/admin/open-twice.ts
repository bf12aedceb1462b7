import { clearStanding, sayStanding } from './bar.ts';
import { say } from './words.ts';

const name = 'open-twice';
const entry = /^#(\/collections\/[^/]+\/entries\/[^?]+)/;
let release: (() => void) | undefined;

/** Holds a lock of the browser as long as this tab shows an entry, and says so where another tab holds it: before anything is overwritten. */
function look(): void {
  release?.();
  release = undefined;
  clearStanding(name);
  const opened = entry.exec(location.hash)?.[1];
  if (!opened || !('locks' in navigator)) return;
  let gone = false;
  let done: () => void = () => undefined;
  release = () => {
    gone = true;
    done();
  };
  const hold = () => new Promise<void>((end) => (gone ? end() : (done = end)));
  void navigator.locks.request(opened, { ifAvailable: true }, async (lock) => {
    if (lock) return hold();
    if (!gone) sayStanding({ name, text: say('editor.open-twice'), urgent: true });
  });
}

export function watchForSecondTab(): void {
  window.addEventListener('hashchange', look);
  look();
}
