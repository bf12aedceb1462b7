import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });

/** Renders one page. The view says everything; the address only finds the page's file. */
export async function render(view: { path: string }): Promise<{ status: number; html: string }> {
  // Addresses end in a slash (`trailingSlash: 'always'`), that of 404.html among them.
  const request = new Request(new URL(view.path.endsWith('/') ? view.path : `${view.path}/`, 'http://renderer.invalid'));
  const routeData = app.match(request);
  if (!routeData) return { status: 404, html: '' };
  const response = await app.render(request, { routeData, locals: { view } });
  return { status: response.status, html: await response.text() };
}
