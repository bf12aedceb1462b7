import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: 'units', environment: 'node', include: ['{src,cms,.ci}/**/*.test.ts'], testTimeout: 20_000 } },
      {
        root,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['{src,cms}/e2e/**/*.journey.ts'],
          // One browser and one built city at a time: two cores, and figures that can be compared.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      // `npm run test:equality -- …` runs 40 sequences; the long form is asked for by the test's own option.
      {
        root,
        test: { name: 'equality', environment: 'node', include: ['src/release/equality.long.ts'], testTimeout: 600_000, hookTimeout: 120_000 },
      },
    ],
  },
});
