import { html } from 'hono/html';
import type { StringKey } from '../../../../src/content-model/string-keys.ts';
import { directionOf } from '../../../../src/content-model/locales.ts';
import type { DocumentName } from '../../document.ts';
import { isChange, type Change } from '../../review/describe-change.ts';
import type { BlockChange } from '../../review/describe-body.ts';
import type { FieldChange } from '../../review/describe-fields.ts';
import type { Block } from '../../review/page-of-blocks.ts';
import type { Piece } from '../../translating/word-difference.ts';
import type { Markup } from '../markup.ts';
import type { Visit } from '../visit.ts';

const kindNames: Readonly<Partial<Record<Block['kind'], StringKey>>> = {
  heading: 'cms.review.block.heading',
  item: 'cms.review.block.item',
  quote: 'cms.review.block.quote',
  row: 'cms.review.block.row',
  code: 'cms.review.block.code',
};
const marks: Readonly<Partial<Record<BlockChange['kind'], StringKey>>> = {
  new: 'cms.review.block.new',
  gone: 'cms.review.block.gone',
  moved: 'cms.review.block.moved',
  form: 'cms.review.block.form',
};

export interface DifferenceInput {
  visit: Visit;
  name: DocumentName;
  change: Change;
  /** Whether there was nothing before: then everything is shown, and nothing is marked. */
  whole: boolean;
}

/** What is gone is struck through and what is new underlined; screen readers are told in words, since few of them tell `del` and `ins`. */
const piecesOf = ({ say }: Visit, pieces: readonly Piece[]): Markup[] =>
  pieces.map(({ kind, text }) => {
    if (kind === 'same') return html`${text}`;
    const before = html`<span class="vh">[${say(kind === 'new' ? 'cms.review.is.new' : 'cms.review.is.gone')} </span>`;
    const after = html`<span class="vh"> ${say('cms.review.is.end')}]</span>`;
    return kind === 'new' ? html`<ins>${before}${text}${after}</ins>` : html`<del>${before}${text}${after}</del>`;
  });

/** How the marks look, said once above a difference. */
const howMarked = ({ say }: Visit): Markup =>
  html`<p class="hint">
    ${say('cms.review.difference.how')} <ins>${say('cms.review.block.new')}</ins>, <del>${say('cms.review.block.gone')}</del>.
  </p>`;

/** A difference in the words of people, in the language of the text; what is the same is folded away. */
export function differenceView(input: DifferenceInput): Markup {
  const { visit, name, change, whole } = input;
  const { say, lang } = visit;
  if (!isChange(change)) return html`<p>${say('cms.review.difference.none')}</p>`;
  const of = name.collection === 'settings' ? lang : name.lang;
  const tongue = html`lang="${of}" dir="${directionOf(of)}"`;
  const { fields, body } = change;
  const text = whole ? body.map((one) => blockView(visit, { ...one, kind: 'same' })) : folded(body).map((run) => runView(visit, run));
  return html`${whole ? '' : howMarked(visit)}
  ${
    fields.length > 0
      ? html`<h3>${say('cms.review.difference.fields')}</h3>
          <dl class="fields">${fields.map((field) => fieldView(visit, field, { tongue, whole }))}</dl>`
      : ''
  }
  ${
    body.some(({ kind }) => whole || kind !== 'same')
      ? html`<h3>${say('cms.review.difference.body')}</h3>
          <div class="told" ${tongue}>${text}</div>`
      : ''
  }`;
}

function fieldView(visit: Visit, { labels, kind, pieces }: FieldChange, { tongue, whole }: { tongue: Markup; whole: boolean }): Markup {
  const mark = whole || kind === 'changed' ? '' : html` <span class="mark ${kind}">${visit.say(marks[kind]!)}</span>`;
  const value = piecesOf(visit, pieces);
  return html`<div>
    <dt>${labels.join(' › ')}${mark}</dt>
    <dd ${tongue}>${whole || kind === 'changed' ? value : kind === 'new' ? html`<ins>${value}</ins>` : html`<del>${value}</del>`}</dd>
  </div>`;
}

/** Runs of blocks that are the same, and what changed between them. */
function folded(body: readonly BlockChange[]): BlockChange[][] {
  const runs: BlockChange[][] = [];
  for (const change of body) {
    const last = runs.at(-1);
    if (last && last[0]!.kind === 'same' && change.kind === 'same') last.push(change);
    else runs.push([change]);
  }
  return runs;
}

function runView(visit: Visit, run: readonly BlockChange[]): Markup {
  const blocks = run.map((change) => blockView(visit, change));
  if (run[0]!.kind !== 'same') return html`${blocks}`;
  return html`<details class="same">
    <summary lang="${visit.lang}" dir="${visit.dir}">${visit.say('cms.review.difference.same', { count: run.length })}</summary>
    ${blocks}
  </details>`;
}

function blockView(visit: Visit, { kind, block, pieces }: BlockChange): Markup {
  const { say, lang, dir } = visit;
  const key = kindNames[block.kind];
  const where = [...block.within, ...(key ? [say(key)] : [])].join(' › ');
  const mark = marks[kind];
  const text = piecesOf(visit, pieces);
  const about =
    where || mark
      ? html`<span class="about" lang="${lang}" dir="${dir}">${where}${mark ? html` <b class="mark ${kind}">${say(mark)}</b>` : ''}</span>`
      : '';
  return html`<p class="block ${block.kind} ${kind}">
    ${about}${kind === 'new' ? html`<ins>${text}</ins>` : kind === 'gone' ? html`<del>${text}</del>` : text}
  </p>`;
}
