/** One step from one list to another: an item of both, of the first alone, or of the second alone. */
export type Step = readonly ['same' | 'gone' | 'new', number];

/**
 * The fewest items to take away and put in (Myers, "An O(ND) difference algorithm", 1986), as steps with the place in the first list for what is gone and in
 * the second otherwise; undefined where it takes more than `most` of them. Time grows with length × edits, memory with their square.
 */
export function shortestEdit(before: readonly string[], after: readonly string[], most: number): Step[] | undefined {
  const [n, m] = [before.length, after.length];
  const limit = Math.min(most, n + m);
  /** For each number of edits, how far along the first list each diagonal had come. */
  const trace: Int32Array[] = [];
  let reached = new Int32Array(2 * limit + 3);
  const at = (k: number) => k + limit + 1;
  for (let edits = 0; edits <= limit; edits++) {
    const next = reached.slice();
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && reached[at(k - 1)]! < reached[at(k + 1)]!);
      let x = down ? reached[at(k + 1)]! : reached[at(k - 1)]! + 1;
      while (x < n && x - k < m && x - k >= 0 && before[x] === after[x - k]) x++;
      next[at(k)] = x;
      if (x >= n && x - k >= m) return wayBack(trace, n, m);
    }
    trace.push(next.slice(at(-edits), at(edits) + 1));
    reached = next;
  }
  return undefined;
}

function wayBack(trace: readonly Int32Array[], n: number, m: number): Step[] {
  const steps: Step[] = [];
  let [x, y] = [n, m];
  for (let edits = trace.length; edits > 0; edits--) {
    const row = trace[edits - 1]!;
    const get = (k: number) => row[k + edits - 1] ?? -1;
    const k = x - y;
    const down = k === -edits || (k !== edits && get(k - 1) < get(k + 1));
    const from = down ? k + 1 : k - 1;
    const [fromX, fromY] = [get(from), get(from) - from];
    const [startX, startY] = down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    while (x > startX && y > startY) {
      x--;
      y--;
      steps.push(['same', y]);
    }
    steps.push(down ? ['new', fromY] : ['gone', fromX]);
    [x, y] = [fromX, fromY];
  }
  while (x > 0 && y > 0) {
    x--;
    y--;
    steps.push(['same', y]);
  }
  return steps.reverse();
}
