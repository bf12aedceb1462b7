import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentSource } from '../../../src/graph/content-source.ts';
import { createMail } from '../mail/create-mail.ts';
import type { Letter } from '../mail/mail.ts';
import { pagesInFolder, type PagesInFolder } from '../pages/pages-in-folder.ts';
import type { Person } from '../person.ts';
import { createApiCity, type ApiAnswer, type ApiCity } from '../protocol/api-city.ts';
import type { ActionName } from '../protocol/actions.ts';
import { needsPasskey, type Role } from '../roles.ts';
import { reviewLetters, type ReviewLetters } from './review-letters.ts';

/** Somebody who works in the city, with the headers of a session of theirs. */
export interface Colleague {
  person: Person;
  headers: Headers;
}

/** A city with its store, protocol, pages and mails, for tests: all real, but for the publisher's process. */
export interface ReviewCity {
  api: ApiCity;
  pages: PagesInFolder;
  letters: ReviewLetters;
  join: (role: Role, more?: { name?: string; desks?: readonly string[]; lang?: string }) => Promise<Colleague>;
  /** One call of the protocol, as the editor of texts makes it. */
  call: (by: Colleague, action: ActionName, params: unknown) => Promise<ApiAnswer>;
  /** A page as text, with single spaces. */
  page: (by: Colleague, path: string) => Promise<string>;
  /** Letters since this was asked last, oldest first. */
  mails: () => Promise<Letter[]>;
  /** Lets time pass for the letters, in milliseconds. */
  later: (milliseconds: number) => void;
  close: () => Promise<void>;
}

/** What is in the city, and which day it is there. */
export interface ReviewCityInput {
  files: ReadonlyMap<string, string | Buffer>;
  source: ContentSource;
  day: string;
}

export async function reviewCity({ files, source, day }: ReviewCityInput): Promise<ReviewCity> {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-review-'));
  const sent: Letter[] = [];
  let passed = 0;
  const pages = await pagesInFolder({ source, api: (asked) => api.answer(asked) });
  const mail = createMail({ outbox: join(folder, 'letters'), from: 'Doorstep <welcome@city.example>', print: () => undefined });
  const letters = reviewLetters({
    auth: pages.auth,
    mail: { send: async (letter) => mail.send(letter).then(() => void sent.push(letter)) },
    languages: () => strings,
    siteName: (lang) => `Kleinhaven (${lang})`,
    siteOrigin: 'https://city.example',
    cmsOrigin: pages.origin,
    now: () => Date.now() + passed,
  });
  const api = await createApiCity(join(folder, 'city'), { files, day, letters });
  const strings = (await api.mainContent.current()).graph!.strings;
  let people = 0;
  return {
    api,
    pages,
    letters,
    async join(role, { name = role, desks = [], lang = 'en' } = {}) {
      const person = await pages.auth.invite({ email: `${role}-${++people}@city.example`, name, role, desks, lang, unmailed: true });
      api.person(role, { ...person });
      return { person, headers: await pages.as(person.id, needsPasskey(role) ? 'passkey' : 'link') };
    },
    call: ({ person }, action, params) => api.api(person, action, params),
    page: async ({ headers }, path) => (await (await pages.get(path, headers)).text()).replace(/\s+/g, ' '),
    async mails() {
      await letters.settled();
      return sent.splice(0);
    },
    later: (milliseconds) => {
      passed += milliseconds;
    },
    async close() {
      await letters.settled();
      await api.close();
      await pages[Symbol.asyncDispose]();
      await mail.close();
    },
  };
}
