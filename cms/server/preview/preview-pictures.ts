import { existsSync } from 'node:fs';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeVariants } from '../../../src/images/make-variants.ts';
import { variantPath, variantsOf, type PictureUse } from '../../../src/views/pictures.ts';
import type { DataFolder } from '../data-folder.ts';
import type { DocumentName } from '../document.ts';
import type { Draft, Store } from '../store/store.ts';
import type { PreviewPage } from './create-preview.ts';

/** One picture in one recipe, and where its bytes are. */
interface Shown {
  use: PictureUse;
  size: { width: number; height: number };
  /** The draft it came with; none where it is published. */
  draft: DocumentName | undefined;
}

export interface PreviewPictures {
  /** Remembers what the pages that somebody looks at show: they get these pictures and no others. */
  remember(person: string, page: Pick<PreviewPage, 'pictures'>, drafts: readonly Draft[]): void;
  /** The bytes of an address such as `/media/89b6…-figure74-480.webp`; undefined where the person saw no page with it, or may not read its draft any more. */
  of(person: string, address: string, mayRead: (draft: DocumentName) => Promise<boolean>): Promise<Buffer | undefined>;
}

/** Addresses that are remembered for a person: some dozens of pages. */
const most = 1000;
/** Bytes of pictures of drafts that are kept. */
const mostBytes = 24 * 1024 * 1024;

/**
 * Makes the pictures of a preview when they are asked for. Those of published pictures lie in the cache, where the release looks for them too; those of drafts
 * are in memory only, since what is discarded must be gone.
 */
export function createPreviewPictures({
  store,
  data,
}: {
  store: Pick<Store, 'draftMedia'>;
  data: Pick<DataFolder, 'media' | 'cache'>;
}): PreviewPictures {
  const seen = new Map<string, Map<string, Shown>>();
  const making = new Map<string, Promise<Map<string, Buffer>>>();
  let bytesKept = 0;

  async function ofDraft({ use, size }: Shown, bytes: Buffer): Promise<Map<string, Buffer>> {
    const folder = await mkdtemp(join(tmpdir(), 'doorstep-preview-'));
    try {
      await mkdir(dirname(join(folder, use.file)), { recursive: true });
      await writeFile(join(folder, use.file), bytes);
      const variants = await makeVariants(use, { media: folder, cache: join(folder, 'made'), size });
      return new Map(await Promise.all(variants.map(async ({ address, path }) => [address, await readFile(path)] as const)));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async function made(shown: Shown): Promise<Map<string, Buffer>> {
    const { use, size, draft } = shown;
    const bytes = draft && (await store.draftMedia(draft, use.file));
    if (bytes) return ofDraft(shown, bytes);
    if (!existsSync(join(data.media, use.file))) return new Map();
    const variants = await makeVariants(use, { media: data.media, cache: data.cache, size });
    return new Map(await Promise.all(variants.map(async ({ address, path }) => [address, await readFile(path)] as const)));
  }

  /** Made once, however many ask at once; kept as long as there is room. */
  function variantsFor(address: string, shown: Shown): Promise<Map<string, Buffer>> {
    const key = address.replace(/-\d+\.\w+$/, '');
    const known = making.get(key);
    if (known) return known;
    const variants = made(shown);
    making.set(key, variants);
    variants.then(
      (found) => {
        bytesKept += [...found.values()].reduce((sum, { length }) => sum + length, 0);
        if (found.size > 0 && bytesKept <= mostBytes) return;
        making.clear();
        bytesKept = 0;
      },
      () => making.delete(key),
    );
    return variants;
  }

  return {
    remember(person, { pictures }, drafts) {
      const theirs = seen.get(person) ?? new Map<string, Shown>();
      seen.set(person, theirs);
      for (const { use, file } of pictures)
        for (const { width } of variantsOf(use.recipe, file, use.file.endsWith('.svg'))) {
          const address = variantPath(use, width);
          theirs.delete(address);
          theirs.set(address, { use, size: file, draft: drafts.find(({ media }) => media.includes(use.file))?.name });
        }
      for (const address of theirs.keys()) {
        if (theirs.size <= most) break;
        theirs.delete(address);
      }
    },
    async of(person, address, mayRead) {
      const shown = seen.get(person)?.get(address);
      if (!shown || (shown.draft && !(await mayRead(shown.draft)))) return undefined;
      return (await variantsFor(address, shown)).get(address);
    },
  };
}
