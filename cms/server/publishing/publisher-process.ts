import { join } from 'node:path';
import { contentOf, type Content } from '../../../src/graph/content.ts';
import { compileRenderer, type Renderer } from '../../../src/release/compile.ts';
import { Publisher, ReleaseRefused } from '../../../src/release/publisher.ts';
import { createMainReader, type MainReader } from '../content/read-main.ts';
import { soleLock } from './sole-lock.ts';
import type { Answer, FromPublisher, Order, Setup, ToPublisher } from './messages.ts';
import { findingProblems, leftOut } from './release-problems.ts';

// The publisher as a process of its own, so that a render that hangs or crashes takes nothing else with it. Compiled pages and parsed content stay in its
// memory. It listens to the process that started it, and ends with it.

const tell = (message: FromPublisher) => process.send?.(message);
const reasonOf = (problem: unknown) => (problem instanceof Error ? problem.message : String(problem));

interface Warm {
  publisher: Publisher;
  reader: MainReader;
  /** What a page threw, by its address, in the order under way. */
  thrown: Map<string, string>;
  setup: Setup;
}

/** A page that throws is a page with a problem, so that all of them are told, and which. */
function watched(renderer: Renderer, thrown: Map<string, string>): Renderer {
  return {
    ...renderer,
    async render(view) {
      try {
        return await renderer.render(view);
      } catch (problem) {
        thrown.set(view.path, reasonOf(problem));
        return { status: 500, html: '' };
      }
    },
  };
}

async function warmUp(setup: Setup): Promise<Warm> {
  await soleLock(join(setup.out, '.publisher.lock'));
  tell({ kind: 'alive' });
  const renderer = await compileRenderer(setup.compiled);
  const thrown = new Map<string, string>();
  const publisher = new Publisher({ renderer: watched(renderer, thrown), out: setup.out, cache: setup.cache });
  tell({ kind: 'ready', codeHash: renderer.codeHash });
  return { publisher, reader: createMainReader(setup), thrown, setup };
}

let content: { head: string; content: Content } | undefined;
async function contentAt(reader: MainReader, head: string): Promise<Content> {
  if (content?.head !== head) content = { head, content: contentOf(await reader.read(head), content?.content) };
  return content.content;
}

let searching: AbortController | undefined;

async function carryOut({ publisher, reader, thrown, setup }: Warm, { what, head, day, documents }: Order): Promise<Answer> {
  thrown.clear();
  const { graph, findings } = await contentAt(reader, head);
  tell({ kind: 'alive' });
  if (!graph) return { kind: 'refused', problems: findingProblems(findings) };
  const missing = leftOut(findings, documents);
  if (missing.length > 0) return { kind: 'refused', problems: missing };
  searching = what === 'search' ? new AbortController() : undefined;
  try {
    const { changed, pages, written } = await publisher.publish({
      graph,
      day,
      media: setup.media,
      search: what === 'search' ? 'make' : 'keep',
      alive: (page) => tell({ kind: 'alive', ...(page === undefined ? {} : { page }) }),
      ...(searching ? { signal: searching.signal } : {}),
    });
    return { kind: 'done', changed, pages, written };
  } catch (problem) {
    if (searching?.signal.aborted) return { kind: 'stopped' };
    if (!(problem instanceof ReleaseRefused)) return { kind: 'failed', reason: reasonOf(problem) };
    const problems = problem.problems.map(({ path, problem: text }) => ({
      path,
      problem: thrown.has(path) ? `could not be made: ${thrown.get(path)}` : text,
    }));
    return { kind: 'refused', problems };
  } finally {
    searching = undefined;
  }
}

let warm: Promise<Warm> | undefined;
let last: Promise<void> = Promise.resolve();

process.on('disconnect', () => process.exit(0));
// Who stops the server from a terminal stops it with what it is doing: the server ends this process when it is done.
process.on('SIGINT', () => undefined);
process.on('message', (message: ToPublisher) => {
  if (message.kind === 'setup') {
    warm = warmUp(message.setup);
    warm.catch((problem: unknown) => {
      console.error(reasonOf(problem));
      process.exit(1);
    });
  } else if (message.kind === 'stop-search') searching?.abort();
  else {
    const { order } = message;
    last = last.then(async () => {
      const answer = await carryOut(await warm!, order).catch((problem: unknown): Answer => ({ kind: 'failed', reason: reasonOf(problem) }));
      tell({ kind: 'answer', id: order.id, answer });
    });
  }
});
