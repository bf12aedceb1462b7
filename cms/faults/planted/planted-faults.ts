import type { Patch } from './copy-of-tree.ts';
import type { Check } from './run-check.ts';

export interface PlantedFault {
  /** What goes wrong with it. */
  name: string;
  patches: readonly Patch[];
  /** What must catch it. */
  check: Check;
}

const server = 'cms/server';
const storeTests: Check = { tests: `${server}/store/store.test.ts` };
const appTests: Check = { tests: `${server}/http/app.test.ts` };
/** Every third cut comes in a quiet moment, where nothing flushes what a save forgot. */
const powerCuts: Check = { part: 'power', options: ['--count', '6'] };

/** Faults as somebody could make them on a bad day: each takes one promise away and leaves all else as it is. */
export const plantedFaults: readonly PlantedFault[] = [
  {
    name: 'no compare-and-swap: a ref moves whatever it is now',
    patches: [{ file: `${server}/git/refs.ts`, find: '`update ${ref}\\0${to}\\0${from ?? nothing}\\0`', replace: '`update ${ref}\\0${to}\\0\\0`' }],
    check: storeTests,
  },
  {
    name: 'the folder of a ref is not flushed',
    patches: [
      { file: `${server}/git/refs.ts`, find: 'await flushFolders(join(git.repository, ref), before[index]!);', replace: 'void before[index];' },
    ],
    check: powerCuts,
  },
  {
    name: 'git flushes as its defaults say',
    patches: [{ file: `${server}/git/git.ts`, find: "  'core.fsync=all',\n", replace: '' }],
    check: powerCuts,
  },
  {
    name: 'locks that a killed git left are not cleared',
    patches: [{ file: `${server}/store/recover.ts`, find: "file.name.endsWith('.lock') || ", replace: '' }],
    check: storeTests,
  },
  {
    name: 'two servers run on one data folder',
    patches: [{ file: `${server}/server.ts`, find: 'ownDataFolder(data.ownerLock)', replace: '{ release: () => void ownDataFolder }' }],
    check: { part: 'two', options: ['--count', '1'] },
  },
  {
    name: '_revision is ignored: a stale save overwrites',
    patches: [
      { file: `${server}/store/write-drafts.ts`, find: 'if (seen !== there && blobId(text) !== there) {', replace: "if (seen === 'never') {" },
    ],
    check: storeTests,
  },
  {
    name: 'the key of a save is ignored: sent twice it is refused',
    patches: [
      {
        file: `${server}/store/write-drafts.ts`,
        find: 'if (before && key && (await wasSavedUnder(parts, before, key)))',
        replace: "if (before && key === '' && (await wasSavedUnder(parts, before, key)))",
      },
    ],
    check: storeTests,
  },
  {
    name: 'published without being ready',
    patches: [
      {
        file: `${server}/store/create-store.ts`,
        find: "if (draft.status !== 'pending_publish')",
        replace: "if (draft.status === 'draft' && draft.text === '')",
      },
    ],
    check: storeTests,
  },
  {
    name: 'fields that begin with ---js are read',
    patches: [{ file: 'src/mdx/entry.ts', find: "if (first !== '---') {", replace: 'if (!/^---/.test(first)) {' }],
    check: { tests: `${server}/checks/bad-texts.test.ts` },
  },
  {
    name: 'names that a path may not have are taken',
    patches: [{ file: `${server}/document.ts`, find: '|| !isLanguage(name.lang) || devices.test(name.slug)', replace: '' }],
    check: { tests: `${server}/document.test.ts` },
  },
  {
    name: 'nobody asks whether the role may publish',
    patches: [{ file: `${server}/protocol/workflow.ts`, find: "await rights.require(person, 'publish', standing);", replace: '' }],
    check: { tests: `${server}/protocol/every-cell.test.ts` },
  },
  {
    name: 'whoever names a desk in their text belongs to it',
    patches: [{ file: `${server}/protocol/rights.ts`, find: 'found.every(({ desk })', replace: 'found.some(({ desk })' }],
    check: { tests: `${server}/protocol/protocol.test.ts` },
  },
  {
    name: 'Origin is not looked at',
    patches: [{ file: `${server}/http/same-origin.ts`, find: "headers.get('origin') === origin && ", replace: '' }],
    check: appTests,
  },
  {
    name: 'a session that still needs its passkey opens the protocol',
    patches: [
      {
        file: `${server}/http/app.ts`,
        find: "if (signedIn.needs !== 'nothing') throw new Refusal(403, 'cms.refused.passkey');\n    const body",
        replace: 'const body',
      },
    ],
    check: appTests,
  },
  {
    name: 'editors need no passkey',
    patches: [{ file: `${server}/roles.ts`, find: "role === 'editor' || role === 'administrator';", replace: "role === 'administrator';" }],
    check: { tests: `${server}/auth/passkey-requests.test.ts` },
  },
  {
    name: 'a link signs in twice',
    patches: [
      {
        file: `${server}/auth/links.ts`,
        find: 'return { cookies: answer.headers.getSetCookie()',
        replace: `if (spent) database.prepare('INSERT OR IGNORE INTO verification (id, identifier, value, expiresAt, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?)').run(spent['id']!, spent['identifier']!, spent['value']!, spent['expiresAt']!, spent['createdAt']!, spent['updatedAt']!);
        return { cookies: answer.headers.getSetCookie()`,
      },
      {
        file: `${server}/auth/links.ts`,
        find: 'const answer = await auth.api.magicLinkVerify',
        replace: `const spent = database.prepare('SELECT * FROM verification WHERE identifier = ?').get(tokenHash(token));
        const answer = await auth.api.magicLinkVerify`,
      },
    ],
    check: { tests: `${server}/auth/links.test.ts` },
  },
  {
    name: 'the session of somebody who was removed goes on',
    patches: [
      {
        file: `${server}/auth/people.ts`,
        find: "for (const table of ['session', 'passkey', 'account'])",
        replace: "for (const table of ['passkey', 'account'])",
      },
      {
        file: `${server}/auth/people.ts`,
        find: "database.prepare('DELETE FROM user WHERE id = ?').run(id);",
        replace: "database.prepare('UPDATE user SET email = id WHERE id = ?').run(id);",
      },
    ],
    check: { tests: `${server}/auth/people.test.ts` },
  },
  {
    name: 'sessions go on after a change of role',
    patches: [
      { file: `${server}/auth/people.ts`, find: 'if (!sameRights) database', replace: 'if (!sameRights && next.role === person.role) database' },
    ],
    check: { tests: `${server}/auth/people.test.ts` },
  },
  {
    name: 'a picture is stored as it was sent',
    patches: [
      {
        file: `${server}/media/take-picture.ts`,
        find: 'return named(await encodePicture(opened(bytes), { longSide, patience }));',
        replace: 'return named({ ...(await encodePicture(opened(bytes), { longSide, patience })), bytes });',
      },
    ],
    check: { tests: `${server}/media/take-picture.test.ts` },
  },
  {
    name: 'a release is swapped in whatever its pages are',
    patches: [{ file: 'src/release/write-pages.ts', find: 'if (problems.length > 0) throw new ReleaseRefused(problems);', replace: '' }],
    check: { tests: `${server}/publishing/publishing.test.ts` },
  },
  {
    name: 'a release is served while it is assembled',
    patches: [
      {
        file: 'src/release/releases.ts',
        find: 'const temporary = join(this.out, `.assembling-${process.pid}`);',
        replace: "const temporary = join(this.out, 'releases', String(number).padStart(6, '0'));",
      },
      {
        file: 'src/release/releases.ts',
        find: 'const there = await this.recycle(temporary);',
        replace: 'const there = await this.recycle(temporary);\n      await this.swap(basename(folder));',
      },
      { file: 'src/release/releases.ts', find: 'await rename(temporary, folder);\n', replace: '' },
      { file: 'src/release/releases.ts', find: '} finally {\n      await rm(temporary, { recursive: true, force: true });', replace: '} finally {' },
    ],
    check: { part: 'publications', options: ['--count', '8'] },
  },
  {
    name: 'a backup holds no mails',
    patches: [{ file: `${server}/keep/backup.ts`, find: 'await copyOutbox(data.outbox, join(unfinished, outboxPrefix));', replace: '' }],
    check: { tests: `${server}/keep/backup.test.ts` },
  },
];
