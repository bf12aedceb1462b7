import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { checkContent } from '../checks/checks.ts';
import type { Finding } from '../content-model/problems.ts';
import { contentOf } from '../graph/content.ts';
import { readContent } from '../graph/read.ts';
import { checkBuilt } from '../release/check-built.ts';
import { readEnvironment } from '../release/environment.ts';
import { defaultContentFolder } from '../release/folders.ts';
import { today } from '../release/today.ts';
import { options } from './options.ts';
import { duration, progressLine } from './progress.ts';
import { countInWords, reportFindings } from './report-findings.ts';

// Checks the content folder, or with --built a folder of finished pages. Ends with status 1 where something must be mended.
const started = performance.now();
const { values } = options({
  content: { type: 'string' },
  built: { type: 'string' },
  json: { type: 'boolean' },
  release: { type: 'boolean' },
  day: { type: 'string' },
  annotations: { type: 'boolean' },
});
const { DOORSTEP_DAY, GITHUB_ACTIONS } = readEnvironment();

const { folder, findings, checked } = values.built === undefined ? await content() : await built(values.built);
const counts = reportFindings(findings, { json: values.json ?? false, annotations: values.annotations ?? Boolean(GITHUB_ACTIONS), folder });
if (!values.json) console.log(`${findings.length > 0 ? '\n' : ''}${checked}: ${countInWords(counts)} (${duration(performance.now() - started)})`);
if (counts.errors > 0) process.exitCode = 1;

interface Checked {
  /** What stands before the findings' files. */
  folder: string;
  findings: Finding[];
  /** What was looked at, in words. */
  checked: string;
}

async function content(): Promise<Checked> {
  const folder = resolve(values.content ?? defaultContentFolder);
  if (!existsSync(folder))
    stop(`There is no folder ${folder}. Name the one that holds settings/, strings/ and the entries: npm run check -- --content my-city`);
  const read = contentOf(await readContent(folder));
  const day = values.day ?? DOORSTEP_DAY ?? dayIn(read.graph?.settings.site.timeZone);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) stop(`"${day}" is no day. Write it as 2026-11-22.`);
  const entries = [...read.parsed.values()].filter(({ kind }) => kind === 'entry').length;
  const inAll = read.graph ? `, ${read.graph.languages.length} languages` : '';
  return {
    folder: fromHere(folder),
    findings: checkContent(read, { day, release: values.release ?? false }),
    checked: `Checked ${entries} entry files, ${read.source.texts.size - entries} files of settings and interface texts, ${read.source.media.size} pictures${inAll} for ${day}${values.release ? ', to be released' : ''}`,
  };
}

async function built(name: string): Promise<Checked> {
  const given = resolve(name);
  // `dist` holds releases; the one that is served is in `dist/site`.
  const folder = existsSync(join(given, 'site')) ? join(given, 'site') : given;
  if (!existsSync(folder)) stop(`There is no folder ${folder}. Build first: npm run build`);
  const content = resolve(values.content ?? defaultContentFolder);
  const line = values.json ? undefined : progressLine();
  line?.step('Reading pages');
  const { onContent, onSite, pages, files } = await checkBuilt(folder, {
    validate: true,
    ...(existsSync(content) ? { content } : {}),
    ...(line ? { progress: line.progress } : {}),
  });
  line?.done(`Read ${pages} pages`);
  const below = (at: string, findings: Finding[]) => findings.map((finding) => ({ ...finding, file: `${fromHere(at)}/${finding.file}` }));
  return { folder: '', findings: [...below(content, onContent), ...below(folder, onSite)], checked: `Checked ${pages} pages among ${files} files` };
}

/** A folder as one would write it where the command runs. */
function fromHere(folder: string): string {
  const path = relative(process.cwd(), folder);
  return (path.startsWith('..') ? folder : path).replaceAll('\\', '/');
}

/** A time zone that does not exist is a finding of its own and must not end the check. */
function dayIn(timeZone = 'UTC'): string {
  try {
    return today(timeZone);
  } catch {
    return today('UTC');
  }
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
