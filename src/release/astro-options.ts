import mdx from '@astrojs/mdx';
import type { AstroInlineConfig } from 'astro';
import { fileURLToPath } from 'node:url';
import { root } from './root.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What both ways of building share, so that both give the same bytes. `route` is where pages find their paths and views. */
export function astroOptions(route: 'static' | 'renderer'): AstroInlineConfig {
  return {
    root,
    output: 'static',
    trailingSlash: 'always',
    compressHTML: true,
    scopedStyleStrategy: 'where',
    integrations: [mdx()],
    markdown: { syntaxHighlight: false },
    build: { format: 'directory', inlineStylesheets: 'always', assets: '_astro' },
    devToolbar: { enabled: false },
    vite: {
      resolve: { alias: { 'doorstep:route': here(`./route-${route}.ts`) } },
      build: { assetsInlineLimit: 0 },
      server: { watch: { ignored: ['**/.doorstep/**', '**/dist/**', '**/.data/**'] } },
    },
  };
}
