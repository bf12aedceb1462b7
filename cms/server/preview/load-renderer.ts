import { setTimeout as wait } from 'node:timers/promises';
import { hashCode, openRenderer, type Renderer } from '../../../src/release/compile.ts';
import { Refusal } from '../refusal.ts';

/** How long the publisher may take to compile the pages after a start with new code, in milliseconds. */
const usualPatience = 30_000;
const often = 200;

/**
 * The compiled pages, of the code with which the server was started. Never compiled here: what is compiled takes in variables of the environment whose names
 * occur in the code, and only the publisher's process has none that are secret. 503 where they are not there yet.
 */
export function loadRenderer(compiled: string, { patience = usualPatience } = {}): () => Promise<Renderer> {
  const codeHash = hashCode();
  // Where the code cannot be read, that is said when a page is asked for.
  codeHash.catch(() => undefined);
  const load = async () => {
    for (let waited = 0; waited < patience; waited += often) {
      const renderer = await openRenderer(compiled, await codeHash);
      if (renderer) return renderer;
      await wait(often);
    }
    throw new Refusal(503, 'editor.preview.notYet');
  };
  let known: Promise<Renderer> | undefined;
  return () => {
    known ??= load().catch((problem: unknown) => {
      known = undefined;
      throw problem;
    });
    return known;
  };
}
