import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCmsCity, type CmsCity, type SignedInPerson } from './cms-city.ts';
import { ownHeaders, sendRequest } from './cms-request.ts';
import { limitTable } from '../server/http/limits.ts';

let city: CmsCity;
let editor: SignedInPerson;
/** The limits of every city: what is done here, people at work do. */
beforeAll(async () => {
  city = await startCmsCity({ limits: limitTable });
  editor = await city.signInAs('editor', { lang: 'nl' });
});
afterAll(async () => {
  await city?.close();
});

const path = 'content/guides/en/bicycle.mdx';
const key = { collection: 'guides-en', slug: 'bicycle' };
const site = (address: string) => sendRequest({ origin: city.origin, path: address });
interface Saved {
  entries: { _revision: string; status: string; slug: string }[];
}
async function textOf(): Promise<string> {
  const { body } = await city.api(editor, 'getEntry', { path });
  return (body as { data: string }).data;
}

test('an editor saves, says it is ready and publishes; readers see it, and no cookie', async () => {
  const text = await textOf();
  const saved = await city.api(editor, 'persistEntry', { dataFiles: [{ path, raw: text.replace(/^title: .*$/m, 'title: Two wheels to work') }] });
  expect([saved.status, (saved.body as Saved).entries[0]?.status]).toEqual([200, 'draft']);
  for (const newStatus of ['pending_review', 'pending_publish'])
    expect((await city.api(editor, 'updateUnpublishedEntryStatus', { ...key, newStatus })).status).toBe(200);
  expect((await city.api(editor, 'publishUnpublishedEntry', key)).status).toBe(200);
  await city.parts.publishing.settled();
  const page = await site('/en/guides/bicycle/');
  expect(page.body.includes('Two wheels to work')).toBe(true);
  expect(page.headers['set-cookie']).toBeUndefined();
});

test('a stale save is answered with both versions, in the language of whoever saved', async () => {
  const text = await textOf();
  const save = (title: string) => city.api(editor, 'persistEntry', { dataFiles: [{ path, raw: text.replace(/^title: .*$/m, `title: ${title}`) }] });
  expect((await save('First')).status).toBe(200);
  const late = await save('Second');
  expect(late.status).toBe(409);
  const { error, versions } = late.body as { error: string; versions: { current: { text: string }; sent: string } };
  expect(error).toBe('Iemand anders heeft dit bewaard terwijl je schreef. Er is niets overschreven: vergelijk beide versies.');
  expect([versions.current.text.includes('First'), versions.sent.includes('Second')]).toEqual([true, true]);
});

test('somebody who may not is told so; somebody whose passkey is missing too; a stranger is nobody', async () => {
  const contributor = await city.signInAs('contributor');
  const half = await city.session(editor.person, 'link');
  const send = (by: SignedInPerson | undefined) => city.api(by, 'persistEntry', { dataFiles: [{ path, raw: '---\ntitle: Mine\n---\n' }] });
  expect((await send(contributor)).status).toBe(403);
  expect((await send(half)).status).toBe(403);
  expect((await send(undefined)).status).toBe(401);
  expect((await city.api(editor, 'info', {}, { headers: { Origin: 'https://evil.example' } })).status).toBe(403);
});

test('fifty people who work at once behind one address meet no limit', async () => {
  const people = await Promise.all(Array.from({ length: 50 }, () => city.signInAs('editor')));
  const statuses = await Promise.all(
    people.map(async (person, index) => {
      const answers = [];
      for (let round = 0; round < 4; round++)
        answers.push((await city.api(person, 'info')).status, (await city.ask('/account', { by: person })).status);
      const raw = `---\ntitle: Guide ${index}\n---\n\nText.\n`;
      answers.push((await city.api(person, 'persistEntry', { dataFiles: [{ path: `content/guides/en/of-${index}.mdx`, raw }] })).status);
      return answers;
    }),
  );
  expect([...new Set(statuses.flat())]).toEqual([200]);
});

test('the status page, the health and the log tell of no one', async () => {
  const administrator = await city.signInAs('administrator');
  expect((await city.ask('/status', { by: administrator })).status).toBe(200);
  expect((await city.ask('/status', { by: editor })).status).toBe(403);
  expect(JSON.parse((await city.ask('/health')).body)).toEqual({ ok: true, store: true, disk: true, publisher: true });
  expect(city.logged()).toContain('"route":"/api/v1"');
  expect(city.logged()).not.toMatch(/city\.example|Two wheels|127\.0\.0\.1|doorstep=/);
});

test('asked to stop, it finishes the save that runs, refuses the next request, and keeps what it acknowledged', async () => {
  const { port, host } = new URL(city.cmsOrigin);
  const raw = '---\ntitle: The last one\n---\n\nText.\n';
  const body = JSON.stringify({ action: 'persistEntry', params: { dataFiles: [{ path: 'content/guides/en/last.mdx', raw }] } });
  const headers = { Host: host, ...ownHeaders(city.cmsOrigin), Cookie: editor.cookie, 'Content-Type': 'application/json' };
  const answer = new Promise<number | undefined>((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, path: '/api/v1', method: 'POST', headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sending.on('error', reject);
    // Half of it comes before the server is asked to stop, half of it after.
    sending.write(body.slice(0, 40));
    setTimeout(() => sending.end(body.slice(40)), 600);
  });
  await new Promise((soon) => setTimeout(soon, 300));
  const stopped = city.stop();
  const refused = await city.ask('/sign-in');
  expect([refused.status, refused.headers['retry-after'] !== undefined]).toEqual([503, true]);
  expect(await answer).toBe(200);
  await stopped;
  await expect(city.ask('/sign-in')).rejects.toThrow('ECONNREFUSED');

  city = await startCmsCity({ folder: city.folder });
  const again = await city.signInAs('editor');
  const { body: kept } = await city.api(again, 'unpublishedEntryDataFile', {
    collection: 'guides',
    slug: 'en/last',
    path: 'content/guides/en/last.mdx',
  });
  expect(JSON.stringify(kept)).toContain('The last one');
  expect((await site('/en/guides/bicycle/')).body.includes('Two wheels to work')).toBe(true);
});
