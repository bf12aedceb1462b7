import { checkContent } from '../../../src/checks/checks.ts';
import type { Finding } from '../../../src/content-model/problems.ts';
import { contentOf } from '../../../src/graph/content.ts';
import { readContent } from '../../../src/graph/read.ts';
import { today } from '../../../src/release/today.ts';
import type { Store } from '../store/store.ts';
import { readContentFolder, revisionsOf, type ContentFolder } from './content-folder.ts';
import { differs, type Difference } from './differs.ts';

/** What taking a folder into `main` would do. */
export interface ImportPlan {
  folder: ContentFolder;
  difference: Difference;
  /** What `npm run check` says of the folder. */
  findings: readonly Finding[];
  /** `main` as it was when the plan was made. */
  main: ReadonlyMap<string, string>;
}

/** Looks what an import would do; changes nothing. `day` is the day to check for, today in the city's time zone where left out. */
export async function planImport({ store, folder, day }: { store: Store; folder: string; day?: string | undefined }): Promise<ImportPlan> {
  const [read, { files: main }] = [await readContentFolder(folder), await store.snapshot()];
  const content = contentOf(await readContent(folder));
  const findings = checkContent(content, { day: day ?? dayIn(content.graph?.settings.site.timeZone) });
  return { folder: read, findings, main, difference: differs({ from: main, to: revisionsOf(read.files) }) };
}

/** A time zone that does not exist is a finding of its own and must not end the check. */
function dayIn(timeZone = 'UTC'): string {
  try {
    return today(timeZone);
  } catch {
    return today('UTC');
  }
}

/** `main` holds what the plan says afterwards. Throws a sentence where somebody published in the meantime: what was shown is no longer what would happen. */
export async function importContent(store: Store, { folder, main }: ImportPlan): Promise<void> {
  const { files: now } = await store.snapshot();
  const { added, changed, removed } = differs({ from: main, to: now });
  const moved = [...added, ...changed, ...removed];
  if (moved.length > 0)
    throw new Error(`Nothing was imported: ${moved.slice(0, 3).join(', ')} ${moved.length > 1 ? 'were' : 'was'} published meanwhile. Look again.`);
  await store.replaceAll({ files: folder.files, by: 'server', action: 'import' });
}

/** What the checkout brings beside `main`, for the sentence that start says. */
export async function checkoutDiffers({ store, folder }: { store: Pick<Store, 'snapshot'>; folder: string }): Promise<Difference> {
  const { files } = await readContentFolder(folder);
  return differs({ from: (await store.snapshot()).files, to: revisionsOf(files) });
}
