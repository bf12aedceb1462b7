import { expect, test } from 'vitest';
import { readCmsEnvironment } from './environment.ts';

test('nothing need be set', () => {
  expect(readCmsEnvironment({ PORT: '' })).toMatchObject({
    PORT: 4321,
    CMS_PORT: 4322,
    HOST: 'localhost',
    DOORSTEP_CMS_DATA: '.data',
    TRUST_PROXY: '0',
  });
});

test('everything that is wrong is told at once: the variable, what was found, what is wanted', () => {
  expect(() => readCmsEnvironment({ PORT: 'x', CMS_ORIGIN: 'https://cms.city.example/admin', ADMIN_EMAIL: 'me' })).toThrow(
    [
      'The environment needs a change before the server can run:',
      '  PORT: found "x"; wanted the port of the site: a whole number from 0 to 65535, such as 4321.',
      '  CMS_ORIGIN: found "https://cms.city.example/admin"; wanted the address of the editor without a path, on another host than the site, such as https://cms.city.example.',
      '  ADMIN_EMAIL: found "me"; wanted the e-mail address of the first administrator.',
    ].join('\n'),
  );
});

test('a secret that is wrong is not shown', () => {
  expect(() => readCmsEnvironment({ SECRET: 'hunter2', SMTP_URL: 'http://user:hunter2@mail' })).toThrow(/^(?!.*hunter2)[\s\S]*SECRET[\s\S]*SMTP_URL/);
});

test('a remote cannot be an option of git', () => {
  expect(() => readCmsEnvironment({ CONTENT_REMOTE: '--upload-pack=x' })).toThrow('CONTENT_REMOTE');
});
