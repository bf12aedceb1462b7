import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collections, type Collection } from '../../src/content-model/collections.ts';
import { fixtureDay, fixtureFiles, fixtureSource } from '../../src/fixture-city/fixture-city.ts';
import { routes } from '../../src/views/routes.ts';
import { siteOn } from '../../src/views/site.ts';
import { createEntryFormat } from '../admin/format/entry-format.ts';
import { formTree } from '../admin/format/form-tree.ts';
import { createSettingsFormat, createStringsFormat } from '../admin/format/settings-format.ts';
import { createApiCity, type ApiCity } from '../server/protocol/api-city.ts';
import type { ReferenceLists } from '../server/protocol/references.ts';
import { mayWith, relations, roles, type Kind, type Role } from '../server/roles.ts';
import type { DecapConfig, FileCollection, FolderCollection } from './decap-config.ts';
import { configsOf } from './configs-of.ts';
import { valuesFor, type Filling } from './form-values.ts';

let city: ApiCity;
let configs: ReturnType<typeof configsOf>;
let lists: ReferenceLists;
beforeAll(async () => {
  city = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-round-trip-')), { files: await fixtureFiles(), day: fixtureDay });
  configs = configsOf(await fixtureSource());
  lists = (await city.api(city.person('editor'), 'listReferences', { lang: 'en' })).body;
});
afterAll(() => city.close());

const fillings: readonly Filling[] = ['least', 'ordinary', 'most'];
const desks = ['harbour'];
const writes = (role: Role, collection: Collection, kind: Kind) =>
  relations.some((relation) => mayWith(role, 'write', { collection, kind, relation }));
/** Every collection filled in every way by whoever may write it first, and in the ordinary way by everybody else who may: the form is the same. */
const casesOf = (kind: Kind) =>
  collections.flatMap((collection) =>
    roles
      .filter((role) => writes(role, collection, kind))
      .flatMap((role, at) => (at === 0 ? fillings : (['ordinary'] as const)).map((filling) => ({ collection, role, filling }))),
  );

const known = (kind: string) => lists[kind as keyof ReferenceLists].map(({ id }) => id);
const folderOf = (config: DecapConfig, name: string) => config.collections.find((one) => one.name === name) as FolderCollection;
let number = 5000;

/** What no single field can know: what nobody else has, and what follows from another field. */
function sensible(values: Record<string, unknown>, slug: string): Record<string, unknown> {
  const { variants, consent } = values as { variants?: object[]; consent?: object };
  return {
    ...values,
    ...('number' in values && { number: number++ }),
    ...('aliases' in values && { aliases: [`${slug}-before`] }),
    ...(variants && { variants: variants.map((variant, at) => ({ ...variant, id: `variant-${at}` })) }),
    ...(consent && 'portrait' in values && { consent: { ...consent, scopes: ['site', 'portrait'] } }),
  };
}

const errorsIn = (findings: readonly { severity: string }[] = []) => findings.filter(({ severity }) => severity === 'error');

async function publish(collection: string, slug: string) {
  const editor = city.person('administrator');
  const ready = await city.api(editor, 'updateUnpublishedEntryStatus', { collection, slug, newStatus: 'pending_publish' });
  expect(ready.status, JSON.stringify(ready.body)).toBe(200);
  const published = await city.api(editor, 'publishUnpublishedEntry', { collection, slug });
  expect(published.status, JSON.stringify(published.body)).toBe(200);
}

const shown = { stories: 'story', guides: 'guide', pages: 'page', practices: 'practice' } as const;

/** The page that readers get of an entry, in every language. */
async function renders(collection: Collection, slug: string) {
  const { graph, findings } = await city.mainContent.current();
  expect(findings.filter(({ file, severity }) => file.includes(slug) && severity === 'error')).toEqual([]);
  const site = siteOn(graph!, fixtureDay);
  expect(site.graph.groups[collection].has(slug)).toBe(true);
  if (collection === 'facts') return;
  const { view } = routes[shown[collection]] as { view: (of: typeof site, params: Record<string, string>) => { head: { title: string } } };
  for (const lang of graph!.languages) expect(view(site, { lang, slug }).head.title).not.toBe('');
}

describe('what a form lets through the server takes, and the site shows', () => {
  test.each(casesOf('original'))('$collection, written by a $role, filled in with the $filling', async ({ collection, role, filling }) => {
    const config = configs(role, 'en', desks);
    const format = createEntryFormat(() => formTree([...config.collections]));
    const { fields, folder, name } = folderOf(config, `${collection}-en`);
    const author = city.person(role, { desks });
    const title = `About ${role} ${filling}`;
    const { slug } = (await city.api(author, 'newSlug', { collection, lang: 'en', title })).body;
    const values = sensible(valuesFor(fields, { filling, known, day: fixtureDay }), slug);
    const saved = await city.api(author, 'persistEntry', { dataFiles: [{ path: `${folder}/${slug}.mdx`, raw: format.toFile(values) }], assets: [] });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect(errorsIn(saved.body.findings)).toEqual([]);

    // What comes back is what was entered.
    const { data } = (await city.api(author, 'unpublishedEntryDataFile', { path: `${folder}/${slug}.mdx` })).body;
    expect(format.fromFile(data)).toMatchObject(JSON.parse(JSON.stringify(values)));

    await publish(name, slug);
    await renders(collection, slug);
  });

  test.each(casesOf('translation'))(
    'a translation in $collection, written by a $role, filled in with the $filling',
    async ({ collection, role, filling }) => {
      const config = configs('administrator', 'en');
      const format = createEntryFormat(() => formTree([...config.collections]));
      const original = folderOf(config, `${collection}-en`);
      const editor = city.person('administrator');
      const { slug } = (await city.api(editor, 'newSlug', { collection, lang: 'en', title: `To translate ${role} ${filling}` })).body;
      const given = { filling: 'most' as const, known, day: fixtureDay };
      const values = { ...sensible(valuesFor(original.fields, given), slug), desk: 'harbour' };
      expect(
        (await city.api(editor, 'persistEntry', { dataFiles: [{ path: `${original.folder}/${slug}.mdx`, raw: format.toFile(values) }] })).status,
      ).toBe(200);
      await publish(original.name, slug);

      const { fields, folder, name } = folderOf(configs(role, 'nl', desks), `${collection}-nl-translations`);
      const translator = city.person(role, { desks });
      const translated = { translates: 'en', ...valuesFor(fields, { filling, known, day: fixtureDay }) };
      const saved = await city.api(translator, 'persistEntry', { dataFiles: [{ path: `${folder}/${slug}.mdx`, raw: format.toFile(translated) }] });
      expect(saved.status, JSON.stringify(saved.body)).toBe(200);
      expect(errorsIn(saved.body.findings)).toEqual([]);
      await publish(name, slug);
      await renders(collection, slug);
    },
  );
});

describe('what is begun', () => {
  test.each(collections.map((collection) => ({ collection })))('of $collection a title alone is kept', async ({ collection }) => {
    const config = configs('editor', 'en');
    const { folder } = folderOf(config, `${collection}-en`);
    const format = createEntryFormat(() => formTree([...config.collections]));
    const author = city.person('editor');
    const { slug } = (await city.api(author, 'newSlug', { collection, lang: 'en', title: 'Begun' })).body;
    const saved = await city.api(author, 'persistEntry', { dataFiles: [{ path: `${folder}/${slug}.mdx`, raw: format.toFile({ title: 'Begun' }) }] });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect(saved.body.findings.length).toBeGreaterThan(0);
  });
});

describe('settings and interface texts', () => {
  const files = ['topics', 'audiences', 'stages', 'organisations', 'desks', 'navigation', 'site'];
  test.each(files)('settings/%s with one more of everything is taken', async (file) => {
    const config = configs('administrator', 'en');
    const format = createSettingsFormat(() => formTree([...config.collections]));
    const { files: forms } = config.collections.find(({ name }) => name === 'settings') as FileCollection;
    const { fields, file: path } = forms.find(({ name }) => name === file)!;
    const author = city.person('administrator');
    const { data } = (await city.api(author, 'getEntry', { path })).body;
    const before = format.fromFile(data);
    const more = valuesFor(fields, { filling: 'most', known, day: fixtureDay });
    // What names the site and its languages stays; a list gets one item more.
    const stays = ['languages', 'defaultLanguage', 'localLanguage', 'timeZone', 'origin', 'cmsOrigin'];
    const after =
      'items' in before
        ? { ...before, items: [...(before['items'] as unknown[]), (more['items'] as unknown[])[0]] }
        : { ...before, ...Object.fromEntries(Object.entries(more).filter(([name]) => !stays.includes(name))) };
    const saved = await city.api(author, 'persistEntry', { dataFiles: [{ path, raw: format.toFile(after) }] });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect(errorsIn(saved.body.findings)).toEqual([]);
    await publish('settings', file);
    expect(
      (await city.mainContent.current()).findings.filter((finding) => finding.file === `settings/${file}.yml` && finding.severity === 'error'),
    ).toEqual([]);
  });
  test('a changed text of the interface is taken', async () => {
    const format = createStringsFormat(() => new Map());
    const author = city.person('editor');
    const path = 'content/strings/en.yml';
    const before = format.fromFile((await city.api(author, 'getEntry', { path })).body.data) as { texts: Record<string, unknown> };
    const after = { ...before, texts: { ...before.texts, 'guides.title': 'Guides: "how to" #1' } };
    const saved = await city.api(author, 'persistEntry', { dataFiles: [{ path, raw: format.toFile(after) }] });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect(errorsIn(saved.body.findings)).toEqual([]);
  });
});
