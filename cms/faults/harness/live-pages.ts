import { documentKey, type DocumentName } from '../../server/document.ts';
import type { CmsClient, Visitor } from './cms-client.ts';
import { markIn } from './document-text.ts';
import type { Ledger } from './ledger.ts';
import { addressesOf, siteClient, type SiteClient } from './site-client.ts';
import { whenUpToDate } from './up-to-date.ts';

export const addressOf = ({ collection, lang, slug }: DocumentName): string => `/${lang}/${collection}/${slug}/`;

/** What readers see of the documents of a ledger, from one look to the next: a page that was there stays, and never goes back to an earlier text. */
export class LivePages {
  readonly #ledger: Ledger;
  readonly #seen = new Map<string, number>();
  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** What is wrong with the pages at this moment, whether or not the last changes are out yet. */
  async faults(sitePort: number): Promise<string[]> {
    const site = siteClient(sitePort);
    try {
      const found = await Promise.all(this.#ledger.names.map((name) => this.#look(site, name)));
      return found.flat();
    } finally {
      site.close();
    }
  }

  /** Waits until everything is out; then each published document shows its last text, and what its page leads to is there. */
  async faultsWhenSettled({ client, who, sitePort }: { client: CmsClient; who: Visitor; sitePort: number }): Promise<string[]> {
    await whenUpToDate(client, who);
    const site = siteClient(sitePort);
    try {
      const published = this.#ledger.names.filter((name) => this.#ledger.stateOf(name).published);
      const pages = await Promise.all(published.map(async (name) => ({ name, page: await site.get(addressOf(name)) })));
      const wrong = pages.flatMap(({ name, page }) => {
        const wanted = this.#ledger.stateOf(name).published!.mark;
        return page.status === 200 && markIn(page.text) === wanted
          ? []
          : [`${addressOf(name)} answers ${page.status} with mark ${markIn(page.text)}; published is ${wanted}`];
      });
      const addresses = [...new Set(pages.slice(0, 3).flatMap(({ page }) => addressesOf(page.text)))];
      const followed = await Promise.all(addresses.map(async (address) => ({ address, status: (await site.get(address)).status })));
      return [
        ...wrong,
        ...followed
          .filter(({ status }) => status >= 400 || status === 0)
          .map(({ address, status }) => `${address} is linked to and answers ${status}`),
      ];
    } finally {
      site.close();
    }
  }

  async #look(site: SiteClient, name: DocumentName): Promise<string[]> {
    const [key, { published }] = [documentKey(name), this.#ledger.stateOf(name)];
    if (!published) return [];
    const { status, text } = await site.get(addressOf(name));
    const [mark, before] = [markIn(text), this.#seen.get(key)];
    if (status === 200 && mark !== undefined) this.#seen.set(key, mark);
    if (status === 404 && before === undefined) return [];
    if (status !== 200) return [`${addressOf(name)} answers ${status}, though it was there before`];
    if (mark === undefined || mark > published.mark) return [`${addressOf(name)} shows mark ${mark}, which was never published`];
    return before !== undefined && mark < before ? [`${addressOf(name)} went back from mark ${before} to ${mark}`] : [];
  }
}
