import { ApiProblem, callApi } from './api.ts';
import { clearStanding, sayStanding } from './bar.ts';
import { element } from './dom.ts';
import { pageData } from './page-data.ts';
import { say } from './words.ts';

/** Milliseconds between two tries, growing. */
const shortest = 1500;
const longest = 15_000;

type Waiting = 'offline' | 'signed-out';

/** Why one waits and tries again: nobody answers, the server cannot now, or nobody is signed in any more. */
function reasonToWait(problem: unknown): Waiting | undefined {
  if (!(problem instanceof ApiProblem)) return undefined;
  if (problem.status === 401 || problem.reason === 'cms.refused.passkey') return 'signed-out';
  return [0, 502, 503, 504].includes(problem.status) ? 'offline' : undefined;
}

/** How many calls wait for what: it is said as long as one does. */
const waiting = new Map<Waiting, number>();

function tell(reason: Waiting): void {
  const { lang } = pageData();
  if (reason === 'offline') sayStanding({ name: reason, text: say('editor.offline'), urgent: true });
  else
    sayStanding({
      name: reason,
      text: say('editor.signed-out'),
      urgent: true,
      actions: [element('a', { href: `/sign-in?lang=${lang}`, target: '_blank' }, say('editor.signed-out.link'))],
    });
}

/** Until something changes that could make a difference: time passes, the network is back, somebody returns to this tab. */
function aWhile(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const ends = new AbortController();
    const end = () => {
      ends.abort();
      clearTimeout(timer);
      done();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener('online', end, { signal: ends.signal });
    window.addEventListener('focus', end, { signal: ends.signal });
  });
}

/**
 * A call that does not give up: while the server is away or the session has ended it says so, keeps what was to be sent, and sends it again. Sent twice
 * under one key it is done once.
 */
export async function callPatiently<T>(action: string, params: object, key: string = crypto.randomUUID()): Promise<T> {
  let pause = shortest;
  let told: Waiting | undefined;
  const change = (reason: Waiting | undefined) => {
    if (reason === told) return;
    if (told) {
      const left = (waiting.get(told) ?? 1) - 1;
      waiting.set(told, left);
      if (left === 0) clearStanding(told);
    }
    if (reason) {
      waiting.set(reason, (waiting.get(reason) ?? 0) + 1);
      tell(reason);
    }
    told = reason;
  };
  for (;;) {
    try {
      const answer = await callApi<T>(action, params, { key });
      change(undefined);
      return answer;
    } catch (problem) {
      const reason = reasonToWait(problem);
      change(reason);
      if (!reason) throw problem;
      await aWhile(pause);
      pause = Math.min(pause * 1.5, reason === 'signed-out' ? 3000 : longest);
    }
  }
}
