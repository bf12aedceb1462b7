import { expect, test } from 'vitest';
import { smallCity, smallDay, smallMedia, type Changes } from '../../../src/checks/small-city.ts';
import { documentName } from '../document.ts';
import { checkUnpublish } from './check-unpublish.ts';
import { contentInMemory } from './content-in-memory.ts';

async function told(files: readonly string[], changes?: Changes): Promise<string[]> {
  const mainContent = contentInMemory({ texts: smallCity(changes), media: smallMedia }, smallDay);
  const findings = await checkUnpublish({ mainContent, names: files.map((file) => documentName(file)!) });
  return findings.map(({ file, field, found }) => `${file} ${field ?? ''} ${found}`);
}

test('what nothing shows or names can go, and so can what is not there', async () => {
  expect(await told(['practices/en/porto-desk.mdx'])).toEqual([]);
  expect(await told(['guides/en/nothing.mdx'])).toEqual([]);
  expect(await told([])).toEqual([]);
});

test('a fact that pages and the home page show is named by each of them', async () => {
  expect(await told(['facts/en/months-on-the-list.mdx'])).toEqual([
    'guides/en/register.mdx <Fact id> There is no fact called `months-on-the-list`.',
    'pages/en/welcome.mdx blocks[0].facts[0] There is no fact called `months-on-the-list`.',
    'settings/site.yml figures[0] There is no fact called `months-on-the-list`.',
  ]);
});

test('a translation can go alone', async () => {
  expect(await told(['guides/nl/register.mdx'])).toEqual([]);
});

test('an original takes its translations with it', async () => {
  const [first, ...rest] = await told(['guides/en/register.mdx']);
  expect(first).toBe('guides/en/register.mdx  1 translation would be left without this original: guides/nl/register.mdx.');
  expect(rest).toEqual([
    'stories/en/ana.mdx guides[0] There is no guide called `register`.',
    'stories/en/ana.mdx  The link /guides/register/#what-to-bring leads nowhere: there is no guides/…/register.mdx.',
  ]);
});

test('what goes together does not stand in its own way', async () => {
  expect(await told(['guides/en/find-a-room.mdx'])).toHaveLength(2);
  expect(
    await told(['guides/en/register.mdx', 'guides/nl/register.mdx', 'guides/en/find-a-room.mdx', 'stories/en/ana.mdx'], {
      'settings/site.yml': (text) => text.replace('stories: [ana]', 'stories: []'),
    }),
  ).toEqual([]);
});

test('a story at the door and a page in the navigation are named by the settings', async () => {
  expect(await told(['stories/en/ana.mdx'])).toEqual(['settings/site.yml stories[0] There is no story called `ana`.']);
  expect(await told(['pages/en/welcome.mdx'])).toEqual([
    'settings/navigation.yml [2].to There is no page called `welcome`, so the link to it is not shown.',
  ]);
});

test('settings and interface texts that the site cannot do without', async () => {
  expect(await told(['settings/topics.yml'])).toEqual(['settings/topics.yml  The file is missing.']);
  expect(await told(['strings/nl.yml'])).toEqual(['strings/nl.yml  The interface texts of Nederlands (nl) are missing.']);
});

test('what is wrong already does not keep anything from going', async () => {
  const changes: Changes = { 'guides/en/find-a-room.mdx': (text) => text.replace('topics: [housing]', 'topics: [housng]') };
  expect(await told(['practices/en/porto-desk.mdx'], changes)).toEqual([]);
});
