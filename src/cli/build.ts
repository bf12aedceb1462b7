import { resolve } from 'node:path';
import { defaultContentFolder, defaultOutputFolder } from '../release/folders.ts';
import { checkContent } from '../checks/checks.ts';
import { checkBuilt } from '../release/check-built.ts';
import { buildSite } from '../release/build.ts';
import { ReleaseRefused } from '../release/publisher.ts';
import { options } from './options.ts';
import { countInWords, reportFindings } from './report-findings.ts';
import { progressLine } from './progress.ts';

const started = performance.now();
const { values } = options({
  lang: { type: 'string', multiple: true },
  content: { type: 'string' },
  out: { type: 'string' },
  day: { type: 'string' },
});
const line = progressLine();
try {
  const out = values.out ?? defaultOutputFolder;
  const result = await buildSite({ content: values.content, out, languages: values.lang, day: values.day, step: line.step, progress: line.progress });
  const { errors, warnings } = reportFindings(checkContent(result.content, { day: result.day }), { errorsOnly: true });
  if (!result.published) line.fail('Nothing was built: the settings need mending first.');
  else {
    const { pages, written, folder, changed } = result.published;
    if (changed) {
      line.step('Checking what was built');
      const { onContent, onSite } = await checkBuilt(folder, { weigh: false, content: resolve(values.content ?? defaultContentFolder) });
      for (const built of [reportFindings(onContent), reportFindings(onSite, { folder: '' })]) if (built.errors > 0) process.exitCode = 1;
    }
    line.done(
      `${pages} pages for ${result.day}, ${changed ? `${written} written` : 'nothing changed'}: ${folder.startsWith(process.cwd()) ? folder.slice(process.cwd().length + 1) : folder}; content: ${countInWords({ errors, warnings })}`,
      started,
    );
  }
} catch (problem) {
  line.fail(problem instanceof ReleaseRefused || problem instanceof Error ? problem.message : String(problem));
}
