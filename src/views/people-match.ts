/** What readers and tellers can share, and how much it counts: where somebody is from and whom they came with say more than a stage that most stories tell of. */
const weights = { country: 6, household: 5, cameFor: 4, fields: 4, languages: 3, stages: 1 } as const;

export type Facet = keyof typeof weights;
const facets = Object.keys(weights) as Facet[];
/** At each facet the values that somebody has; none where it is not known or not chosen. */
export type Shares = Partial<Record<Facet, readonly string[]>>;

/** The teller of a story, as the index of a language knows them. */
export interface Teller {
  href: string;
  name: string;
  title: string;
  /** Language and direction of name and title, where they are not the page's. */
  lang?: string;
  dir?: 'ltr' | 'rtl';
  initial: string;
  face?: string;
  topic: string;
  voice: string;
  shares: Shares;
}

/** One thing that a teller has in common with the reader. */
export interface Shared {
  facet: Facet;
  value: string;
}
export interface Match {
  teller: Teller;
  shared: Shared[];
}

export interface Matches {
  /** Those who share most, at most five, the closest first. */
  alike: Match[];
  /** Who shares least, and is of another voice, country or reason; there whenever there is anybody beside the closest. */
  different?: Teller;
}

const most = 5;
const weigh = (shared: readonly Shared[]) => shared.reduce((sum, { facet }) => sum + weights[facet], 0);

function sharedWith(teller: Teller, chosen: Shares): Shared[] {
  return facets.flatMap((facet) => (chosen[facet] ?? []).filter((value) => teller.shares[facet]?.includes(value)).map((value) => ({ facet, value })));
}

/** In how many of voice, country and reason two tellers differ. */
const unlike = (one: Teller, other: Teller): number =>
  Number(one.voice !== other.voice) +
  Number(one.shares.country?.[0] !== other.shares.country?.[0]) +
  Number(one.shares.cameFor?.[0] !== other.shares.cameFor?.[0]);

/**
 * The tellers who share most with a reader, and one who shares least. Everything counts by its weight, and of equals the newer story comes first.
 * @param tellers newest story first
 */
export function peopleLikeMe(tellers: readonly Teller[], chosen: Shares): Matches {
  const ranked = tellers
    .map((teller) => ({ teller, shared: sharedWith(teller, chosen) }))
    .sort((one, other) => weigh(other.shared) - weigh(one.shared));
  const [closest] = ranked;
  const matched = closest && closest.shared.length > 0 ? closest : undefined;
  const others = ranked.filter((match) => match !== matched);
  const from = (match: Match) => (matched ? unlike(match.teller, matched.teller) : 0);
  const [different] = others.toSorted((one, other) => weigh(one.shared) - weigh(other.shared) || from(other) - from(one));
  return {
    alike: ranked.filter((match) => match !== different && match.shared.length > 0).slice(0, most),
    ...(different ? { different: different.teller } : {}),
  };
}

/** The tellers of an index; nothing where it is not one that this page understands. */
export function readTellers(index: unknown): Teller[] | undefined {
  const tellers = (index as { tellers?: unknown } | null)?.tellers;
  return Array.isArray(tellers) && tellers.every(isTeller) ? tellers : undefined;
}

const isTeller = (value: Partial<Teller> | null): value is Teller =>
  /^\/[\w-]+\/stories\/[\w-]+\/$/.test(String(value?.href)) && typeof value?.name === 'string' && typeof value.title === 'string' && !!value.shares;
