/** What a part of the campaign found. */
export interface PartResult {
  /** Saves that the server said it has. */
  acknowledged: number;
  /** Acknowledged saves that were not there afterwards, a sentence each. */
  lost: string[];
  /** Everything else that must not be: a complaint of git, a half release, a wrong answer. */
  complaints: string[];
  /** Figures for the closing line. */
  figures: Record<string, string | number>;
  /** Why it was left out, where it was. */
  skipped?: string;
}

export const emptyResult = (): PartResult => ({ acknowledged: 0, lost: [], complaints: [], figures: {} });

export interface PartOptions {
  /** A folder of its own for what it makes; taken away afterwards. */
  work: string;
  short: boolean;
  /** How many, where the command line says so. */
  count: number | undefined;
  seed: number;
  /** Only what has this in its name, where a part tries several things. */
  trial: string;
  /** Prints a line at once. */
  say: (line: string) => void;
}

export interface Part {
  name: string;
  /** What it does, in a few words. */
  title: string;
  run: (options: PartOptions) => Promise<PartResult>;
}

/** The first few of many lines, and how many more there are. */
export const firstOf = (lines: readonly string[], most = 10): string[] =>
  lines.length <= most ? [...lines] : [...lines.slice(0, most), `… and ${lines.length - most} more`];
