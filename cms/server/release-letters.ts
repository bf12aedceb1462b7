import type { Auth } from './auth/auth.ts';
import type { Mail } from './mail/mail.ts';
import type { Person } from './person.ts';
import type { ReleaseProblem } from './publishing/publishing.ts';
import type { ReleaseNotices } from './publishing/create-publishing.ts';
import { wordsIn, type Languages } from './words.ts';

export interface ReleaseLettersInput {
  auth: Pick<Auth, 'person' | 'people'>;
  mail: Pick<Mail, 'send'>;
  languages: () => Languages;
  siteName: (lang: string) => string;
  cmsOrigin: string;
}

/** More than this nobody reads in a mail; the status page has them all. */
const mostProblems = 20;

const inLine = ({ path, problem, file, line }: ReleaseProblem) => `- ${file ? `${file}${line ? `:${line}` : ''}` : path} ${problem}`.trim();
const listed = (problems: readonly ReleaseProblem[]) =>
  [...problems.slice(0, mostProblems).map(inLine), ...(problems.length > mostProblems ? [`… (${problems.length})`] : [])].join('\n');

/** Tells by mail what became of a release: whoever published what had to be put back, and administrators where none can be made. */
export function releaseLetters({ auth, mail, languages, siteName, cmsOrigin }: ReleaseLettersInput): ReleaseNotices {
  const write = (person: Person, kind: 'refused' | 'failed', parts: (words: ReturnType<typeof wordsIn>) => string[]) => {
    const words = wordsIn(languages(), person.lang);
    const paragraphs = [words('cms.mail.hello', { name: person.name }), ...parts(words)];
    const subject = words(`cms.mail.${kind}.subject`, { site: siteName(person.lang) });
    return mail.send({ to: person.email, subject, text: `${paragraphs.join('\n\n')}\n` });
  };
  return {
    async refused({ person: id, problems }) {
      const person = await auth.person(id);
      if (!person) return;
      await write(person, 'refused', (words) => [words('cms.mail.refused.text'), listed(problems), words('cms.mail.refused.how'), `${cmsOrigin}/`]);
    },
    async failed() {
      const administrators = (await auth.people()).filter(({ role }) => role === 'administrator');
      for (const person of administrators) await write(person, 'failed', (words) => [words('cms.mail.failed.text'), `${cmsOrigin}/status`]);
    },
  };
}
