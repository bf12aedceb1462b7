import { createSiteServer } from '../release/serve.ts';
import { readEnvironment } from '../release/environment.ts';
import { defaultOutputFolder } from '../release/folders.ts';
import { checkContent } from '../checks/checks.ts';
import { buildSite } from '../release/build.ts';
import { join } from 'node:path';
import { options } from './options.ts';
import { progressLine } from './progress.ts';
import { reportFindings } from './report-findings.ts';

// Builds what changed since the last release, then serves it until it is stopped.
const started = performance.now();
const { values } = options({ content: { type: 'string' }, out: { type: 'string' }, day: { type: 'string' } });
const { HOST, PORT } = readEnvironment();
const line = progressLine();
const out = values.out ?? defaultOutputFolder;
const { published, content, day } = await buildSite({ content: values.content, out, day: values.day, step: line.step, progress: line.progress });
const { errors } = reportFindings(checkContent(content, { day }), { errorsOnly: true });
if (!published) {
  line.fail('Nothing can be served: the settings need mending first.');
  process.exit(1);
}
const server = createSiteServer({ root: join(out, 'site') });
server.on('error', (problem: NodeJS.ErrnoException) => {
  line.fail(
    problem.code === 'EADDRINUSE' ? `Port ${PORT} is taken. Stop what runs there, or choose another: PORT=4400 npm run serve` : problem.message,
  );
  process.exit(1);
});
server.listen(PORT, HOST, () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : PORT;
  line.done(
    `${published.pages} pages for ${day}${errors ? ` (${errors} problems to mend: npm run check)` : ''}. The site is at http://${HOST}:${port}/`,
    started,
  );
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
