import { html } from 'hono/html';
import type { Finding } from '../../../../src/content-model/problems.ts';
import type { Graph } from '../../../../src/graph/graph.ts';
import { editorAddress } from '../../editor-address.ts';
import { describeChange } from '../../review/describe-change.ts';
import type { EntryReview } from '../../review/entry-review.ts';
import { liveAddress } from '../../review/live-address.ts';
import { doneNotice } from '../done.ts';
import { emptyForm, type Form } from '../form.ts';
import { isolated, type Markup } from '../markup.ts';
import { moment } from '../moment.ts';
import { shell } from '../shell.ts';
import type { Visit } from '../visit.ts';
import { decisions } from './decisions.ts';
import { differenceView } from './difference-view.ts';
import { changeWords, titleMarkup, titleText, whatItIs } from './entry-words.ts';
import { findingsList } from './findings-view.ts';
import { languagesView } from './languages-view.ts';
import type { LongProblem } from './long-field.ts';
import { notesView } from './notes-view.ts';
import { wayOfEntry } from './way-of-entry.ts';

/** Why something was not done. */
export interface NotDone {
  sentence: string;
  findings: readonly Finding[];
}

export interface EntryPageInput {
  visit: Visit;
  review: EntryReview;
  graph: Graph | null;
  siteOrigin: string;
  /** What was sent from the page and is wrong. */
  form?: Form;
  problems?: readonly LongProblem[];
  notDone?: NotDone;
}

/** Where an entry stands, what can be done with it, what is new in it, what people say about it, in which languages it is there. */
export function entryPage({ visit, review, graph, siteOrigin, form = emptyForm, problems = [], notDone }: EntryPageInput): Markup {
  const { say, to } = visit;
  const { name, title, kind, draft, published } = review;
  const of = (field: string) => ({ say, form, problems: problems.filter((problem) => problem.field === field) });
  const change = describeChange({
    name,
    before: draft ? (published?.text ?? null) : null,
    after: draft?.text ?? published!.text,
    words: changeWords(visit, graph),
  });
  // All texts of the interface at once are nothing that anybody reads.
  const shown = draft !== undefined || name.collection !== 'strings';
  const text = differenceView({ visit, name, change, whole: !draft || !published });
  return shell({
    visit,
    title: titleText(visit, name, title),
    at: `/entries/${name.collection}/${name.lang}/${name.slug}`,
    problem: problems.length > 0 || notDone !== undefined,
    main: html`${doneNotice(visit)}${notDone ? refusedSummary(visit, { review, notDone, graph }) : ''}${problems.length > 0 ? formSummary(visit, problems) : ''}
      <p><a href="${to('/desk')}">${say('cms.review.nav.desk')}</a></p>
      <h1 class="entry-title">${titleMarkup(visit, name, title)}</h1>
      <p class="soft">${whatItIs(visit, name, kind)}</p>
      ${wayOfEntry(visit, review)} ${standing(visit, { review, siteOrigin })}
      <div class="split">
        <div class="stack">${decisions(visit, { review, asking: of('changes') })} ${shown ? differenceSection(visit, { review, text }) : ''}</div>
        <div class="aside stack">${notesView(visit, { review, noting: of('note') })} ${languagesView(visit, review)}</div>
      </div>`,
  });
}

/** What is new in the draft; the whole text where nothing was published, and folded away where nothing is being changed. */
function differenceSection({ say }: Visit, { review: { draft, published }, text }: { review: EntryReview; text: Markup }): Markup {
  const heading = !draft ? 'cms.review.difference.live' : published ? 'cms.review.difference' : 'cms.review.difference.text';
  return html`<section aria-labelledby="difference" class="stack">
    <h2 id="difference">${say(heading)}</h2>
    ${
      draft
        ? text
        : html`<details class="same">
            <summary>${say('cms.review.difference.show')}</summary>
            ${text}
          </details>`
    }
  </section>`;
}

/** Who works on it and since when; what readers see meanwhile. */
function standing(visit: Visit, { review, siteOrigin }: { review: EntryReview; siteOrigin: string }): Markup {
  const { say } = visit;
  const { draft, published, isLive, name } = review;
  const who = (person: string | null) => isolated(person ?? say('cms.review.somebody'));
  const address = isLive ? liveAddress(name) : undefined;
  const live = !published ? 'cms.review.live.not' : !isLive ? 'cms.review.live.later' : draft ? 'cms.review.live.also' : 'cms.review.live.yes';
  return html`<div class="standing">
    ${
      draft
        ? html`<p>
            ${draft.isOwn ? say('cms.review.draft.own') : say('cms.review.draft.by', { who: who(draft.owner) })}
            ${say('cms.review.draft.changed', { who: draft.byServer ? say('cms.change.server') : who(draft.by) })} ${moment(visit, draft.updated)}.
          </p>`
        : ''
    }
    <p>${say(live)}${address ? html` <a href="${siteOrigin}${address}">${say('cms.review.live.see')}</a>` : ''}</p>
    ${
      draft && draft.refused.length > 0
        ? html`<div class="warn">
            <h2>${say('cms.review.refused', { count: draft.refused.length })}</h2>
            <ul>
              ${draft.refused.map((reason) => html`<li lang="en" dir="ltr">${reason}</li>`)}
            </ul>
          </div>`
        : ''
    }
  </div>`;
}

/** What was not done and why; the focus begins there. */
function refusedSummary(visit: Visit, { review, notDone, graph }: { review: EntryReview; notDone: NotDone; graph: Graph | null }): Markup {
  const { say, lang } = visit;
  const { sentence, findings } = notDone;
  return html`<div class="summary" role="alert" tabindex="-1" autofocus>
    <h2>${sentence}</h2>
    ${
      findings.length > 0
        ? html`${findingsList(visit, { findings, of: review.name, graph })}
          ${review.may.write ? html`<p><a href="${editorAddress(review.name, review.kind, review.name.collection === 'settings' ? lang : review.name.lang)}">${say('cms.review.mend')}</a></p>` : ''}`
        : ''
    }
  </div>`;
}

const formSummary = ({ say }: Visit, problems: readonly LongProblem[]): Markup =>
  html`<div class="summary" role="alert" tabindex="-1" autofocus>
    <h2>${say('cms.form.problem', { count: problems.length })}</h2>
    <ul>
      ${problems.map(({ field, key, values }) => html`<li><a href="#${field}">${say(key, values)}</a></li>`)}
    </ul>
  </div>`;
