import type { AstroIntegration } from 'astro';

/** Every page is rendered when asked for, never while compiling: content is not there yet. */
export const onDemand = (): AstroIntegration => ({
  name: 'doorstep-on-demand',
  hooks: {
    'astro:route:setup': ({ route }) => {
      route.prerender = false;
    },
  },
});

/** The smallest adapter: its entrypoint exports `render`. */
export const adapter = (): AstroIntegration => ({
  name: 'doorstep-renderer',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'doorstep-renderer',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./renderer-entry.ts', import.meta.url),
        adapterFeatures: { buildOutput: 'server' },
        supportedAstroFeatures: { staticOutput: 'stable', serverOutput: 'stable', hybridOutput: 'stable', sharpImageService: 'stable' },
      }),
  },
});
