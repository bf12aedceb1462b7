/** What one run of a measure gave. */
export interface Sample {
  milliseconds: number;
  /** Bytes. */
  memory?: number | undefined;
  /** Parts of it, in milliseconds, or counts. */
  details?: Record<string, number>;
}
/** A measure with everything it gave, or why it gave nothing. */
export interface Result {
  id: string;
  samples: Sample[];
  failure?: string;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The medians of all samples: time, memory, and each detail. */
export function summary(samples: readonly Sample[]): Sample | undefined {
  if (samples.length === 0) return undefined;
  const memory = samples.flatMap((sample) => sample.memory ?? []);
  const names = [...new Set(samples.flatMap(({ details }) => Object.keys(details ?? {})))];
  return {
    milliseconds: median(samples.map(({ milliseconds }) => milliseconds)),
    ...(memory.length > 0 ? { memory: median(memory) } : {}),
    details: Object.fromEntries(names.map((name) => [name, median(samples.flatMap(({ details }) => details?.[name] ?? []))])),
  };
}

/** Medians by measure. */
export const mediansOf = (results: readonly Result[]): Map<string, Sample> =>
  new Map(
    results.flatMap(({ id, samples }) => {
      const found = summary(samples);
      return found ? [[id, found] as const] : [];
    }),
  );
/** The time of a measure, or of a part of it, in milliseconds. */
export const timeOf = (medians: ReadonlyMap<string, Sample>, [id, part]: readonly [string, string?]): number | undefined =>
  part ? medians.get(id)?.details?.[part] : medians.get(id)?.milliseconds;
