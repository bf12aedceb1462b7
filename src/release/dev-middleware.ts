import type { MiddlewareHandler } from 'astro';
import type { DevViews } from './dev-server.ts';

/** Hands the page its view, from the graph that the dev server keeps. */
export const onRequest: MiddlewareHandler = (context, next) => {
  const { doorstepDev } = globalThis as { doorstepDev?: DevViews };
  (context.locals as { view?: unknown }).view = doorstepDev?.viewAt(context.url.pathname);
  return next();
};
