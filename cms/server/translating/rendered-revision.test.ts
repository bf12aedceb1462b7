import { describe, expect, test } from 'vitest';
import type { EntryName } from '../../../src/content-model/paths.ts';
import { entryText, revisionOfOriginal } from './entry-text.ts';
import { renderedRevision } from './rendered-revision.ts';

const english: EntryName = { collection: 'guides', lang: 'en', slug: 'bridge' };
const dutch: EntryName = { ...english, lang: 'nl' };
const read = (name: EntryName, text: string) => entryText(name, { text })!;

const originalText = ({ title = 'The bridge', cost = 'Nothing', body = 'Before.\n\n## One\n\nFirst.\n\n## Two\n\nSecond.\n' } = {}) =>
  `---\ntitle: ${title}\nglance: { who: All, cost: ${cost}, time: '5', bring: Shoes }\nkeywords: span\n---\n\n${body}`;
const original = (changes?: Parameters<typeof originalText>[0]) => read(english, originalText(changes));
const hashes = (changes?: Parameters<typeof originalText>[0]) => revisionOfOriginal(english, original(changes));

const translation = (fields: string, body = '') => read(dutch, `---\ntranslates: en\n${fields}---\n\n${body}`);
const body = 'Ervoor.\n\n## Een\n\nEerst.\n\n## Twee\n\nDaarna.\n';
const fields = 'title: De brug\nglance: { who: Allen }\n';
const saying = (revision: Record<string, string>) => `revision: ${JSON.stringify(revision)}\n`;

interface Save {
  before?: ReturnType<typeof translation>;
  after: ReturnType<typeof translation>;
  seen?: ReturnType<typeof original>;
  stillRight?: boolean;
}
const after = ({ before, after, seen = original(), stillRight = false }: Save) =>
  renderedRevision({ collection: 'guides', before, after, seen, stillRight });

describe('a new translation', () => {
  test('renders what is filled in, and nothing else', () => {
    const now = hashes();
    expect(after({ after: translation('title: De brug\n') })).toEqual({ title: now['title'] });
    expect(after({ after: translation(fields, body) })).toEqual(now);
    expect(after({ after: translation('') })).toEqual({});
  });

  test('renders nothing by fields that are empty, or by lists whose items are', () => {
    expect(after({ after: translation("title: ''\nglance: { who: '' }\nvariants: [{}, {}]\n") })).toEqual({});
  });

  test('renders numbers that it leaves to its original', () => {
    const fact: EntryName = { collection: 'facts', lang: 'en', slug: 'rent' };
    const seen = read(fact, '---\ntitle: Rent\nvalue: 420\nunit: euros\n---\n');
    const made = renderedRevision({
      collection: 'facts',
      before: undefined,
      after: read({ ...fact, lang: 'nl' }, '---\ntranslates: en\ntitle: Huur\n---\n'),
      seen,
      stillRight: false,
    });
    expect(Object.keys(made)).toEqual(['title', 'value']);
  });
});

describe('a save', () => {
  const before = translation(fields + saying(hashes()), body);
  const seen = original({ title: 'The new bridge', cost: 'Much', body: 'Before.\n\n## One\n\nFirst, again.\n\n## Two\n\nSecond, again.\n' });
  const now = revisionOfOriginal(english, seen);

  test('in which nothing changes leaves everything as it was said', () => {
    expect(after({ before, after: before, seen })).toEqual(hashes());
  });

  test('counts the field that was changed, and no other', () => {
    const changed = translation(fields.replace('De brug', 'De nieuwe brug') + saying(hashes()), body);
    expect(after({ before, after: changed, seen })).toEqual({ ...hashes(), title: now['title'] });
  });

  test('counts the section that was changed, and no other', () => {
    const changed = translation(fields + saying(hashes()), body.replace('Daarna.', 'Daarna, nog eens.'));
    expect(after({ before, after: changed, seen })).toEqual({ ...hashes(), 'body#two': now['body#two'] });
  });

  test('that changes white space alone changes nothing', () => {
    const changed = translation(fields + saying(hashes()), body.replace('Daarna.', 'Daarna.\n\n'));
    expect(after({ before, after: changed, seen })).toEqual(hashes());
  });

  test('counts the whole body where its sections do not stand beside the original’s', () => {
    const changed = translation(fields + saying(hashes()), 'Alles in een.\n');
    const rendered = after({ before, after: changed, seen });
    expect(rendered).toEqual({ ...hashes(), body: now['body'], 'body#one': now['body#one'], 'body#two': now['body#two'] });
  });

  test('that adds the section that was new in the original counts that section', () => {
    const three = original({ body: 'Before.\n\n## One\n\nFirst.\n\n## New\n\nIn between.\n\n## Two\n\nSecond, again.\n' });
    const changed = translation(fields + saying(hashes()), body.replace('## Twee', '## Nieuw\n\nErtussen.\n\n## Twee'));
    const rendered = after({ before, after: changed, seen: three });
    expect(rendered['body#new']).toBe(revisionOfOriginal(english, three)['body#new']);
    expect(rendered['body#two']).toBe(hashes()['body#two']);
  });

  test('forgets a section that the original has no longer once the body is brought up to date', () => {
    const one = original({ body: 'Before.\n\n## One\n\nFirst.\n' });
    expect(after({ before, after: before, seen: one })).toEqual(hashes());
    const changed = translation(fields + saying(hashes()), 'Ervoor.\n\n## Een\n\nEerst.\n');
    expect(Object.keys(after({ before, after: changed, seen: one }))).not.toContain('body#two');
  });

  test('that empties a field takes back that it was rendered', () => {
    const changed = translation('glance: { who: Allen }\n' + saying(hashes()), body);
    expect(Object.keys(after({ before, after: changed, seen }))).not.toContain('title');
  });

  test('that says that everything is still right counts everything', () => {
    expect(after({ before, after: before, seen, stillRight: true })).toEqual(now);
  });

  test('changes nothing of what is said where what the translator saw is not known', () => {
    const changed = translation('title: Anders\n' + saying(hashes()), body);
    expect(renderedRevision({ collection: 'guides', before, after: changed, seen: undefined, stillRight: true })).toEqual(hashes());
  });
});

test('a summary that is still right says so of what it holds alone', () => {
  const summary = translation('state: summary\ntitle: De brug\n', 'In het kort.\n');
  expect(Object.keys(after({ before: summary, after: summary, stillRight: true }))).toEqual(['title', 'body', 'body#one', 'body#two']);
});
