import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';

/** A browser in which a reader goes about, and what was noted there that no page may do. */
export interface Reader {
  context: BrowserContext;
  page: Page;
  /** Requests elsewhere, requests that send something, errors of scripts, violations of the page's policy, cookies: nothing, all being well. */
  problems: () => Promise<string[]>;
  /** Opens a path of the city. */
  open: (path: string) => Promise<void>;
  close: () => Promise<void>;
}

/** Opens a fresh browser profile on a city. Phones have 360 px unless another width is asked for. */
export async function openReader(
  browser: Browser,
  origin: string,
  { width = 360, height = 780, ...wishes }: BrowserContextOptions & { width?: number; height?: number } = {},
): Promise<Reader> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width, height }, ...wishes });
  const noted: string[] = [];
  context.on('request', (request) => noted.push(...requestProblems(request, origin)));
  context.on('weberror', (error) => noted.push(`${error.page()?.url()} failed: ${error.error().message}`));
  // The answer to an address that leads nowhere is an error for the console, and as it should be.
  context.on('console', (message) => {
    const { url } = message.location();
    const ownAnswer = message.page()?.url() === url && message.text().includes('404');
    if (message.type() === 'error' && !ownAnswer) noted.push(`${message.page()?.url()} says: ${message.text()}`);
  });
  if (wishes.javaScriptEnabled !== false)
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      ),
    );
  const page = await context.newPage();
  return {
    context,
    page,
    problems: async () => [...new Set(noted), ...(await context.cookies()).map(({ name }) => `The cookie ${name} was set.`)],
    open: async (path) => {
      await page.goto(path, { waitUntil: 'load' });
    },
    close: () => context.close(),
  };
}

function requestProblems(request: Request, origin: string): string[] {
  const url = request.url();
  if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) return [`${request.frame().url()} asked ${url}`];
  return request.method() === 'GET' ? [] : [`${request.frame().url()} sent a ${request.method()} to ${url}`];
}
