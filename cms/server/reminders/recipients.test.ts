import { expect, test } from 'vitest';
import type { Settings } from '../../../src/content-model/settings.ts';
import type { Due } from './due.ts';
import { recipientsOf, type RecipientsInput } from './recipients.ts';

type Organisation = Settings['organisations'][number];
const organisation = (id: string, more: Partial<Organisation> = {}): Organisation => ({
  id,
  name: `The ${id}`,
  voice: 'official',
  contact: `${id}@city.example`,
  languages: ['nl', 'en'],
  ...more,
});
const due = (slug: string, owner: string, desk?: string): Due => ({
  name: { collection: 'guides', lang: 'en', slug },
  what: 'review',
  on: '2026-11-01',
  owner,
  desk,
  title: () => slug,
  page: () => undefined,
});
const person = (name: string, role: RecipientsInput['people'][number]['role'], more: { desks?: string[]; lang?: string; email?: string } = {}) => ({
  name,
  role,
  email: `${name.toLowerCase()}@people.example`,
  desks: [],
  lang: 'en',
  ...more,
});

const organisations = [
  organisation('city'),
  organisation('library', { languages: ['ar', 'en'] }),
  organisation('club', { contact: '+31 20 555 01 23' }),
  organisation('fair', { contact: undefined }),
];
const ann = person('Ann', 'administrator', { lang: 'de' });
const ed = person('Ed', 'editor');
const tina = person('Tina', 'translator');
const sam = person('Sam', 'student-editor', { desks: ['studies'], lang: 'uk' });
const sue = person('Sue', 'student-editor', { desks: ['housing'] });
const who = (all: Due[], people: RecipientsInput['people'] = [ann, ed, tina, sam, sue], languages = ['en', 'nl', 'de', 'uk', 'ar']) =>
  recipientsOf({ due: all, organisations, people, languages });
const list = (...input: Parameters<typeof who>) =>
  who(...input).recipients.map(({ address, lang, due: own }) => `${address} ${lang}: ${own.map(({ name }) => name.slug).join(' ')}`);

test('each owner gets one mail about everything of theirs, in the first of their languages that the site has', () => {
  const all = [due('a', 'city'), due('b', 'library'), due('c', 'city')];
  expect(list(all)).toEqual(['city@city.example nl: a c', 'library@city.example ar: b']);
  expect(list(all, [ed], ['en', 'uk'])).toEqual(['city@city.example en: a c', 'library@city.example en: b']);
  expect(list([due('a', 'city')], [ed], ['uk'])).toEqual(['city@city.example uk: a']);
});

test('the student editors of its desk get one beside the owner, in their language; those of another desk do not', () => {
  expect(list([due('a', 'city', 'studies')])).toEqual(['city@city.example nl: a', 'sam@people.example uk: a']);
});

test('somebody of the desk who may not publish for it is not asked', () => {
  expect(list([due('a', 'city', 'studies')], [person('Carl', 'contributor', { desks: ['studies'] }), ed])).toEqual(['city@city.example nl: a']);
});

test('where the owner has a telephone number, no contact, or is not known, editors and administrators get it', () => {
  for (const owner of ['club', 'fair', 'gone']) expect(list([due('a', owner)])).toEqual(['ann@people.example de: a', 'ed@people.example en: a']);
});

test('where the owner has no address and the desk has people, these are enough', () => {
  expect(list([due('a', 'club', 'housing')])).toEqual(['sue@people.example en: a']);
});

test('what nobody can be told of is named', () => {
  const { recipients, unreachable } = who([due('a', 'club'), due('b', 'city')], [tina]);
  expect(recipients.map(({ address }) => address)).toEqual(['city@city.example']);
  expect(unreachable.map(({ name }) => name.slug)).toEqual(['a']);
});

test('an address is written to once, however many organisations and people have it, and its person as themselves', () => {
  const both = [organisation('city', { contact: 'Ed@people.example' }), organisation('library', { contact: 'ed@people.example' })];
  const { recipients } = recipientsOf({
    due: [due('a', 'city'), due('b', 'library'), due('c', 'gone')],
    organisations: both,
    people: [ed],
    languages: ['en', 'nl'],
  });
  expect(recipients).toMatchObject([{ name: 'Ed', lang: 'en', hasAccount: true }]);
  expect(recipients[0]!.due.map(({ name }) => name.slug)).toEqual(['a', 'b', 'c']);
});

test('a contact that is more than one address is none', () => {
  const tricked = [organisation('city', { contact: 'a@city.example, b@city.example' })];
  const { unreachable } = recipientsOf({ due: [due('a', 'city')], organisations: tricked, people: [], languages: ['en'] });
  expect(unreachable).toHaveLength(1);
});
