import { html } from 'hono/html';
import type { Finding } from '../../../../src/content-model/problems.ts';
import type { Graph } from '../../../../src/graph/graph.ts';
import { shownFindings, type ShownFinding } from '../../checks/shown-findings.ts';
import { documentFile, documentName, type DocumentName } from '../../document.ts';
import { entryAddress } from '../../editor-address.ts';
import { publishedTitle } from '../../review/title-of.ts';
import type { Markup } from '../markup.ts';
import type { Visit } from '../visit.ts';
import { titleMarkup } from './entry-words.ts';

export interface FindingsInput {
  findings: readonly Finding[];
  /** The document that the page is about: what stands in it needs no name. */
  of: DocumentName;
  graph: Graph | null;
}

/** What is wrong with texts: where, what was found, the rule, what to do. */
export function findingsList(visit: Visit, { findings, of, graph }: FindingsInput): Markup {
  const { say, lang, dir } = visit;
  const english = html`lang="en" dir="ltr"`;
  const own = html`lang="${lang}" dir="${dir}"`;
  return html`<ul class="findings">
    ${shownFindings(findings, { lang, words: say }).map((finding, at) => {
      // Some checks have sentences in English only.
      const tongue = findings[at] && !findings[at].said ? english : own;
      return html`<li>
        <p>${place(visit, { finding, of, graph })}</p>
        <span ${tongue}>${finding.found}</span>
        <span class="soft" ${tongue}>${finding.rule}</span>
        <span ${tongue}>${finding.fix}</span>
      </li>`;
    })}
  </ul>`;
}

/** Where it stands: in which other text, in which field; by its line where it is in no field. */
function place(visit: Visit, { finding, of, graph }: { finding: ShownFinding; of: DocumentName; graph: Graph | null }): Markup {
  const { file, line, label } = finding;
  const name = documentName(file);
  const isOther = name && file !== documentFile(of);
  const where = isOther
    ? html`<a href="${visit.to(entryAddress(name))}">${titleMarkup(visit, name, publishedTitle(graph, name))}</a> `
    : name
      ? ''
      : html`<code dir="ltr">${file}</code> `;
  return html`${where}${label ? html`<b>${label}</b>` : line ? html`<b>${visit.say('cms.review.line', { line })}</b>` : ''}`;
}
