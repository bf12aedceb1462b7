import lighthouse, { type Result } from 'lighthouse';
import { median } from '../samples.ts';

/** The four that the goals name, as Lighthouse calls them. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

/** What Lighthouse says of a page. */
export interface Measured {
  /** 0 to 100. */
  scores: Record<Category, number>;
  /** Milliseconds until the largest thing is painted, on a slow telephone (simulated). */
  lcp: number;
  /** What went over the wire, compressed, headers included. */
  bytes: number;
  requests: number;
  /** What keeps a score below 100, the gravest first. */
  faults: Fault[];
}
export interface Fault {
  category: Category;
  audit: string;
  /** How much of the category's score it takes, in points. */
  points: number;
  found: string;
}

/** Measures a page as Lighthouse does by default: a telephone, throttled by simulation, with nothing cached. `port` is that of Chromium's debugging protocol. */
export async function measurePage(address: string, { port, runs }: { port: number; runs: number }): Promise<Measured> {
  const measured: Measured[] = [];
  for (let run = 0; run < runs; run++) measured.push(await once(address, port));
  const middle = (value: (one: Measured) => number) => median(measured.map(value));
  return {
    scores: Object.fromEntries(categories.map((name) => [name, Math.round(middle(({ scores }) => scores[name]))])) as Record<Category, number>,
    lcp: middle(({ lcp }) => lcp),
    bytes: middle(({ bytes }) => bytes),
    requests: middle(({ requests }) => requests),
    faults: measured.toSorted((a, b) => a.scores.performance - b.scores.performance)[measured.length >> 1]!.faults,
  };
}

/** Lighthouse now and then misses the beginning of a page (NO_NAVSTART), and says to run it again. */
const attempts = 4;

async function once(address: string, port: number, attempt = 1): Promise<Measured> {
  const result = await lighthouse(address, { port, logLevel: 'error', onlyCategories: [...categories] });
  if (!result) throw new Error(`Lighthouse said nothing of ${address}.`);
  const { lhr } = result;
  if (lhr.runtimeError && attempt < attempts) return once(address, port, attempt + 1);
  if (lhr.runtimeError) throw new Error(`Lighthouse could not measure ${address}: ${lhr.runtimeError.message}`);
  const requests = itemsOf(lhr, 'network-requests').filter(({ url }) => /^https?:/.test(String(url)));
  return {
    scores: Object.fromEntries(categories.map((name) => [name, 100 * (lhr.categories[name]?.score ?? 0)])) as Record<Category, number>,
    lcp: lhr.audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
    bytes: requests.reduce((sum, { transferSize }) => sum + Number(transferSize), 0),
    requests: requests.length,
    faults: categories.flatMap((name) => faultsOf(lhr, name)),
  };
}

function itemsOf({ audits }: Result, audit: string): Record<string, unknown>[] {
  const details = audits[audit]?.details;
  return details && 'items' in details ? (details.items as Record<string, unknown>[]) : [];
}

function faultsOf({ categories: all, audits }: Result, category: Category): Fault[] {
  const refs = all[category]?.auditRefs ?? [];
  const whole = refs.reduce((sum, { id, weight }) => sum + (audits[id]?.score === null ? 0 : weight), 0);
  return refs
    .flatMap(({ id, weight }): Fault[] => {
      const audit = audits[id];
      if (!audit || audit.score === null || weight === 0 || audit.score >= 0.995) return [];
      const found = audit.displayValue ? `${audit.title} ${audit.displayValue}` : audit.title;
      return [{ category, audit: id, points: (100 * weight * (1 - audit.score)) / whole, found }];
    })
    .sort((a, b) => b.points - a.points);
}
