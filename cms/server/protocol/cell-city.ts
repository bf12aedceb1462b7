import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections, isCollection, type Collection } from '../../../src/content-model/collections.ts';
import { documentFile, type DocumentName } from '../document.ts';
import type { Person } from '../person.ts';
import { kinds, relations, roles, type Kind, type Relation, type Role } from '../roles.ts';
import type { Status } from '../store/store.ts';
import { createApiCity, type ApiCity } from './api-city.ts';
import { originalText, translationText } from './example-texts.ts';

/** Whoever tries is the same person in every role, so that a document is theirs or not whatever the role. */
export const me = 'u_me';
export const somebody = 'u_somebody';
const desk = 'harbour';

export interface Place {
  name: DocumentName;
  kind: Kind;
  relation: Relation;
  /** The text of its draft. */
  text: string;
}

/**
 * Every kind of document there can be: a document of a desk says so in its fields, which facts, settings and interface texts do not have; settings and
 * interface texts have no translations.
 */
function allPlaces(files: ReadonlyMap<string, string | Buffer>): Place[] {
  const places: Place[] = [];
  for (const collection of collections)
    for (const kind of kinds)
      for (const relation of relations) {
        if (collection === 'facts' && relation === 'desk') continue;
        const slug = `${kind}-${relation}`;
        const lang = kind === 'translation' ? 'nl' : 'en';
        const text = kind === 'translation' ? translationText(collection, slug) : textOf({ collection, slug, relation });
        places.push({ name: { collection, lang, slug }, kind, relation, text });
      }
  const settings = ['topics', 'stages'].map((slug) => ({ collection: 'settings', lang: 'all', slug }) as const);
  const strings = ['en', 'nl'].map((lang) => ({ collection: 'strings', lang, slug: 'interface' }) as const);
  for (const [own, other] of [settings, strings])
    for (const [name, relation] of [
      [own!, 'own'],
      [other!, 'other'],
    ] as const)
      places.push({ name, kind: 'original', relation, text: String(files.get(documentFile(name))) });
  return places;
}

let number = 900;
const textOf = ({ collection, slug, relation }: { collection: Collection; slug: string; relation: Relation }): string =>
  originalText(collection, slug, { desk: relation === 'desk' ? desk : undefined, number: number++ });

export interface CellCity {
  city: ApiCity;
  places: readonly Place[];
  people: Readonly<Record<Role, Person>>;
  makeDraft: (place: Place, status: Status) => Promise<void>;
}

/** A city with a draft of every kind of document there can be, each in review, and somebody who is of every role; for tests. */
export async function cellCity({ files: given, day }: { files: ReadonlyMap<string, string | Buffer>; day: string }): Promise<CellCity> {
  const files = new Map(given);
  const places = allPlaces(files);
  for (const { name, kind, relation } of places)
    if (kind === 'translation' && isCollection(name.collection))
      files.set(documentFile({ ...name, lang: 'en' }), textOf({ collection: name.collection, slug: name.slug, relation }));
  const city = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-cells-')), { files, day });
  const people = Object.fromEntries(roles.map((role) => [role, city.person(role, { id: me, desks: [desk] })])) as Record<Role, Person>;
  async function makeDraft({ name, text, relation }: Place, status: Status): Promise<void> {
    const seen = (await city.store.read([documentFile(name)]))[0]?.revision ?? null;
    await city.store.save({ name, text, seen, by: relation === 'own' ? me : somebody, status });
  }
  for (const place of places) await makeDraft(place, 'pending_review');
  return { city, places, people, makeDraft };
}
