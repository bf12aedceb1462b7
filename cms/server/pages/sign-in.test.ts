import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureSource } from '../../../src/fixture-city/fixture-city.ts';
import { tokenIn, withCookies } from '../auth/auth-in-folder.ts';
import { pagesInFolder, signedInAs, type PagesInFolder } from './pages-in-folder.ts';

let city: PagesInFolder;
beforeAll(async () => {
  city = await pagesInFolder({ source: await fixtureSource() });
});
afterAll(() => city[Symbol.asyncDispose]());

const link = async (email: string) => {
  const address = new URL((await city.auth.linkFor(email))!);
  return address.pathname + address.search;
};

test('known and unknown addresses get the same answer, and only the known one a mail', async () => {
  await city.invite('contributor', 'amina@city.example');
  const before = (await city.letters()).length;
  const answers = await Promise.all(['amina@city.example', 'nobody@city.example'].map((email) => city.post('/sign-in', { email })));
  const told = await Promise.all(answers.map(async (answer) => [answer.status, answer.headers.get('location'), await answer.text()]));
  expect(told[0]).toEqual([303, '/sign-in/sent', '']);
  expect(told[1]).toEqual(told[0]);
  expect((await city.letters()).slice(before).map(({ to }) => to)).toEqual(['amina@city.example']);
});

test('what is no address is said at the field, and what was typed stays and is only text', async () => {
  const answer = await city.post('/sign-in', { email: '"><script>alert(1)</script>' });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('<title>To be mended: Sign in · Doorstep Kleinhaven</title>');
  expect(page).toContain('<a href="#email">Write a whole e-mail address, such as name@city.example.</a>');
  expect(page).toMatch(/aria-describedby="email-hint email-problem"\s+aria-invalid="true"/);
  expect(page).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(page).not.toContain('<script>alert');
});

test('opening a mailed link signs nobody in; pressing its button does, once', async () => {
  await city.invite('contributor', 'bo@city.example');
  const path = await link('bo@city.example');
  for (let scanner = 0; scanner < 3; scanner++) {
    const page = await city.get(path);
    expect(page.status).toBe(200);
    expect(page.headers.getSetCookie()).toEqual([]);
  }
  const first = await city.post('/sign-in/redeem', { token: tokenIn(path) });
  expect([first.status, first.headers.get('location')]).toEqual([303, '/']);
  const home = await city.get('/', withCookies(first.headers.getSetCookie()));
  expect(await home.text()).toContain('You are signed in as \u2068bo@city.example\u2069');
  const second = await city.post('/sign-in/redeem', { token: tokenIn(path) });
  expect(second.status).toBe(410);
  expect(second.headers.getSetCookie()).toEqual([]);
});

test.each(['/sign-in/link', '/sign-in/link?token=', '/sign-in/link?token=nonsense', `/sign-in/link?token=${'a'.repeat(600)}`])(
  'the page of a link that opens nothing offers a new one: %s',
  async (path) => {
    const answer = await city.get(path);
    expect(answer.status).toBe(410);
    const page = await answer.text();
    expect(page).toContain('This link no longer works');
    expect(page).toMatch(/<form method="post" action="\/sign-in"/);
  },
);

test('an administrator’s link leads to their passkey, and to nothing else until they have used it', async () => {
  await city.invite('administrator', 'ada@city.example');
  const opened = await city.post('/sign-in/redeem', { token: tokenIn(await link('ada@city.example')) });
  expect(opened.headers.get('location')).toBe('/sign-in/passkey');
  const headers = withCookies(opened.headers.getSetCookie());
  expect(await (await city.get('/sign-in/passkey', headers)).text()).toContain('Set up your passkey');
  for (const path of ['/', '/sign-in']) {
    const answer = await city.get(path, headers);
    expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 303, '/sign-in/passkey']);
  }
  for (const path of ['/account', '/people', '/status'])
    expect((await city.get(path, headers)).headers.get('location')).toBe(`/sign-in/passkey?next=${encodeURIComponent(path)}`);
  for (const path of ['/account', '/people', '/account/sessions/end-all', '/status/go-back'])
    expect([path, (await city.post(path, {}, headers)).status]).toEqual([path, 403]);
});

test('whoever has a passkey is asked for it, not for another one', async () => {
  const { id } = await signedInAs(city, 'editor');
  const page = await (await city.get('/sign-in/passkey', await city.as(id, 'link'))).text();
  expect(page).toContain('data-passkey="use"');
  expect(page).not.toContain('data-passkey="register"');
});

test('signing out ends the session', async () => {
  const { headers } = await signedInAs(city, 'translator');
  const answer = await city.post('/sign-out', {}, headers);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?done=signed-out']);
  expect((await city.get('/account', headers)).headers.get('location')).toBe('/sign-in?next=%2Faccount');
  expect(await (await city.get('/sign-in?done=signed-out')).text()).toContain('You are signed out.');
});

test('whoever is not signed in is led to sign in, in the language they chose, and on from there', async () => {
  expect((await city.get('/')).headers.get('location')).toBe('/sign-in');
  expect((await city.get('/?lang=ar')).headers.get('location')).toBe('/sign-in?lang=ar');
  for (const path of ['/account', '/people', '/people/u_abc/remove', '/status', '/entries/guides/en/register', '/admin/nl/']) {
    expect((await city.get(path)).headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    expect((await city.get(`${path}?lang=ar`)).headers.get('location')).toBe(`/sign-in?lang=ar&next=${encodeURIComponent(path)}`);
  }
});

const next = '/entries/guides/en/register';
const sentOn = `?next=${encodeURIComponent(next)}`;

test('the way in remembers the page that was asked for: form, mail and link, though the link does not say it', async () => {
  await city.invite('contributor', 'dana@city.example');
  expect(await (await city.get(`/sign-in${sentOn}`)).text()).toContain(`action="/sign-in${sentOn}"`);
  const asked = await city.post(`/sign-in${sentOn}`, { email: 'dana@city.example' });
  expect(asked.headers.get('location')).toBe(`/sign-in/sent${sentOn}`);
  expect(await (await city.get(`/sign-in/sent${sentOn}`)).text()).toContain(`href="/sign-in${sentOn}"`);
  const { text } = (await city.letters()).findLast(({ to }) => to === 'dana@city.example')!;
  expect(text).not.toContain('next=');
  const opened = await city.post('/sign-in/redeem', { token: tokenIn(text) });
  expect(opened.headers.get('location')).toBe(next);
});

test('whoever needs their passkey first is led on after it', async () => {
  await city.invite('editor', 'emil@city.example');
  await city.post(`/sign-in${sentOn}`, { email: 'emil@city.example' });
  const { text } = (await city.letters()).findLast(({ to }) => to === 'emil@city.example')!;
  const opened = await city.post('/sign-in/redeem', { token: tokenIn(text) });
  expect(opened.headers.get('location')).toBe(`/sign-in/passkey${sentOn}`);
  const page = await (await city.get(`/sign-in/passkey${sentOn}`, withCookies(opened.headers.getSetCookie()))).text();
  expect(page).toContain(`data-next="${next}"`);
});

test('whoever is signed in already is led on at once', async () => {
  const { headers } = await signedInAs(city, 'translator');
  expect((await city.get(`/sign-in${sentOn}`, headers)).headers.get('location')).toBe(next);
});

test.each(['//evil.example', 'https://evil.example/desk', '/\\evil.example', '/sign-out', 'javascript:alert(1)', '/desk\r\nX: y'])(
  'a link to the sign-in page cannot lead to %j',
  async (bad) => {
    const crafted = `?next=${encodeURIComponent(bad)}`;
    const page = await (await city.get(`/sign-in${crafted}`)).text();
    expect(page).toContain('action="/sign-in"');
    expect(page).toContain('data-next="/"');
    const { headers } = await signedInAs(city, 'translator');
    expect((await city.get(`/sign-in${crafted}`, headers)).headers.get('location')).toBe('/');
    await city.invite('contributor', 'fay@city.example');
    expect((await city.post(`/sign-in${crafted}`, { email: 'fay@city.example' })).headers.get('location')).toBe('/sign-in/sent');
  },
);

test('what is added to a link, or to the form behind it, leads nowhere', async () => {
  await city.invite('contributor', 'gil@city.example');
  const path = await link('gil@city.example');
  expect(await (await city.get(`${path}&next=%2Fpeople`)).text()).toContain('action="/sign-in/redeem">');
  const opened = await city.post('/sign-in/redeem?next=%2Fpeople', { token: tokenIn(path), next: '/people' });
  expect(opened.headers.get('location')).toBe('/');
});

test('a page speaks the language asked for, then the browser’s, then the city’s, and passes on only a choice', async () => {
  const asked = await (await city.get('/sign-in?lang=ar')).text();
  expect(asked).toMatch(/<html lang="ar" dir="rtl">/);
  expect(asked).toContain('action="/sign-in?lang=ar"');
  const browser = await (await city.get('/sign-in', new Headers({ 'accept-language': 'nl-BE,nl;q=0.9' }))).text();
  expect(browser).toMatch(/<html lang="nl" dir="ltr">/);
  expect(browser).toContain('action="/sign-in"');
  expect(await (await city.get('/sign-in?lang=xx')).text()).toContain('<html lang="en"');
});

test('no page holds a script or a style of its own, and none may be kept by a browser', async () => {
  const { headers } = await signedInAs(city, 'administrator');
  for (const path of ['/sign-in', '/sign-in/sent', '/sign-in/link', '/', '/account', '/people', '/status']) {
    const answer = await city.get(path, path.startsWith('/sign-in') ? new Headers() : headers);
    const page = await answer.text();
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?! type="module" src="\/assets\/)/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});

test('what a page loads is there, and its name changes when it does', async () => {
  const page = await (await city.get('/sign-in')).text();
  const files = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!);
  expect(files).toHaveLength(4);
  const style = files.find((file) => file.includes('cms.'))!;
  const css = await (await city.get(style)).text();
  const fonts = [...css.matchAll(/url\(\.(\/fonts\/[\w-]+\.woff2)\)/g)].map((match) => `/assets${match[1]}`);
  expect(fonts).toHaveLength(4);
  for (const file of [...files, ...fonts]) expect([file, (await city.get(file)).status]).toEqual([file, 200]);
  expect(await (await city.get('/assets/sign-13409f.css')).text()).toBe(':root{--blue:#13409f}\n');
  for (const none of ['/assets/sign-xyz.css', '/assets/../server.ts', '/assets/fonts/none.woff2', '/assets/cms.css'])
    expect((await city.get(none)).status).not.toBe(200);
});
