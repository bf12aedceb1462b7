import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../../src/release/random.ts';
import { percentile } from './percentile.ts';
import { addressesOf, siteClient } from './site-client.ts';

export interface ReadersOptions {
  sitePort: number;
  /** Slugs of guides whose titles carry marks, each on its own page and on the list of guides. */
  slugs: readonly string[];
  perSecond: number;
  random: Random;
  /** Whether a mark may ever be seen by readers. */
  mayBeSeen: (mark: number) => boolean;
}

export interface Readers {
  /** Ends them. */
  stop(): Promise<{ requests: number; p95: number; faults: string[] }>;
}

/** One reader asks for the list, then for a page of it, then for the list again, over one connection. */
const readersAtOnce = 10;
const list = '/en/guides/';

/**
 * Readers who look whether all that belongs together is together. A title stands on its own page and on the list: who has seen a mark on one of them
 * must never see an earlier one on the other afterwards, or one of the two was of a release that was half there. A page that was there stays there,
 * and whatever it shows or leads to is there.
 */
export function watchingReaders({ sitePort, slugs, perSecond, random, mayBeSeen }: ReadersOptions): Readers {
  let ended = false;
  const times: number[] = [];
  const faults: string[] = [];
  const pause = (1000 * readersAtOnce) / perSecond;

  async function read(): Promise<void> {
    const site = siteClient(sitePort, { connections: 1 });
    const newest = new Map<string, number>();
    const there = new Set<string>();
    const ask = async (path: string) => {
      const began = performance.now();
      const page = await site.get(path);
      times.push(page.milliseconds);
      if (page.status === 200) there.add(path);
      else if (page.status !== 404 || there.has(path))
        faults.push(`${path} was answered ${page.status}${there.has(path) ? ' and had been there' : ''}`);
      await wait(Math.max(0, pause - (performance.now() - began)));
      return page;
    };
    const see = (slug: string, mark: number, where: string) => {
      const before = newest.get(slug) ?? 0;
      if (!mayBeSeen(mark)) faults.push(`${where} shows mark ${mark}, whose release was refused`);
      if (mark < before) faults.push(`${where} shows mark ${mark} of ${slug} after mark ${before} had been seen`);
      newest.set(slug, Math.max(mark, before));
    };
    await wait(random.next() * pause);
    while (!ended) {
      const guides = await ask(list);
      for (const slug of slugs) for (const mark of marksOnList(guides.text, slug)) see(slug, mark, list);
      const slug = random.pick(slugs);
      const address = `${list}${slug}/`;
      const page = await ask(address);
      if (page.status !== 200) continue;
      const marks = new Set([...page.text.matchAll(/Mark (\d{7})/g)].map(([, mark]) => Number(mark)));
      const [title] = /<title>[^<]*Mark (\d{7})/.exec(page.text)?.slice(1).map(Number) ?? [];
      if (title === undefined) faults.push(`${address} has no mark in its title`);
      else see(slug, title, address);
      if (title !== undefined && !marks.has(title)) faults.push(`${address} mixes marks`);
      const addresses = addressesOf(page.text);
      if (addresses.length > 0) {
        const next = random.pick(addresses);
        const { status } = await ask(next);
        if (status >= 400) faults.push(`${address} leads to ${next}, which was answered ${status}`);
      }
    }
    site.close();
  }

  const everybody = Array.from({ length: readersAtOnce }, read);
  return {
    async stop() {
      ended = true;
      await Promise.all(everybody);
      return { requests: times.length, p95: percentile(times, 0.95), faults };
    },
  };
}

/** Marks that the list shows for a guide: in the text of links to it. */
function marksOnList(html: string, slug: string): number[] {
  const links = html.matchAll(new RegExp(`href="/en/guides/${slug}/"[^>]*>(?:(?!</a>)[\\s\\S])*?Mark (\\d{7})`, 'g'));
  return [...links].map(([, mark]) => Number(mark));
}
