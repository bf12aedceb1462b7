import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { createApiCity, type ApiCity } from '../../server/protocol/api-city.ts';
import { originalText } from '../../server/protocol/example-texts.ts';
import { assetsFor, keepPicture, pictureName } from './chosen-pictures.ts';

let city: ApiCity;
let photo: File;
beforeAll(async () => {
  city = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-chosen-')), { files: await fixtureFiles(), day: fixtureDay });
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#13409f' } })
    .jpeg()
    .toBuffer();
  photo = new File([new Uint8Array(bytes)], 'Фото з Порту (1).JPG', { type: 'image/jpeg' });
});
afterAll(() => city.close());

describe('a picture that was chosen on this device', () => {
  test('gets a name that the model allows, the same for the same picture', async () => {
    expect(await pictureName(photo)).toMatch(/^[a-z0-9][a-z0-9-]*-[0-9a-f]{8}\.jpg$/);
    expect(await pictureName(photo)).toBe(await pictureName(photo));
  });
  test('goes with the text that shows it and with no other', async () => {
    const name = await keepPicture(photo);
    expect(assetsFor(`picture: { file: ${name} }`).map(({ path }) => path)).toEqual([`content/media/${name}`]);
    expect(assetsFor('picture: { file: portraits/ike.svg }')).toEqual([]);
  });
  test('is taken from somebody who may not add pictures to the site, and stored under a name of its own', async () => {
    const contributor = city.person('contributor');
    const name = await keepPicture(photo);
    const raw = originalText('stories', 'x2x3x4', { number: 4711 }).replace(
      'sample: true',
      `sample: true\npicture: { file: ${name}, alt: '', credit: Ike, licence: CC0 }`,
    );
    const path = 'content/stories/en/x2x3x4.mdx';
    const saved = await city.api(contributor, 'persistEntry', { dataFiles: [{ path, raw }], assets: assetsFor(raw) });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    const { data } = (await city.api(contributor, 'unpublishedEntryDataFile', { path })).body as { data: string };
    expect(data).toMatch(/file: [0-9a-f]{16,}\.\w+,/);
    // The form still knows it by its first name, and sends it again.
    const again = await city.api(contributor, 'persistEntry', {
      dataFiles: [{ path, raw: raw.replace('---\n', `---\n_revision: '${saved.body.entries[0]._revision}'\n`) }],
      assets: assetsFor(raw),
    });
    expect(again.status).toBe(200);
    expect(again.body.entries[0]._revision).toBe(saved.body.entries[0]._revision);
  });
});
