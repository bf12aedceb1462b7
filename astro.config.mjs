import { defineConfig } from 'astro/config';
import { astroOptions } from './src/release/astro-options.ts';
import { completeStaticBuild } from './src/release/complete-static-build.ts';

// `npm run build` compiles the pages once and writes them itself (src/release/). This is the other way in: plain `astro build`, same pages, same bytes.
const options = astroOptions('static');
export default defineConfig({ ...options, integrations: [...options.integrations, completeStaticBuild()] });
