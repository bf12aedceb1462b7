import { date } from '../../../src/views/site.ts';
import type { StringKey } from '../../../src/content-model/string-keys.ts';
import { entryAddress } from '../editor-address.ts';
import type { Letter } from '../mail/mail.ts';
import type { Words } from '../words.ts';
import type { Due } from './due.ts';
import type { Recipient } from './recipients.ts';

/** More than this nobody reads in a mail. */
const most = 40;

const headings: Readonly<Record<Due['what'], StringKey>> = {
  review: 'cms.reminder.review',
  expired: 'cms.reminder.expired',
  expires: 'cms.reminder.expires',
};
const since: Readonly<Record<Due['what'], StringKey>> = {
  review: 'cms.reminder.review.on',
  expired: 'cms.reminder.expired.on',
  expires: 'cms.reminder.expires.on',
};

export interface ReminderLetterInput {
  recipient: Recipient;
  words: Words;
  site: string;
  /** Whom somebody without an account writes to; undefined where the settings name nobody. */
  contact: string | undefined;
  siteOrigin: string;
  cmsOrigin: string;
  /** When the next one comes: this one is not sent any more then. */
  until: Date;
}

/** The weekly mail to one recipient. Addresses stand on lines of their own, so that every mail program makes links of them, in either direction of writing. */
export function reminderLetter({ recipient, words, site, contact, siteOrigin, cmsOrigin, until }: ReminderLetterInput): Letter {
  const { address, name, lang, hasAccount, due } = recipient;
  const shown = due.slice(0, most);
  const entry = ({ name: document, what, on, title, page }: Due): string => {
    const path = page(lang);
    return [
      title(lang),
      words(since[what], { day: date(lang, on) }),
      ...(path === undefined ? [] : [words('cms.reminder.page'), siteOrigin + encodeURI(path)]),
      words('cms.reminder.entry'),
      cmsOrigin + entryAddress(document),
    ].join('\n');
  };
  const part = (what: Due['what']): string[] => {
    const own = shown.filter((one) => one.what === what);
    return own.length === 0 ? [] : [words(headings[what], { count: own.length }), ...own.map(entry)];
  };
  const answer = contact === undefined ? words('cms.reminder.answer') : contact === address ? '' : words('cms.reminder.write', { contact });
  const paragraphs = [
    words('cms.mail.hello', { name }),
    words('cms.reminder.text', { site }),
    ...(['review', 'expired', 'expires'] as const).flatMap(part),
    ...(due.length > most ? [words('cms.reminder.more', { count: due.length - most }), `${cmsOrigin}/`] : []),
    words('cms.reminder.tick'),
    ...(hasAccount ? [words('cms.reminder.off'), `${cmsOrigin}/account`] : [answer, words('cms.reminder.why', { name, site })]),
  ].filter((paragraph) => paragraph !== '');
  return {
    to: address,
    subject: words('cms.reminder.subject', { site, count: due.length }),
    text: `${paragraphs.join('\n\n')}\n`,
    until: until.toISOString(),
  };
}
