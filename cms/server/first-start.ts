import { contentOf } from '../../src/graph/content.ts';
import { readContent } from '../../src/graph/read.ts';
import type { Auth } from './auth/auth.ts';
import { readContentFolder } from './keep/content-folder.ts';
import { differenceSentence } from './keep/differs.ts';
import { checkoutDiffers } from './keep/move-content.ts';
import type { Store } from './store/store.ts';

/** One mistake can make every text of a file a finding. */
const mostProblems = 12;

/**
 * Fills an empty repository from a content folder; where there is content already, that stays, since it is the truth.
 * @returns the sentence to tell where folder and repository went apart
 */
export async function bringContent({ store, folder }: { store: Store; folder: string }): Promise<string | undefined> {
  const { files } = await store.snapshot();
  if (files.size === 0) {
    await refuseUnreadable(folder);
    await store.replaceAll({ files: (await readContentFolder(folder)).files, by: 'server', action: 'import' });
    return undefined;
  }
  // Where the folder is gone, there is nothing to compare: the repository has everything.
  const difference = await checkoutDiffers({ store, folder }).catch(() => undefined);
  return difference && differenceSentence(folder, difference);
}

/** Without settings and interface texts nobody could sign in to mend them. Throws a sentence that names each file that needs a change. */
async function refuseUnreadable(folder: string): Promise<void> {
  const { graph, findings } = contentOf(await readContent(folder));
  if (graph) return;
  const problems = findings.filter(({ severity, file }) => severity === 'error' && /^(?:settings|strings)\//.test(file)).slice(0, mostProblems);
  const lines = problems.map(({ file, line, found, rule, fix }) => `  ${file}${line ? `:${line}` : ''} ${[found, rule, fix].join(' ')}`);
  throw new Error(`The content in ${folder} cannot be taken over before its settings can be read:\n${lines.join('\n')}`);
}

/**
 * Makes the first administrator's account where there is none; whoever starts the server tells them.
 * @returns a link to sign in by, for as long as no administrator has ever done so
 */
export async function firstAdministrator({
  auth,
  email,
  lang,
}: {
  auth: Pick<Auth, 'people' | 'invite' | 'linkFor'>;
  email: string;
  lang: string;
}): Promise<string | undefined> {
  const administrators = (await auth.people()).filter(({ role }) => role === 'administrator');
  if (administrators.some(({ lastSeen }) => lastSeen !== null)) return undefined;
  const there = administrators.find((person) => person.email === email.toLowerCase()) ?? administrators[0];
  if (there) return auth.linkFor(there.email);
  const { email: address } = await auth.invite({ email, name: email.split('@')[0]!, role: 'administrator', desks: [], lang, unmailed: true });
  return auth.linkFor(address);
}
