import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Reads a command's options; an unknown one is told with those there are, and ends the command. */
export function options<const T extends NonNullable<ParseArgsConfig['options']>>(known: T) {
  try {
    return parseArgs({ options: known, allowPositionals: true });
  } catch (problem) {
    const names = Object.keys(known).map((name) => `--${name}`);
    console.error(`${problem instanceof Error ? problem.message.split('.')[0] : String(problem)}. Known here: ${names.join(', ')}.`);
    process.exit(2);
  }
}
