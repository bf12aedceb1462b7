import type { Context, Handler } from 'hono';
import type { StringKey } from '../../../../src/content-model/string-keys.ts';
import type { MainContent } from '../../content/main-content.ts';
import { documentFile, documentKey, documentName, type DocumentName } from '../../document.ts';
import { entryAddress } from '../../editor-address.ts';
import type { Api } from '../../protocol/create-api.ts';
import { textToEdit } from '../../protocol/served-file.ts';
import { Refusal } from '../../refusal.ts';
import type { Status } from '../../store/store.ts';
import { statuses } from '../../store/store.ts';
import { afterwards, type Done } from '../done.ts';
import { readForm, type Form } from '../form.ts';
import type { PagesEnv } from '../visit.ts';
import { entryPage, type NotDone } from './entry-page.ts';
import { problemOfText, type LongProblem } from './long-field.ts';
import { reviewApi, type ReviewApi } from './review-api.ts';

type PageHandler = Handler<PagesEnv>;
type PageContext = Context<PagesEnv>;

export interface EntryPagesInput {
  answer: Api['answer'];
  content: Pick<MainContent, 'current'>;
  siteOrigin: string;
}

/** The document of the address. 404 where there can be none. */
export function nameAt(c: PageContext): DocumentName {
  const { collection = '', lang = '', slug = '' } = c.req.param();
  const wanted = { collection, lang, slug } as DocumentName;
  const found = documentName(documentFile(wanted));
  if (!found || documentKey(found) !== documentKey(wanted)) throw new Refusal(404, 'cms.refused.missing');
  return found;
}

interface Failed {
  form?: Form;
  problems?: readonly LongProblem[];
  notDone?: NotDone;
  status?: 409 | 413 | 422;
}

async function answerPage(c: PageContext, { answer, content, siteOrigin }: EntryPagesInput, { status, ...failed }: Failed = {}) {
  const { visit } = c.var;
  const [review, { graph }] = await Promise.all([reviewApi(answer, visit).review(nameAt(c)), content.current()]);
  return c.html(entryPage({ visit, review, graph, siteOrigin, ...failed }), status ?? 200);
}

export const showEntry =
  (input: EntryPagesInput): PageHandler =>
  (c) =>
    answerPage(c, input);

/** How a refusal reads on the page of the entry, where its sentence was written for the editor. */
const instead: Readonly<Partial<Record<StringKey, StringKey>>> = { 'cms.refused.stale': 'cms.review.changedSince' };

interface Asked {
  api: ReviewApi;
  name: DocumentName;
  form: Form;
  c: PageContext;
}

/** Does what a form of the page asks for, and leads back; where it is refused, the page says why and nothing that was typed is lost. */
const does =
  (
    input: EntryPagesInput,
    { work, problems = () => [] }: { work: (asked: Asked) => Promise<string>; problems?: (form: Form) => LongProblem[] },
  ): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const form = await readForm(c);
    const found = problems(form);
    if (found.length > 0) return answerPage(c, input, { form, problems: found, status: 422 });
    try {
      return c.redirect(await work({ api: reviewApi(input.answer, visit), name: nameAt(c), form, c }), 303);
    } catch (problem) {
      if (!(problem instanceof Refusal) || (problem.status !== 409 && problem.status !== 413 && problem.status !== 422)) throw problem;
      const { key, values, findings, status } = problem;
      return answerPage(c, input, { form, notDone: { sentence: visit.say(instead[key] ?? key, values), findings }, status });
    }
  };

const backTo = ({ c, name }: Asked, done?: Done): string => {
  const { visit } = c.var;
  return done ? afterwards(visit, entryAddress(name), done) : visit.to(entryAddress(name));
};
const isStatus = (text: string): text is Status => (statuses as readonly string[]).includes(text);
const moved: Readonly<Record<Status, Done>> = { draft: 'taken-back', pending_review: 'submitted', pending_publish: 'ready' };

export const changeStatus = (input: EntryPagesInput): PageHandler =>
  does(input, {
    work: async (asked) => {
      const to = asked.form.text('to');
      if (!isStatus(to)) throw new Refusal(422, 'cms.refused.json');
      await asked.api.move(asked.name, to, asked.form.text('revision'));
      return backTo(asked, moved[to]);
    },
  });

export const askForChanges = (input: EntryPagesInput): PageHandler =>
  does(input, {
    problems: (form) => problemOfText('changes', form.text('changes'), 'cms.review.do.ask.missing'),
    work: async (asked) => {
      await asked.api.askForChanges(asked.name, asked.form.text('changes'), asked.form.text('revision'));
      return backTo(asked, 'asked');
    },
  });

export const addNote = (input: EntryPagesInput): PageHandler =>
  does(input, {
    problems: (form) => problemOfText('note', form.text('note'), 'cms.review.notes.missing'),
    work: async (asked) => {
      await asked.api.addNote(asked.name, asked.form.text('note'));
      return `${backTo(asked, 'noted')}#notes`;
    },
  });

export const toggleNote = (input: EntryPagesInput): PageHandler =>
  does(input, {
    work: async (asked) => {
      await asked.api.toggleNote(asked.name, asked.form.text('id'));
      return `${backTo(asked)}#notes`;
    },
  });

export const deleteNote = (input: EntryPagesInput): PageHandler =>
  does(input, {
    work: async (asked) => {
      await asked.api.deleteNote(asked.name, asked.form.text('id'));
      return `${backTo(asked)}#notes`;
    },
  });

export const publish = (input: EntryPagesInput): PageHandler =>
  does(input, {
    work: async (asked) => {
      await asked.api.publish(asked.name, asked.form.text('revision'));
      return asked.c.var.visit.to(`${entryAddress(asked.name)}/published`);
    },
  });

/** The draft takes the place of what is on the site, though that was changed after it was begun: whoever decides so has the difference before them. */
export const keepAllTheSame = (input: EntryPagesInput): PageHandler =>
  does(input, {
    work: async (asked) => {
      const { draft, published } = await asked.api.review(asked.name);
      if (!draft || !published) throw new Refusal(409, 'cms.refused.status');
      if (published.revision !== asked.form.text('published')) throw new Refusal(409, 'cms.refused.stale');
      const text = textToEdit(asked.name, { text: draft.text, revision: asked.form.text('revision') });
      await asked.api.replacePublished(asked.name, { text, base: published.revision });
      return backTo(asked, 'kept');
    },
  });

export const restore = (input: EntryPagesInput): PageHandler =>
  does(input, {
    work: async (asked) => {
      await asked.api.restore(asked.name, asked.c.req.param('revision') ?? '');
      return backTo(asked, 'restored');
    },
  });

export const discard = (input: EntryPagesInput): PageHandler =>
  does(input, {
    work: async (asked) => {
      const { published } = await asked.api.review(asked.name);
      await asked.api.discard(asked.name, asked.form.text('revision'));
      const { visit } = asked.c.var;
      return published ? backTo(asked, 'discarded') : afterwards(visit, '/desk', 'discarded');
    },
  });

export const unpublish = (input: EntryPagesInput): PageHandler =>
  does(input, {
    work: async (asked) => {
      const { names } = await asked.api.planUnpublish(asked.name);
      await asked.api.unpublish(names);
      return backTo(asked, 'unpublished');
    },
  });
