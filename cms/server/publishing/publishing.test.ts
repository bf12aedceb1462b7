import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { dataFolder } from '../../../src/release/folders.ts';
import { createPublishingCity, type PublishingCity, type PublishingCityOptions } from './publishing-city.ts';

let home: string;
const open: PublishingCity[] = [];
const options = async () => ({ files: await fixtureFiles(), day: fixtureDay, cache: join(dataFolder(), 'cache') });
/** A city that is published, to begin each test from. */
let published: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'doorstep-publishing-'));
  published = join(home, 'published');
  const first = await createPublishingCity(published, await options());
  await first.publishing.settled('search');
  await first.close();
}, 60_000);
afterAll(() => rm(home, { recursive: true, force: true }));
afterEach(async () => {
  for (const city of open.splice(0)) await city.close();
});
const city = async (more: Partial<PublishingCityOptions> = {}): Promise<PublishingCity> => {
  const folder = await mkdtemp(join(home, 'city-'));
  await cp(published, folder, { recursive: true, verbatimSymlinks: true });
  const made = await createPublishingCity(folder, { ...(await options()), ...more });
  open.push(made);
  await made.publishing.settled('search');
  return made;
};
const story = { collection: 'stories', lang: 'en', slug: 'k1d4' } as const;
const guide = { collection: 'guides', lang: 'en', slug: 'bicycle' } as const;
const page = 'en/stories/k1d4/index.html';
const retitled = (title: string) => (text: string) => text.replace(/^title: .*$/m, `title: ${title}`);
/** So many different words that no page with them fits into its budget. */
const noise = Array.from({ length: 6000 }, (_, at) => ((at * 2654435761) >>> 0).toString(36) + (at % 100 === 99 ? '\n\n' : ' ')).join('');
const tooLong = (text: string) => `${text}\n\n## Much too long\n\n${noise}`;

describe('a publication', () => {
  test('is live, found by search, remembered and listed with who did it', async () => {
    const { publishing, publish, served, store, searchFiles } = await city();
    const searchedBefore = await searchFiles('en');
    await publish(story, retitled('The teapot'), 'u_anna');
    await publishing.settled();
    expect(await served(page)).toContain('The teapot');
    await publishing.settled('search');
    expect(await searchFiles('en')).not.toEqual(searchedBefore);
    const [record] = publishing.records();
    expect(record).toMatchObject({ state: 'live', changes: [{ action: 'publish', by: 'u_anna', documents: [story] }], problems: [] });
    expect(record!.written).toBeLessThan(record!.pages);
    expect(record!.searchMilliseconds).toBeGreaterThan(record!.milliseconds);
    expect((await store.releases())[0]).toMatchObject({ release: record!.release, changes: [{ by: 'u_anna' }] });
    expect(publishing.state()).toMatchObject({ waiting: 0, working: false, upToDate: true });
  });

  test('that comes while another is made goes into the next release, with all that came meanwhile', async () => {
    const { publishing, publish, served, pid } = await city();
    const before = publishing.records().length;
    process.kill(pid()!, 'SIGSTOP');
    await publish(story, retitled('One'));
    await publish(guide, retitled('Two'));
    await publish(story, retitled('Three'));
    process.kill(pid()!, 'SIGCONT');
    await publishing.settled();
    expect(await served(page)).toContain('Three');
    expect(await served('en/guides/bicycle/index.html')).toContain('Two');
    const made = publishing.records().slice(0, publishing.records().length - before);
    expect(made).toHaveLength(2);
    expect(made.flatMap(({ changes }) => changes)).toHaveLength(3);
  });

  test('taken off again is no longer there', async () => {
    const { publishing, store, served } = await city();
    await store.unpublish({ names: [guide], by: 'u_anna', keep: false });
    await publishing.settled();
    await expect(served('en/guides/bicycle/index.html')).rejects.toThrow('ENOENT');
    expect(publishing.records()[0]).toMatchObject({ state: 'live', changes: [{ action: 'unpublish' }] });
  });
});

describe('a release that is refused', () => {
  test('leaves what is up, tells the author file and line, puts the culprit back as a draft, and publishes the others', async () => {
    const { publishing, publish, served, store, refusals } = await city();
    await publish(story, tooLong, 'u_anna');
    await publish(guide, retitled('Two wheels'), 'u_ben');
    await publishing.settled();
    expect(await served(page)).not.toContain('Much too long');
    expect(await served('en/guides/bicycle/index.html')).toContain('Two wheels');
    const refused = publishing.records().find(({ state }) => state === 'refused')!;
    const text = (await store.draft(story))!.text.split('\n');
    const line = text.indexOf('## Much too long') + 1;
    expect(refused.problems).toContainEqual(
      expect.objectContaining({
        path: '/en/stories/k1d4/',
        file: 'stories/en/k1d4.mdx',
        line,
        problem: expect.stringMatching(/at most 14336/) as string,
      }),
    );
    expect(refusals.map(({ person, documents }) => ({ person, documents }))).toEqual([{ person: 'u_anna', documents: [story] }]);
    expect(await store.draft(story)).toMatchObject({
      status: 'draft',
      owner: 'u_anna',
      refused: [expect.stringContaining('stories/en/k1d4.mdx') as string],
    });
    expect(publishing.state()).toMatchObject({ upToDate: true, last: { state: 'live' } });
  });

  test('because an entry has an error names its line, though its page would only be left out', async () => {
    const { publishing, publish, store, refusals } = await city();
    await publish(guide, (text) => text.replace('voice: resident', 'voice: tourist'), 'u_anna');
    await publishing.settled();
    const refused = publishing.records().find(({ state }) => state === 'refused')!;
    expect(refused.problems[0]).toMatchObject({ file: 'guides/en/bicycle.mdx', line: expect.any(Number) as number });
    expect(refusals).toHaveLength(1);
    expect((await store.read(['guides/en/bicycle.mdx']))[0]!.text).toContain('voice: resident');
  });

  test('of something new takes it off again', async () => {
    const { publishing, publish, store } = await city();
    const name = { ...story, slug: 'q7w8' };
    const [old] = await store.read(['stories/en/k1d4.mdx']);
    await publish(name, () => tooLong(old!.text), 'u_anna');
    await publishing.settled();
    expect(await store.read(['stories/en/q7w8.mdx'])).toEqual([]);
    expect(await store.draft(name)).toMatchObject({ base: null });
  });
});

describe('the publisher’s process', () => {
  test('that hangs is ended and started again, and what it was asked for is published', async () => {
    const { publishing, publish, served, pid } = await city({ patience: 5000 });
    const first = pid()!;
    process.kill(first, 'SIGSTOP');
    await publish(story, retitled('After all'));
    await publishing.settled();
    expect(await served(page)).toContain('After all');
    expect(pid()).not.toBe(first);
    expect(publishing.records()[0]).toMatchObject({ state: 'live' });
  });

  test('that dies in a release twice is told as a failure, and the next try brings everything', async () => {
    const { publishing, publish, served, pid, tick, failures } = await city();
    const kill = setInterval(() => {
      const now = pid();
      if (now && existsSync(`/proc/${now}`)) process.kill(now, 'SIGKILL');
    }, 20);
    await publish(story, retitled('After all'), 'u_anna');
    await publishing.settled();
    clearInterval(kill);
    expect(publishing.records()[0]).toMatchObject({ state: 'failed', release: null });
    expect(publishing.state()).toMatchObject({ upToDate: false, waiting: 1 });
    expect(failures).toHaveLength(1);
    tick();
    await expect.poll(() => publishing.state().upToDate, { timeout: 15_000 }).toBe(true);
    expect(await served(page)).toContain('After all');
    expect(publishing.records()[0]).toMatchObject({ state: 'live', changes: [{ by: 'u_anna' }] });
  });

  test('ends with the server', async () => {
    const { pid, publishing } = await city();
    const number = pid()!;
    await publishing.close();
    expect(existsSync(`/proc/${number}`)).toBe(false);
  });
});

test('the publisher’s process ends when the server is killed', async () => {
  const folder = await mkdtemp(join(home, 'city-'));
  await cp(published, folder, { recursive: true, verbatimSymlinks: true });
  const program = join(folder, 'server.ts');
  const { day, cache } = await options();
  await writeFile(
    program,
    `import { createPublishingCity } from '${join(import.meta.dirname, 'publishing-city.ts')}';
     const city = await createPublishingCity('${folder}', { files: new Map(), day: '${day}', cache: '${cache}' });
     await city.publishing.settled();
     process.send(city.pid());`,
  );
  const server = fork(program, { execArgv: [] });
  const publisher = await new Promise<number>((resolve) => server.once('message', (pid) => resolve(Number(pid))));
  expect(existsSync(`/proc/${publisher}`)).toBe(true);
  server.kill('SIGKILL');
  await expect.poll(() => existsSync(`/proc/${publisher}`), { timeout: 5000 }).toBe(false);
});

describe('what is served', () => {
  test('follows the day in the city', async () => {
    const { publishing, served, setDay, tick } = await city();
    expect(existsSync(join(served.folder, page))).toBe(true);
    setDay('2031-01-01');
    tick();
    await expect.poll(() => publishing.records()[0]?.day, { timeout: 15_000 }).toBe('2031-01-01');
    expect(publishing.records()[0]).toMatchObject({ state: 'live', changes: [] });
  });

  test('is brought up to main at start, where a server died between the two; who did it is told from the history', async () => {
    const first = await city();
    await first.publishing.close();
    await first.publish(story, retitled('Acknowledged'), 'u_anna');
    const again = await first.restart();
    await again.settled();
    expect(await first.served(page)).toContain('Acknowledged');
    expect(again.records()[0]).toMatchObject({ state: 'live', changes: [{ action: 'publish', by: 'u_anna', documents: [story] }] });
  });

  test('stays as it is at a start where nothing is new', async () => {
    const first = await city();
    const folders = () => readdir(join(first.data.site, 'releases'));
    const [before, records] = [await folders(), first.publishing.records().length];
    await first.publishing.close();
    const again = await first.restart();
    await again.settled('search');
    expect(await folders()).toEqual(before);
    expect(again.records()).toHaveLength(records);
  });
});

describe('going back', () => {
  test('commits what a release had and publishes that', async () => {
    const { publishing, publish, served, store } = await city();
    await publish(story, retitled('Good'));
    await publishing.settled();
    const good = publishing.records()[0]!.release!;
    await publish(story, retitled('A mistake'));
    await publishing.settled();
    expect(await publishing.rollBackChanges(good)).toEqual({ back: [], gone: [], earlier: [{ name: story, title: 'A mistake' }], kept: [] });
    expect(await publishing.rollBack({ release: good, by: 'u_admin' })).toEqual({ changed: 1 });
    await publishing.settled();
    expect(await served(page)).toContain('Good');
    expect(publishing.records()[0]).toMatchObject({ changes: [{ action: 'roll-back', by: 'u_admin', documents: [story] }] });
    expect((await store.history(story))[0]).toMatchObject({ action: 'roll-back', by: 'u_admin' });
  });

  test('says before what would go and what would come back', async () => {
    const { publishing, publish, store } = await city();
    const release = publishing.records()[0]!.release!;
    const added = { ...guide, slug: 'lamps' };
    const [bicycle] = await store.read(['guides/en/bicycle.mdx']);
    await publish(added, () => bicycle!.text.replace(/^title: .*$/m, 'title: Two lamps'));
    await store.unpublish({ names: [story], by: 'u_admin', keep: false });
    await publishing.settled();
    const [title] = /^title: .*$/m.exec((await store.releaseFiles(release))!.get('stories/en/k1d4.mdx') as string)!;
    expect(await publishing.rollBackChanges(release)).toMatchObject({
      gone: [{ name: added, title: 'Two lamps' }],
      back: [{ name: story, title: title.replace('title: ', '') }],
      earlier: [],
    });
    expect(await store.read(['stories/en/k1d4.mdx'])).toEqual([]);
  });

  test('brings back nobody who took their story back', async () => {
    const { publishing, store } = await city({ mayComeBack: ({ slug }) => slug !== 'k1d4' });
    const release = publishing.records()[0]!.release!;
    await store.unpublish({ names: [story], by: 'u_admin', keep: false });
    await publishing.settled();
    expect(await publishing.rollBackChanges(release)).toEqual({ back: [], gone: [], earlier: [], kept: [] });
    await publishing.rollBack({ release, by: 'u_admin' });
    expect(await store.read(['stories/en/k1d4.mdx'])).toEqual([]);
  });

  test('leaves a story as it is whose consent was changed since', async () => {
    const { publishing, publish, store, served } = await city();
    const release = publishing.records()[0]!.release!;
    await publish(story, (text) => text.replace('until: sample', 'until: 2026-01-01'));
    await publishing.settled();
    expect(await publishing.rollBackChanges(release)).toMatchObject({ earlier: [], kept: [{ name: story }] });
    await publishing.rollBack({ release, by: 'u_admin' });
    await publishing.settled();
    expect((await store.read(['stories/en/k1d4.mdx']))[0]!.text).toContain('until: 2026-01-01');
    await expect(served(page)).rejects.toThrow('ENOENT');
  });

  test('to a release that is not remembered is refused', async () => {
    const { publishing } = await city();
    await expect(publishing.rollBack({ release: '999999', by: 'u_admin' })).rejects.toMatchObject({ status: 404 });
    await expect(publishing.rollBackChanges('999999')).rejects.toMatchObject({ status: 404 });
  });
});

test('nothing of the city is written anywhere but in its folders', async () => {
  const { data } = await city();
  expect((await readdir(data.site)).filter((name) => name.startsWith('.writing') || name.startsWith('.assembling'))).toEqual([]);
  expect(await readFile(join(data.site, '.publisher.lock.pid'), 'utf8')).toMatch(/^\d+$/);
});
