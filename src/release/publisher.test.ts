import { hash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fixtureDay, fixtureFiles, writeFixtureCity } from '../fixture-city/fixture-city.ts';
import { contentOf } from '../graph/content.ts';
import { readContent } from '../graph/read.ts';
import { routes } from '../views/routes.ts';
import type { BaseView } from '../views/view.ts';
import type { Renderer } from './compile.ts';
import { differencesBetween, filesIn } from './equality.ts';
import { Publisher, ReleaseRefused, type Published, type PublishInput } from './publisher.ts';

let home: string;
let content: string;
let out: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'doorstep-publisher-'));
  await mkdir(join(home, 'assets/_astro'), { recursive: true });
  await writeFile(join(home, 'assets/_astro/page.1234.js'), 'one');
  await writeFile(join(home, 'assets/robots.txt'), 'User-agent: *');
});
afterAll(() => rm(home, { recursive: true, force: true }));
beforeEach(async () => {
  content = await mkdtemp(join(home, 'content-'));
  out = await mkdtemp(join(home, 'out-'));
  await writeFixtureCity(content);
});
afterEach(() => Promise.all([rm(content, { recursive: true }), rm(out, { recursive: true })]));

/** The pages that were asked for since they were last looked at. */
const asked: string[] = [];
const askedNow = () => asked.splice(0);
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const whole = ({ lang, head, path }: BaseView) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escape(head.title)}</title></head><body><main id="main" tabindex="-1"><h1>${escape(head.title)}</h1><p>${escape(head.description)} ${path}</p></main></body></html>`;
/** A renderer that shows a view's head; what it answers for an address can be set. */
function fakeRenderer(answers: Record<string, (view: BaseView) => { status: number; html: string }> = {}, codeHash = 'code-1'): Renderer {
  return {
    codeHash,
    assets: join(home, 'assets'),
    render: async (view) => {
      asked.push(view.path);
      const answer = answers[view.path];
      return answer ? answer(view as BaseView) : { status: view.path === '/404' ? 404 : 200, html: whole(view as BaseView) };
    },
  };
}

async function publish({
  renderer = fakeRenderer(),
  into = out,
  ...more
}: { renderer?: Renderer; into?: string } & Partial<PublishInput> = {}): Promise<Published> {
  const { graph } = contentOf(await readContent(content));
  return new Publisher({ renderer, out: into, cache: join(home, 'cache') }).publish({
    graph: graph!,
    day: fixtureDay,
    media: join(content, 'media'),
    ...more,
  });
}
async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(content, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}
const retitle = (title: string) => edit('stories/en/k1d4.mdx', (text) => text.replace(/^title: .*$/m, `title: ${title}`));
const served = () => readlink(join(out, 'site'));
const servedFile = (path: string) => readFile(join(out, 'site', path), 'utf8');
const refusal = async (publishing: Promise<unknown>) => {
  const problem = await publishing.catch((thrown: unknown) => thrown);
  expect(problem).toBeInstanceOf(ReleaseRefused);
  return (problem as ReleaseRefused).problems;
};

describe('a release', () => {
  test('holds every page, picture, redirect, header, asset and search index, and nothing else', async () => {
    const { folder, manifest, pages, written } = await publish();
    expect(written).toBe(pages);
    expect(await filesIn(folder)).toEqual(Object.keys(manifest.files));
    expect(Object.keys(manifest.files)).toEqual(
      expect.arrayContaining([
        '404.html',
        'index.html',
        'en/stories/k1d4/index.html',
        'nl/guides/sign-up/index.html',
        '_headers',
        '_redirects',
        '_astro/page.1234.js',
        'robots.txt',
        'pagefind/ar/pagefind.js',
      ]),
    );
    expect(Object.keys(manifest.files).some((path) => /^media\/[0-9a-f]{16}-portrait/.test(path))).toBe(true);
    expect(await readdir(out)).toEqual(['releases', 'site']);
  });

  test('of unchanged content is none: nothing is rendered, nothing is published', async () => {
    const first = await publish();
    askedNow();
    const again = await publish();
    expect(again).toMatchObject({ changed: false, written: 0, folder: first.folder });
    expect(askedNow()).toEqual([]);
    expect(await readdir(join(out, 'releases'))).toEqual(['000001', '000001.json']);
  });

  test('after a change renders the pages that show it, and takes the others over without copying', async () => {
    const first = await publish();
    askedNow();
    await retitle('The teapot');
    const { folder, manifest } = await publish();
    const rendered = askedNow();
    expect(rendered).toContain('/en/stories/k1d4/');
    expect(rendered).not.toContain('/nl/404/');
    expect(rendered.length).toBeLessThan(Object.keys(first.manifest.files).length / 2);
    const same = 'nl/accessibility/index.html';
    expect((await stat(join(folder, same))).ino).toBe((await stat(join(first.folder, same))).ino);
    expect(manifest.digest).not.toBe(first.manifest.digest);
    expect(await servedFile('en/stories/k1d4/index.html')).toContain('The teapot');
  });

  test('of other code renders every page', async () => {
    const { pages } = await publish();
    expect(await publish({ renderer: fakeRenderer({}, 'code-2') })).toMatchObject({ written: pages, changed: true });
  });

  test('no longer has what is gone', async () => {
    await publish();
    await rm(join(content, 'practices'), { recursive: true });
    const { manifest } = await publish();
    expect(Object.keys(manifest.files).filter((path) => path.includes('harbour-table'))).toEqual([]);
    expect(await filesIn(join(out, 'site'))).not.toContain('en/practices/harbour-table/index.html');
  });

  test('equals a clean one, whatever was published before', async () => {
    await publish();
    await retitle('The teapot');
    await publish({ search: 'keep' });
    await edit('guides/nl/register.mdx', (text) => text.replace('aliases: [sign-up]', 'aliases: [enrol]'));
    const edited = await publish();
    expect(await differencesBetween(edited, await publish({ into: join(home, 'clean') }))).toEqual([]);
    await rm(join(home, 'clean'), { recursive: true });
  });

  test('of one language has its pages, and no other’s', async () => {
    const { manifest } = await publish({ languages: ['nl'] });
    const folders = new Set(Object.keys(manifest.files).map((path) => path.split('/')[0]));
    expect([...folders].filter((name) => ['en', 'nl', 'ar'].includes(name!))).toEqual(['nl']);
    expect(Object.keys(manifest.files).filter((path) => path.startsWith('pagefind/') && !path.startsWith('pagefind/nl/'))).toEqual([]);
  });
});

describe('search', () => {
  test('can stay as it was for a moment, and be brought up to the pages later', async () => {
    const first = await publish();
    await retitle('The teapot');
    const quick = await publish({ search: 'keep' });
    const searchOf = ({ manifest }: Published) => Object.entries(manifest.files).filter(([path]) => path.startsWith('pagefind/'));
    expect(searchOf(quick)).toEqual(searchOf(first));
    const full = await publish();
    expect(full).toMatchObject({ changed: true, written: 0 });
    expect(searchOf(full)).not.toEqual(searchOf(first));
  });
});

describe('the releases', () => {
  test('are swapped in one step: whoever reads finds the site whole at every moment', async () => {
    await publish();
    let reading = true;
    const seen = new Set<string>();
    const reader = (async () => {
      while (reading) {
        seen.add(/<title>(.*?)<\/title>/.exec(await servedFile('en/stories/k1d4/index.html'))![1]!);
        await new Promise(setImmediate);
      }
    })();
    for (const title of ['One', 'Two']) {
      await retitle(title);
      await publish({ search: 'keep' });
    }
    reading = false;
    await reader;
    expect([...seen].every((title) => /kettle|One|Two/.test(title))).toBe(true);
  });

  test('are kept, the last three of them', async () => {
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) {
      await retitle(title);
      await publish({ search: 'keep' });
    }
    expect((await readdir(join(out, 'releases'))).filter((name) => !name.endsWith('.json'))).toEqual(['000003', '000004', '000005']);
    expect(await served()).toBe('releases/000005');
  });

  test('keep the hashed assets of the ones before for pages that are still open, for three releases', async () => {
    const first = await publish();
    const portrait = Object.keys(first.manifest.files).find((path) => /^media\/.*portrait/.test(path))!;
    await rm(join(content, 'media/portraits'), { recursive: true });
    const second = await publish({ search: 'keep' });
    expect(second.manifest.files[portrait]).toBeUndefined();
    expect(await filesIn(second.folder)).toContain(portrait);
    await retitle('Three');
    expect(await filesIn((await publish({ search: 'keep' })).folder)).toContain(portrait);
    await retitle('Four');
    expect(await filesIn((await publish({ search: 'keep' })).folder)).not.toContain(portrait);
  });
});

describe('a crash', () => {
  test('while pages are rendered leaves the served release whole, and nothing lying about', async () => {
    await publish();
    const before = await servedFile('en/stories/k1d4/index.html');
    await retitle('Never seen');
    const broken = fakeRenderer({
      '/en/stories/k1d4/': () => {
        throw new Error('out of memory');
      },
    });
    await expect(publish({ renderer: broken })).rejects.toThrow('out of memory');
    expect(await servedFile('en/stories/k1d4/index.html')).toBe(before);
    expect(await readdir(out)).toEqual(['releases', 'site']);
    expect((await publish()).changed).toBe(true);
    expect(await servedFile('en/stories/k1d4/index.html')).toContain('Never seen');
  });

  test('leaves folders that the next release clears away, but not those of a process that lives', async () => {
    await publish();
    const dead = 4_194_304 + 7;
    for (const name of [`.assembling-${dead}`, `.writing-${dead}`, `.site-${dead}`, `.assembling-${process.ppid}`])
      await mkdir(join(out, name, 'en'), { recursive: true });
    await retitle('After the crash');
    await publish();
    expect((await readdir(out)).sort()).toEqual([`.assembling-${process.ppid}`, 'releases', 'site'].sort());
  });

  test('between assembling and serving leaves a release that is passed over and cleared away', async () => {
    const first = await publish();
    await mkdir(join(out, 'releases/000002/en'), { recursive: true });
    expect(await served()).toBe('releases/000001');
    await retitle('After the crash');
    const next = await publish();
    expect(await served()).toBe('releases/000003');
    expect(next.written).toBeLessThan(first.pages);
    expect(await readdir(join(out, 'releases'))).toEqual(['000001', '000001.json', '000003', '000003.json']);
  });

  test('that took the manifest with it costs a clean build, no more', async () => {
    const first = await publish();
    await writeFile(`${first.folder}.json`, '{"files":');
    expect(await publish()).toMatchObject({ written: first.pages, changed: true });
  });
});

describe('a release is refused, and what is served stays,', () => {
  const story = '/en/stories/k1d4/';
  const noise = Array.from({ length: 6000 }, (_, at) => ((at * 2654435761) >>> 0).toString(36)).join(' ');
  test.each<[string, (view: BaseView) => { status: number; html: string }, RegExp]>([
    ['if a page answers 500', () => ({ status: 500, html: '' }), /^answered with status 500/],
    ['if a page answers 404', () => ({ status: 404, html: '<meta charset="utf-8">' }), /^answered with status 404/],
    [
      'if a page is not well-formed',
      (view) => ({ status: 200, html: whole(view).replace('<p>', '<p><div>') }),
      /^is not well-formed: <\/p> closes nothing/,
    ],
    ['if a page is cut off', (view) => ({ status: 200, html: whole(view).slice(0, -10) }), /^is not a whole page/],
    [
      'if a page is over its budget',
      (view) => ({ status: 200, html: whole(view).replace('<p>', `<p>${noise}`) }),
      /^has \d+ bytes of HTML and CSS, compressed; at most 14336/,
    ],
  ])('%s', async (_, answer, problem) => {
    await publish();
    const link = await served();
    await retitle('Refused');
    const problems = await refusal(publish({ renderer: fakeRenderer({ [story]: answer, '/en/stories/': answer }) }));
    expect(problems).toEqual(expect.arrayContaining([{ path: story, problem: expect.stringMatching(problem) as string }]));
    expect(await served()).toBe(link);
    expect(await readdir(out)).toEqual(['releases', 'site']);
  });

  test('with every problem of every page told at once', async () => {
    const answer = () => ({ status: 500, html: '' });
    const problems = await refusal(publish({ renderer: fakeRenderer({ [story]: answer, '/nl/404/': answer }) }));
    expect(problems.map(({ path }) => path).sort()).toEqual([story, '/nl/404/']);
  });

  test('if the page of a published entry is missing', async () => {
    const paths = vi.spyOn(routes.story, 'paths').mockReturnValue([{ lang: 'en', slug: 'k1d4' }]);
    const problems = await refusal(publish()).finally(() => paths.mockRestore());
    expect(problems).toContainEqual({ path: '/nl/stories/k1d4/', problem: 'is missing, though its entry is published' });
    expect(problems).not.toContainEqual(expect.objectContaining({ path: story }));
  });

  test('if a picture breaks between reading and making it, naming the file', async () => {
    const { graph } = contentOf(await readContent(content));
    await writeFile(join(content, 'media/places/harbour.jpg'), 'no picture');
    const options = { renderer: fakeRenderer(), out, cache: join(home, 'cache-of-none') };
    const problems = await refusal(new Publisher(options).publish({ graph: graph!, day: fixtureDay, media: join(content, 'media') }));
    expect(new Set(problems.map(({ path }) => path))).toEqual(new Set(['media/places/harbour.jpg']));
  });

  test('but not for an entry whose consent ended, that is not published yet, or that has errors: those are left out', async () => {
    await edit('guides/en/bicycle.mdx', (text) => text.replace('voice: resident', 'voice: tourist'));
    const { manifest } = await publish();
    const paths = Object.keys(manifest.files).join('\n');
    expect(paths).not.toMatch(/w3e1|f9u2|bicycle/);
    expect(paths).toContain('guides/register');
  });
});

test('a picture that was cut off while it was copied is left out, and the rest is published', async () => {
  const whole = (await fixtureFiles()).get('media/places/harbour.jpg') as Buffer;
  await publish();
  await writeFile(join(content, 'media/places/harbour.jpg'), whole.subarray(0, 2000));
  const { manifest } = await publish();
  const paths = Object.keys(manifest.files).join('\n');
  for (const bytes of [whole, whole.subarray(0, 2000)]) expect(paths).not.toContain(`media/${hash('sha256', bytes, 'hex').slice(0, 16)}`);
  expect(manifest.files['en/pages/welcome/index.html']).toBeDefined();
});
