import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles, writeFixtureCity } from '../../../src/fixture-city/fixture-city.ts';
import { createStore } from '../store/create-store.ts';
import type { Store } from '../store/store.ts';
import { readContentFolder } from './content-folder.ts';
import { isSame } from './differs.ts';
import { exportContent, planExport } from './export-content.ts';
import { importContent, planImport } from './move-content.ts';

const run = promisify(execFile);
let root: string;
let folder: string;
let store: Store;
const git = (...args: string[]) => run('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args]);
const plan = () => planImport({ store, folder, day: fixtureDay });
const guide = 'guides/en/register.mdx';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'doorstep-move-'));
  folder = join(root, 'content');
  store = await createStore({
    repository: join(root, 'repository.git'),
    cache: join(root, 'cache'),
    writeLock: join(root, 'write.lock'),
    owner: true,
  });
  await writeFixtureCity(folder);
});
afterEach(async () => {
  await store.close();
  await rm(root, { recursive: true, force: true });
});

describe('an import', () => {
  test('makes main hold the folder: what is new, what changed, what went', async () => {
    await importContent(store, await plan());
    expect([...(await store.snapshot()).files.keys()].sort()).toEqual([...(await fixtureFiles()).keys()].sort());

    const text = (await readFile(join(folder, guide), 'utf8')).replace(/^title: .*$/m, 'title: Another title');
    await writeFile(join(folder, guide), text);
    await rm(join(folder, 'media/places/harbour.jpg'));
    const second = await plan();
    expect(second.difference).toEqual({ added: [], changed: [guide], removed: ['media/places/harbour.jpg'] });
    expect(second.findings.map(({ severity, found }) => `${severity} ${found}`)).toContainEqual(
      expect.stringMatching(/^error .*places\/harbour\.jpg/),
    );
    await importContent(store, second);
    expect((await store.read([guide]))[0]!.text).toBe(text);
    expect(await store.readMedia('places/harbour.jpg')).toBeUndefined();
    expect(isSame((await plan()).difference)).toBe(true);
  });

  test('says what the checks say of the folder', async () => {
    await writeFile(join(folder, guide), '---\ntitle: [\n---\n');
    const { findings } = await plan();
    expect(findings.filter(({ severity, file }) => severity === 'error' && file === guide)).not.toEqual([]);
  });

  test('is not done where somebody published after it was shown', async () => {
    await importContent(store, await plan());
    const shown = await plan();
    const name = { collection: 'guides', lang: 'en', slug: 'new' } as const;
    const draft = await store.save({ name, text: 'title: New\n', seen: null, by: 'u_a', status: 'pending_publish' });
    await store.publish({ name, by: 'u_a', seen: draft.revision });
    await expect(importContent(store, shown)).rejects.toThrow('Nothing was imported: guides/en/new.mdx was published meanwhile.');
    expect((await store.read(['guides/en/new.mdx']))[0]!.text).toBe('title: New\n');
  });

  test('takes no file that the CMS has no place for, and follows no link', async () => {
    await writeFile(join(folder, 'README.md'), 'read me');
    await writeFile(join(folder, 'guides/en/Bad Name.mdx'), 'x');
    await writeFile(join(folder, '.hidden'), 'x');
    await writeFile(join(root, 'secret'), 'secret');
    await symlink(join(root, 'secret'), join(folder, 'media/secret.jpg'));
    await symlink('/etc', join(folder, 'media/etc'));
    const { folder: read } = await plan();
    expect(read.others).toEqual(['README.md', 'guides/en/Bad Name.mdx', 'media/etc', 'media/secret.jpg']);
    expect([...read.files.keys()]).toEqual([...(await fixtureFiles()).keys()].sort());
  });

  test('a folder that is not there is told', async () => {
    await expect(planImport({ store, folder: join(root, 'nowhere') })).rejects.toThrow('There is no folder');
  });
});

describe('an export', () => {
  beforeEach(async () => {
    await importContent(store, await plan());
    await writeFile(join(folder, 'README.md'), 'read me');
    await git('init', '--quiet');
    await git('add', 'content');
    await git('commit', '--quiet', '-m', 'content');
  });
  const exportTo = async (to = folder) => {
    const planned = await planExport({ store, folder: to });
    await exportContent({ store, folder: to, difference: planned.difference });
    return planned;
  };

  test('into an empty folder gives every text and picture, byte for byte', async () => {
    await exportTo(join(root, 'out'));
    const { files } = await readContentFolder(join(root, 'out'));
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries(await fixtureFiles()));
  });

  test('brings back, changes and removes, and touches nothing else', async () => {
    await rm(join(folder, 'media/places/harbour.jpg'));
    await writeFile(join(folder, guide), 'something else');
    await mkdir(join(folder, 'guides/uk'), { recursive: true });
    await writeFile(join(folder, 'guides/uk/only-here.mdx'), 'x');
    await git('add', '-A', 'content');
    await git('commit', '--quiet', '-m', 'more');
    const { difference, unsaved } = await exportTo();
    expect(difference).toEqual({ added: ['media/places/harbour.jpg'], changed: [guide], removed: ['guides/uk/only-here.mdx'] });
    expect(unsaved).toEqual([]);
    expect(Object.fromEntries((await readContentFolder(folder)).files)).toEqual(Object.fromEntries(await fixtureFiles()));
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('read me');
    expect(existsSync(join(folder, 'guides/uk'))).toBe(false);
  });

  test('names what nobody could bring back: changes that were not committed, files git does not know, a folder it ignores', async () => {
    await writeFile(join(folder, guide), 'not committed');
    await writeFile(join(folder, 'guides/en/unknown.mdx'), 'x');
    await mkdir(join(folder, 'guides/de'), { recursive: true });
    await writeFile(join(folder, 'guides/de/ignored.mdx'), 'x');
    await writeFile(join(root, '.gitignore'), 'content/guides/de/\n');
    const { unsaved } = await planExport({ store, folder });
    expect(unsaved).toEqual(['guides/de/ignored.mdx', 'guides/en/unknown.mdx', guide].sort());
  });

  test('where no repository keeps the folder, whatever would be overwritten or removed counts', async () => {
    const out = join(root, '..', `${root.split('/').at(-1)!}-out`);
    await mkdir(join(out, 'guides/en'), { recursive: true });
    await writeFile(join(out, guide), 'mine');
    expect((await planExport({ store, folder: out })).unsaved).toEqual([guide]);
    await rm(out, { recursive: true });
  });

  test('writes through no link', async () => {
    await rm(join(folder, 'guides'), { recursive: true });
    await mkdir(join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), join(folder, 'guides'));
    await expect(exportTo()).rejects.toThrow('is a link or a file where a folder should be. Nothing was written.');
    expect(await readdir(join(root, 'elsewhere'))).toEqual([]);
  });
});
