import { dev, type AstroIntegration } from 'astro';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { contentOf, type Content } from '../graph/content.ts';
import { readContent } from '../graph/read.ts';
import { makeVariants } from '../images/make-variants.ts';
import type { PictureUse } from '../views/pictures.ts';
import { allPages, viewOf, type PageRef } from '../views/routes.ts';
import { siteOn, type Site } from '../views/site.ts';
import { astroOptions } from './astro-options.ts';
import { feedFiles } from '../feeds/feed-files.ts';
import { root } from './root.ts';
import { siteFiles } from './site-files.ts';
import { dataFolder } from './folders.ts';
import { adapter, onDemand } from './on-demand.ts';
import { today } from './today.ts';
import { watchFolder } from './watch.ts';

/** What the middleware (loaded by Vite, in a module graph of its own) asks for a page's view. */
export interface DevViews {
  viewAt: (path: string) => unknown;
}

/**
 * Shows content as it is edited: pages are Astro's own dev server, views come from the graph in memory, and a saved file is parsed alone and shown at once.
 * @returns the address, and what stops it
 */
export async function startDevServer({
  content: folder,
  port,
  host,
  day,
}: {
  content: string;
  port: number;
  host: string;
  day?: string | undefined;
}): Promise<{ address: string; stop: () => Promise<void> }> {
  const media = join(folder, 'media');
  let content: Content = contentOf(await readContent(folder));
  let site: Site | undefined;
  let pages = new Map<string, PageRef>();
  const pictures = new Map<string, PictureUse>();
  const index = () => {
    if (!content.graph) return;
    site = siteOn(content.graph, day ?? today(content.graph.settings.site.timeZone));
    pages = new Map([...allPages(site)].map((page) => [page.path, page]));
  };
  index();
  const views: DevViews = {
    viewAt: (path) => {
      const page = pages.get(path) ?? pages.get(`/${path.split('/')[1]}/404/`) ?? pages.get('/404');
      if (!site || !page) return undefined;
      const view = viewOf(site, page);
      for (const use of view.pictures) pictures.set(use.hash.slice(0, 16) + use.recipe, use);
      return view;
    },
  };
  (globalThis as { doorstepDev?: DevViews }).doorstepDev = views;

  let vite: ViteDevServer | undefined;
  const options = astroOptions('renderer');
  const integration: AstroIntegration = {
    name: 'doorstep-dev',
    hooks: {
      'astro:config:setup': ({ addMiddleware }) => addMiddleware({ order: 'pre', entrypoint: new URL('./dev-middleware.ts', import.meta.url) }),
      'astro:server:setup': ({ server }) => {
        vite = server;
        server.middlewares.use('/media', (request, response, next) => {
          void picture(request.url ?? '').then((bytes) => {
            if (!bytes) return next();
            response.setHeader('Content-Type', (request.url ?? '').endsWith('.jpg') ? 'image/jpeg' : 'image/webp');
            response.end(bytes);
          }, next);
        });
        // Data and feeds of the site; what only a host needs (redirects, headers, sitemap) is made by a build.
        server.middlewares.use((request, response, next) => {
          const path = decodeURI((request.url ?? '').replace(/[?#].*$/, '')).slice(1);
          const text = site && /\.(?:json|xml)$/.test(path) ? (siteFiles(site).get(path) ?? feedFiles(site).get(path)) : undefined;
          if (text === undefined) return next();
          response.setHeader('Content-Type', path.endsWith('.json') ? 'application/json' : 'application/atom+xml');
          response.end(text);
        });
      },
    },
  };
  const picture = async (url: string): Promise<Buffer | undefined> => {
    const [hash, recipe] = url.slice(1).split('-');
    const use = pictures.get(`${hash}${recipe?.replace(/\d+$/, '')}`);
    const size = use && content.graph?.media.get(use.file);
    if (!use || !size) return undefined;
    const made = await makeVariants(use, { media, cache: join(dataFolder(), 'cache'), size });
    const found = made.find(({ address }) => address === `/media${url}`);
    return found && readFile(found.path);
  };
  const server = await dev({
    ...options,
    root,
    configFile: false,
    logLevel: 'error',
    server: { port, host },
    integrations: [...(options.integrations ?? []), onDemand(), integration],
    adapter: adapter(),
  });
  const stopWatching = watchFolder(folder, () => {
    void readContent(folder).then((source) => {
      content = contentOf(source, content);
      index();
      vite?.ws.send({ type: 'full-reload' });
    });
  });
  const { port: actual } = server.address;
  return {
    address: `http://${host}:${actual}/`,
    stop: async () => {
      stopWatching();
      await server.stop();
    },
  };
}
