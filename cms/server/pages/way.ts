import { html } from 'hono/html';
import type { StringKey } from '../../../src/content-model/string-keys.ts';
import type { Markup } from './markup.ts';
import type { Visit } from './visit.ts';

const stops = ['address', 'mail', 'passkey', 'in'] as const;
type Stop = (typeof stops)[number];
const labels: Readonly<Record<Stop, StringKey>> = {
  address: 'cms.way.address',
  mail: 'cms.way.mail',
  passkey: 'cms.way.passkey',
  in: 'cms.way.in',
};

/** The way in as a line with its stops, like the lines of the site: what is behind, where one is, what comes. The passkey is a stop only for those whose role has one. */
export function wayIn({ say }: Visit, at: Stop): Markup {
  const shown = stops.filter((stop) => stop !== 'passkey' || at === 'passkey');
  const here = shown.indexOf(at);
  return html`<ol class="way" aria-label="${say('cms.way')}">
    ${shown.map(
      (stop, index) =>
        html`<li class="${index < here ? 'past' : index > here ? 'ahead' : 'here'}" ${index === here ? html` aria-current="step"` : ''}>
          ${say(labels[stop])}
        </li>`,
    )}
  </ol>`;
}
