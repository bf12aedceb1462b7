import { isCollection } from '../../../src/content-model/collections.ts';
import { isPublic } from '../../../src/graph/is-public.ts';
import { languageName } from '../../../src/views/site.ts';
import type { Auth } from '../auth/auth.ts';
import { documentKey } from '../document.ts';
import { entryAddress } from '../editor-address.ts';
import type { Letter, Mail } from '../mail/mail.ts';
import type { Person } from '../person.ts';
import type { Call } from '../protocol/action.ts';
import { wordsIn, type Languages } from '../words.ts';
import { addressed, whoIsTold, type LetterKind, type ReviewEvent } from './addressees.ts';
import { documentNames } from './document-names.ts';
import { liveAddress } from './live-address.ts';
import { groupOf, publishedTitle, titleOfText } from './title-of.ts';

export interface ReviewLettersInput {
  auth: Pick<Auth, 'people'>;
  mail: Pick<Mail, 'send'>;
  languages: () => Languages;
  siteName: (lang: string) => string;
  siteOrigin: string;
  cmsOrigin: string;
  now?: () => number;
  /** Gets a sentence for the log, without addresses and texts. */
  tell?: (sentence: string) => void;
}

/** Tells people by mail what others did with their drafts. */
export interface ReviewLetters {
  /** Returns at once. What goes wrong is told to the log alone: the event is durable, and was acknowledged. */
  tell: (event: ReviewEvent, call: Pick<Call, 'rights' | 'mainContent'>) => void;
  /** When the mails of everything told so far are in the outbox. */
  settled: () => Promise<void>;
}

/** Milliseconds for which those who may approve a draft are told of no further note on it. */
const seldomIs = 3_600_000;
/** As much of a title as a subject has room for. */
const mostOfTitle = 80;

const subjects = {
  note: 'cms.review.mail.note.subject',
  changes: 'cms.review.mail.changes.subject',
  review: 'cms.review.mail.review.subject',
  again: 'cms.review.mail.again.subject',
  published: 'cms.review.mail.published.subject',
} as const satisfies Record<LetterKind, string>;
const sentences = {
  note: 'cms.review.mail.note',
  changes: 'cms.review.mail.changes',
  review: 'cms.review.mail.review',
  again: 'cms.review.mail.again',
  published: 'cms.review.mail.published',
} as const satisfies Record<LetterKind, string>;

/** Text of either direction does not move what stands around it (Unicode UAX 9, FSI and PDI). */
const isolated = (text: string) => `\u2068${text}\u2069`;
// eslint-disable-next-line no-control-regex
const plain = (text: string) => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ').trim();
const short = (text: string) => (text.length > mostOfTitle ? `${text.slice(0, mostOfTitle).trimEnd()}…` : text);

export function reviewLetters({
  auth,
  mail,
  languages,
  siteName,
  siteOrigin,
  cmsOrigin,
  now = Date.now,
  tell: log = () => undefined,
}: ReviewLettersInput): ReviewLetters {
  /** When approvers were last told of a note, by draft. */
  const lately = new Map<string, number>();
  const isTooSoon = (key: string): boolean => {
    for (const [draft, at] of lately) if (now() - at >= seldomIs) lately.delete(draft);
    if (lately.has(key)) return true;
    lately.set(key, now());
    return false;
  };

  async function send(event: ReviewEvent, { rights, mainContent }: Pick<Call, 'rights' | 'mainContent'>): Promise<void> {
    const { draft, by } = event;
    const { name } = draft;
    const told = addressed(event);
    if (!told || told.to.length === 0 || (told.seldom && isTooSoon(documentKey(name)))) return;
    const [people, { graph }, day] = await Promise.all([auth.people(), mainContent.current(), mainContent.day()]);
    const group = groupOf(graph, name);
    const live = told.letter === 'published' && (!isCollection(name.collection) || (group !== undefined && isPublic(group, day)));
    const readers = await whoIsTold(told, { people, rights, name, by, isPublic: live });
    const author = people.find(({ id }) => id === by);
    const title = titleOfText(name, draft) ?? publishedTitle(graph, name);
    for (const reader of readers) await mail.send(letterTo(reader)).catch(failed);

    function letterTo(reader: Person): Letter {
      const words = wordsIn(languages(), reader.lang);
      const named = documentNames(words);
      const called = plain(title?.text ?? named.title(name));
      const address = told!.letter === 'published' && live ? liveAddress(name) : undefined;
      const values = { who: isolated(author?.name || words('cms.review.somebody')), title: isolated(called) };
      const paragraphs = [
        words('cms.mail.hello', { name: reader.name }),
        `${words(sentences[told!.letter], values)} (${named.collection(name)}${name.collection === 'settings' ? '' : `, ${languageName(reader.lang, name.lang)}`})`,
        ...('text' in event && event.text ? [plain(event.text)] : []),
        ...(address === undefined ? [] : [words('cms.review.mail.live'), siteOrigin + encodeURI(address)]),
        words('cms.review.mail.open'),
        cmsOrigin + entryAddress(name),
        words('cms.review.mail.off'),
        `${cmsOrigin}/account`,
      ];
      const subject = words(subjects[told!.letter], { site: siteName(reader.lang), title: short(called) });
      return { to: reader.email, subject, text: `${paragraphs.join('\n\n')}\n` };
    }
  }

  const failed = (problem: unknown) =>
    log(`A mail about a draft could not be written (${(problem as { code?: string }).code ?? (problem as Error).name}).`);
  let last: Promise<void> = Promise.resolve();
  return {
    tell(event, call) {
      last = last.then(() => send(event, call)).catch(failed);
    },
    settled: () => last,
  };
}
