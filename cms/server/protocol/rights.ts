import type { DatabaseSync } from 'node:sqlite';
import { isCollection } from '../../../src/content-model/collections.ts';
import { documentFile, documentName, type DocumentName } from '../document.ts';
import type { Person } from '../person.ts';
import { Refusal } from '../refusal.ts';
import { kinds as allKinds, may, mayWith, relations, type DocumentAction, type Kind, type Relation, type SiteAction } from '../roles.ts';
import type { Draft, Store, StoredFile } from '../store/store.ts';
import { ownerOfPublished } from './owned-documents.ts';
import { createTextKinds, textKind, type TextKind } from './text-kind.ts';

/** A document as it is now, and what it is to somebody: what the role table is asked with. */
export interface Standing {
  name: DocumentName;
  draft: Draft | undefined;
  published: StoredFile | undefined;
  /** Every kind that its draft, its published text and the text to be written have: all of them must be allowed. None where there is no text at all. */
  kinds: readonly Kind[];
  /** Everything that it is to the person: one of them must be allowed. `other` where it is nothing else. */
  relations: () => Promise<readonly Relation[]>;
}

export interface Rights {
  /** `sent` is a text that would take the place of what is there. */
  standing(person: Person, name: DocumentName, sent?: string): Promise<Standing>;
  mayWith(person: Person, action: DocumentAction, standing: Standing): Promise<boolean>;
  /** Throws 403 unless one of the actions is allowed. */
  require(person: Person, actions: DocumentAction | readonly DocumentAction[], standing: Standing): Promise<void>;
  requireSite(person: Person, action: SiteAction): void;
}

const notAllowed = () => new Refusal(403, 'cms.refused.role');

/** Answers what somebody may do with a document, from the table in `roles.ts` and from what git and the database say about it. Nothing of a request counts but the text that is sent. */
export function createRights({ store, database }: { store: Pick<Store, 'draft' | 'read' | 'snapshot'>; database: DatabaseSync }): Rights {
  const kindOf = createTextKinds();
  const languages = createLanguages();

  /** What the originals of an entry say of themselves: published ones in any language, and drafts of this document or of what it translates. */
  async function originals(name: DocumentName, texts: readonly TextKind[]): Promise<TextKind[]> {
    if (!isCollection(name.collection)) return [];
    const { files } = await store.snapshot();
    const { collection, slug } = name;
    const everywhere = languages(files).map((lang) => documentFile({ collection, lang, slug }));
    const published = await store.read(everywhere.filter((path) => files.has(path)));
    const sources = [...new Set(texts.flatMap(({ translates }) => translates ?? []))]
      .map((lang) => documentName(documentFile({ collection, lang, slug })))
      .filter((source) => source !== undefined);
    const drafts = (await Promise.all(sources.map((source) => store.draft(source)))).filter((draft) => draft !== undefined);
    const all = [...texts, ...published.map((file) => kindOf(documentName(file.path)!, file)), ...drafts.map((draft) => kindOf(draft.name, draft))];
    return all.filter(({ kind }) => kind === 'original');
  }

  async function isOfDesks(person: Person, name: DocumentName, texts: readonly TextKind[]): Promise<boolean> {
    const isTheirs = ({ desk }: TextKind) => desk !== undefined && person.desks.includes(desk);
    // What says itself that it is of another desk needs no look at the others.
    if (person.desks.length === 0 || texts.some((text) => text.kind === 'original' && !isTheirs(text))) return false;
    const found = await originals(name, texts);
    return found.length > 0 && found.every(isTheirs);
  }

  function isOwn(person: Person, { name, draft, published, kinds }: Omit<Standing, 'relations'>): boolean {
    if (draft) return draft.owner === person.id;
    const owner = kinds.includes('translation') ? undefined : ownerOfPublished(database, name);
    return published ? owner === person.id : owner === undefined || owner === person.id;
  }

  const rights: Rights = {
    async standing(person, name, sent) {
      const [draft, [published]] = await Promise.all([store.draft(name), store.read([documentFile(name)])]);
      const stored = [draft, published].filter((file) => file !== undefined).map((file) => kindOf(name, file));
      const written = sent === undefined ? [] : [textKind(name, sent)];
      const kinds = [...new Set([...stored, ...written].map(({ kind }) => kind))];
      const described = { name, draft, published, kinds };
      // A text that is new says itself which desk it is for; one that is there has one already, whatever is sent.
      const texts = stored.length > 0 ? stored : written;
      let known: Promise<readonly Relation[]> | undefined;
      const find = async (): Promise<readonly Relation[]> => {
        const own: Relation[] = isOwn(person, described) ? ['own'] : [];
        const desk: Relation[] = (await isOfDesks(person, name, texts)) ? ['desk'] : [];
        const all = [...own, ...desk];
        return all.length > 0 ? all : ['other'];
      };
      return { ...described, relations: () => (known ??= find()) };
    },

    async mayWith({ role }, action, { name: { collection }, kinds, relations: whose }) {
      const allowed = (of: readonly Relation[], every: boolean) => {
        const holds = (kind: Kind) => (relation: Relation) => mayWith(role, action, { collection, kind, relation });
        const ofKind = (kind: Kind) => (every ? of.every(holds(kind)) : of.some(holds(kind)));
        // Of what is not there nothing is known yet: whoever may do it with one kind goes on, and is asked again with the text.
        return kinds.length > 0 ? kinds.every(ofKind) : allKinds.some(ofKind);
      };
      // Most people may do it with everything or with nothing of the kind: then nobody has to look whose it is.
      if (allowed(relations, true)) return true;
      return allowed(relations, false) && allowed(await whose(), false);
    },

    async require(person, actions, standing) {
      for (const one of typeof actions === 'string' ? [actions] : actions) if (await rights.mayWith(person, one, standing)) return;
      throw notAllowed();
    },

    requireSite(person, action) {
      if (!may(person.role, action)) throw notAllowed();
    },
  };
  return rights;
}

/** The languages in which there are entries on `main`. The map of its files is another one whenever it changes. */
function createLanguages(): (files: ReadonlyMap<string, string>) => readonly string[] {
  const known = new WeakMap<ReadonlyMap<string, string>, readonly string[]>();
  return (files) => {
    const found = known.get(files) ?? [...new Set([...files.keys()].flatMap((path) => (path.endsWith('.mdx') ? (path.split('/')[1] ?? []) : [])))];
    known.set(files, found);
    return found;
  };
}
