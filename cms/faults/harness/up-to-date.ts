import { setTimeout as wait } from 'node:timers/promises';
import type { PublishingState } from '../../server/publishing/publishing.ts';
import type { CmsClient, Visitor } from './cms-client.ts';

/** What the server says of its publishing. */
async function publishingState(client: CmsClient, who: Visitor): Promise<PublishingState> {
  const { status, body } = await client.call(who, 'state', {});
  if (status !== 200) throw new Error(`state was answered ${status}: ${body.error}`);
  return (body['publishing'] ?? body) as unknown as PublishingState;
}

/** Waits until what is served is what `main` says. Throws where that takes too long. */
export async function whenUpToDate(client: CmsClient, who: Visitor, patience = 60_000): Promise<PublishingState> {
  const until = performance.now() + patience;
  for (;;) {
    const state = await publishingState(client, who);
    if (state.upToDate && !state.working && state.waiting === 0 && state.lastLive) return state;
    if (performance.now() > until) throw new Error(`Nothing was up to date after ${patience / 1000} seconds: ${JSON.stringify(state).slice(0, 500)}`);
    await wait(50);
  }
}
