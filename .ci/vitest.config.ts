import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

/** One browser and one built city at a time: what one journey measures, another must not disturb. Those of the CMS run beside those of the site. */
const journeys = (name: string, half: 'src' | 'cms') => ({
  root,
  test: {
    name,
    environment: 'node' as const,
    include: [`${half}/e2e/**/*.journey.ts`],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: 'units', environment: 'node', include: ['{src,cms,.ci}/**/*.test.ts'], testTimeout: 20_000 } },
      journeys('journeys', 'src'),
      journeys('journeys-cms', 'cms'),
      // `npm run test:equality -- …` runs 40 sequences; the long form is asked for by the test's own option.
      {
        root,
        test: { name: 'equality', environment: 'node', include: ['src/release/equality.long.ts'], testTimeout: 600_000, hookTimeout: 120_000 },
      },
    ],
  },
});
