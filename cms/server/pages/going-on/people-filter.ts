import { html } from 'hono/html';
import type { StringKey } from '../../../../src/content-model/string-keys.ts';
import type { Auth } from '../../auth/auth.ts';
import { isRole, needsPasskey, roles, type Role } from '../../roles.ts';
import type { Markup } from '../markup.ts';
import { roleNames } from '../rights.ts';
import type { Visit } from '../visit.ts';

export type ListedPerson = Awaited<ReturnType<Auth['people']>>[number];

const whiches = ['all', 'passkey', 'away'] as const;
const orders = ['name', 'seen'] as const;

/** Which of the people are shown, in which order: what stands in the address. */
export interface PeopleFilter {
  role: Role | undefined;
  /** `passkey`: theirs is missing; `away`: they were not here for a long time. */
  which: (typeof whiches)[number];
  order: (typeof orders)[number];
}

/** Milliseconds after which somebody counts as away: an account that nobody uses is one more door. */
const longAway = 90 * 86_400_000;

export const lacksPasskey = ({ role, passkeys }: Pick<ListedPerson, 'role' | 'passkeys'>): boolean => needsPasskey(role) && passkeys === 0;

const isAway = ({ lastSeen }: ListedPerson, now: Date) => lastSeen === null || now.getTime() - Date.parse(lastSeen) > longAway;

const oneOf = <T extends string>(known: readonly [T, ...T[]], text: string | null): T => known.find((one) => one === text) ?? known[0];

/** Reads it from an address; what is none of the choices is the first of them. */
export function filterIn({ searchParams }: URL): PeopleFilter {
  const role = searchParams.get('only') ?? '';
  return { role: isRole(role) ? role : undefined, which: oneOf(whiches, searchParams.get('which')), order: oneOf(orders, searchParams.get('order')) };
}

/** The people that a filter lets through, in its order: by name, or who was here last first. */
export function filtered(
  people: readonly ListedPerson[],
  { role, which, order }: PeopleFilter,
  { lang, now }: { lang: string; now: Date },
): ListedPerson[] {
  const byName = (a: ListedPerson, b: ListedPerson) => (a.name || a.email).localeCompare(b.name || b.email, lang);
  const bySeen = (a: ListedPerson, b: ListedPerson) => (b.lastSeen ?? '').localeCompare(a.lastSeen ?? '', 'en');
  return people
    .filter((person) => role === undefined || person.role === role)
    .filter((person) => which === 'all' || (which === 'passkey' ? lacksPasskey(person) : isAway(person, now)))
    .toSorted((a, b) => (order === 'seen' ? bySeen(a, b) || byName(a, b) : byName(a, b)));
}

const whichNames: Readonly<Record<PeopleFilter['which'], StringKey>> = {
  all: 'cms.going.people.everybody',
  passkey: 'cms.going.people.passkey',
  away: 'cms.going.people.away',
};
const orderNames: Readonly<Record<PeopleFilter['order'], StringKey>> = { name: 'cms.going.people.byName', seen: 'cms.going.people.bySeen' };

interface Select {
  name: string;
  label: StringKey;
  chosen: string;
  choices: readonly { value: string; label: string }[];
}

const select = ({ say }: Visit, { name, label, chosen, choices }: Select): Markup =>
  html`<div>
    <label for="${name}">${say(label)}</label>
    <select id="${name}" name="${name}">
      ${choices.map(({ value, label }) => html`<option value="${value}" ${value === chosen ? html` selected` : ''}>${label}</option>`)}
    </select>
  </div>`;

/** The form that narrows the list: what it shows stands in the address, so it can be bookmarked. */
export function filterForm(visit: Visit, { role, which, order }: PeopleFilter): Markup {
  const { say, url, lang } = visit;
  return html`<form class="filter" action="/people">
    ${url.searchParams.has('lang') ? html`<input type="hidden" name="lang" value="${lang}" />` : ''}
    ${select(visit, {
      name: 'only',
      label: 'cms.person.role',
      chosen: role ?? '',
      choices: [{ value: '', label: say('cms.going.people.allRoles') }, ...roles.map((one) => ({ value: one, label: say(roleNames[one]) }))],
    })}
    ${select(visit, {
      name: 'which',
      label: 'cms.going.people.which',
      chosen: which,
      choices: whiches.map((one) => ({ value: one, label: say(whichNames[one]) })),
    })}
    ${select(visit, {
      name: 'order',
      label: 'cms.going.people.order',
      chosen: order,
      choices: orders.map((one) => ({ value: one, label: say(orderNames[one]) })),
    })}
    <button class="less">${say('cms.going.people.show')}</button>
  </form>`;
}
