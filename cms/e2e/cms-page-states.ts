import type { ReleaseRecord } from '../server/publishing/publishing.ts';
import { reviewPageStates } from './review-page-states.ts';
import type { ServedPages } from './served-pages.ts';

/** A page in one of its states, and whose cookie shows it. */
export interface CmsPageState {
  state: string;
  path: string;
  cookie?: string;
  /** A form that is sent from the page first, with what is wrong with it. */
  send?: Readonly<Record<string, string>>;
}

const quiet: ReleaseRecord = {
  id: 1,
  state: 'live',
  at: '2026-11-22T09:30:00.000Z',
  day: '2026-11-22',
  release: 'r1',
  changes: [],
  pages: 1240,
  written: 3,
  milliseconds: 900,
  searchMilliseconds: null,
  problems: [],
};

/** Every page of the CMS in every state it can be in, with people of all roles and names of both directions. */
export async function cmsPageStates(city: ServedPages): Promise<CmsPageState[]> {
  const { auth, as, told } = city;
  const someone = async (role: Parameters<typeof auth.invite>[0]['role'], name: string, desks: readonly string[] = []) =>
    (await auth.invite({ email: `${role}@city.example`, name, role, desks, lang: 'en' })).id;
  const cookie = async (person: string, strength: 'link' | 'passkey') => (await as(person, strength)).get('cookie')!;
  const [administrator, editor, student, contributor] = [
    await someone('administrator', 'Marijke de Wit'),
    await someone('editor', 'سلمى الحلبي'),
    await someone('student-editor', 'Chidinma Okafor', ['students']),
    await someone('contributor', 'Оксана'),
  ];
  const { id: fresh } = await auth.invite({ email: 'new@city.example', name: 'Jonas', role: 'editor', desks: [], lang: 'en' });
  const [all, theirs, own] = [await cookie(administrator, 'passkey'), await cookie(student, 'link'), await cookie(contributor, 'link')];
  const [asksForPasskey, registers] = [await cookie(editor, 'passkey').then(() => cookie(editor, 'link')), await cookie(fresh, 'link')];
  const link = new URL((await auth.linkFor('contributor@city.example'))!);

  told.records = [
    {
      ...quiet,
      id: 13,
      state: 'refused',
      at: new Date().toISOString(),
      release: null,
      takenBack: [{ collection: 'guides', lang: 'nl', slug: 'renting-without-being-scammed' }],
      changes: [{ action: 'publish', by: editor, documents: [{ collection: 'guides', lang: 'nl', slug: 'renting-without-being-scammed' }] }],
      problems: [
        {
          path: '/nl/guides/rent/',
          problem: 'The link to “guides/nl/gone” leads nowhere.',
          file: 'guides/nl/renting-without-being-scammed.mdx',
          line: 14,
        },
      ],
    },
    { ...quiet, id: 12, release: 'r12', changes: [{ action: 'media', by: 'u_gone', documents: [] }] },
    { ...quiet, id: 11, release: 'r11' },
  ];
  told.mirror = {
    state: 'refused',
    waiting: 3,
    command: 'git -C /srv/doorstep/.data/repository.git push ssh://git@code.city.example/content.git main',
  };
  told.mails = 2;
  told.free = 1e9;
  const [guide, story] = [
    { collection: 'guides', lang: 'en', slug: 'register' },
    { collection: 'stories', lang: 'uk', slug: 'p7k2m9' },
  ] as const;
  told.state = {
    ...{ waiting: 2, working: true, upToDate: false, searchUpToDate: false },
    queue: [
      { action: 'publish', by: editor, documents: [guide, story], since: '2026-11-22T09:31:00.000Z' },
      { action: 'unpublish', by: administrator, documents: [{ ...guide, slug: 'gone-since' }], since: '2026-11-22T09:32:00.000Z' },
    ],
  };
  told.outbox = { oldest: '2026-11-22T08:00:00.000Z', failing: 2, reason: 'ETIMEDOUT', givenUp: 1 };
  told.weekly = { monday: '2026-11-23', owners: 3, guides: 5, facts: 2, unreachable: 1, last: { at: '2026-11-16T06:00:00.000Z', mails: 2 } };
  told.goingBack = {
    gone: [{ name: guide, title: 'Register with the municipality' }],
    back: [{ name: story, title: 'Чотири коробки й велосипед' }],
    earlier: [{ name: { collection: 'settings', lang: 'all', slug: 'site' }, title: undefined }],
    kept: [{ name: { ...story, lang: 'ar', slug: 'k9s4b7' }, title: 'من حلب إلى الميناء' }],
  };

  return [
    { state: 'sign in', path: '/sign-in' },
    { state: 'signed out', path: '/sign-in?done=signed-out' },
    { state: 'an address that is none', path: '/sign-in', send: { email: 'nobody' } },
    { state: 'link sent', path: '/sign-in/sent' },
    { state: 'link', path: link.pathname + link.search },
    { state: 'late link', path: '/sign-in/link?token=late' },
    { state: 'register a passkey', path: '/sign-in/passkey', cookie: registers },
    { state: 'use the passkey', path: '/sign-in/passkey', cookie: asksForPasskey },
    { state: 'home with warnings', path: '/', cookie: all },
    { state: 'home of a student editor', path: '/', cookie: theirs },
    { state: 'account without a passkey', path: '/account?done=saved', cookie: own },
    { state: 'account', path: '/account', cookie: all },
    { state: 'account without a name', path: '/account', cookie: own, send: { name: '' } },
    { state: 'people', path: '/people?done=invited', cookie: all },
    { state: 'people without a passkey', path: '/people?which=passkey&order=seen', cookie: all },
    { state: 'people, none of them', path: '/people?only=translator', cookie: all },
    { state: 'people, wrong invitation', path: '/people', cookie: all, send: { name: '', email: 'nobody' } },
    { state: 'person', path: `/people/${student}`, cookie: all },
    { state: 'person with a passkey', path: `/people/${editor}`, cookie: all },
    { state: 'remove', path: `/people/${student}/remove`, cookie: all },
    { state: 'status', path: '/status', cookie: all },
    { state: 'go back', path: '/status/go-back?release=r11', cookie: all },
    ...(await reviewPageStates(city, { writer: (await auth.person(contributor))!, editor: (await auth.person(editor))!, cookie: all })),
    { state: 'not allowed', path: '/people', cookie: own },
    { state: 'not there', path: '/nowhere', cookie: own },
  ];
}
