import type { Segment } from '../mdx/body.ts';
import { forksOf, type ForkBranch, type Variant } from './fork.ts';
import { factView, type FactView } from './fact-view.ts';
import { guideCard, type GuideCard } from './guide-card.ts';
import { leadLinks } from './inner-links.ts';
import { organisationCard, organisationOf, type OrganisationCard } from './organisation-card.ts';
import { personLine, type PersonLine } from './person-line.ts';
import { pictureFor, type PictureUse, type PictureView } from './pictures.ts';
import { quotationMarks, written, type Written } from './quotation.ts';
import type { Reading } from './reading.ts';
import { find, languageName, localise, say, type Site } from './site.ts';

/** What each component shows, as plain data, words of the interface included. */
export interface ComponentProps {
  Callout: { kind: 'note' | 'stop' | 'tip'; title: string };
  Quote: { lang?: string; dir?: 'ltr' | 'rtl'; translation?: Written & { label: string }; by: string; person?: PersonLine };
  Figure: { picture: PictureView; caption: string; credit: string };
  Steps: Record<never, never>;
  Step: { title: string };
  Fork: { show: string; all: string; branches: ForkBranch<ResolvedSegment>[] };
  /** `note` leads to the source in the page's list; where the page has none, `source` says it in place. `late` is said where it had to be checked again. */
  Fact: { text: Written; note?: { id: string; label: string }; source?: string; late?: string };
  Story: PersonLine;
  Guide: GuideCard;
  Phrase: { say: Written; sounds: string; means: string };
  Contact: OrganisationCard & { write: string; helpsIn: string };
  Numbers: { facts: (FactView & { note?: string })[] };
}
export type ResolvedComponent = {
  [Name in keyof ComponentProps]: { component: Name; props: ComponentProps[Name]; children: ResolvedSegment[] };
}[keyof ComponentProps];
export type ResolvedSegment = { html: string } | ResolvedComponent;

export interface BodyInput {
  segments: readonly Segment[];
  /** Whose body it is: its language is that of the words around; a guide brings its variants. */
  entry: { lang: string; data: object };
  /** The language of the page. */
  lang: string;
  /** Whether the page lists the sources of facts, with `noteId()` as ids. */
  notes?: boolean;
}
export interface ResolvedBody {
  segments: ResolvedSegment[];
  pictures: PictureUse[];
  /** Every fact that is shown, once, in the order of the text. */
  facts: FactView[];
}

/** The id of a fact's source in the page's list. Ids of headings have no capitals, so they never clash. */
export const noteId = (slug: string): string => `Fact-${slug}`;

/** A body as a page shows it. A reference to something that is not public leaves its words, where it has any, and is never a dead link. */
export function resolveBody(site: Site, { segments, entry, lang, notes = false }: BodyInput): ResolvedBody {
  const variants = 'variants' in entry.data ? (entry.data.variants as Variant[]) : [];
  const resolver = new Resolver({ site, lang, around: entry.lang }, { variants, notes });
  return { segments: resolver.all(segments), pictures: resolver.pictures, facts: [...resolver.facts.values()] };
}

type Used = Extract<Segment, { component: unknown }>;

/** One class, since the walk keeps one state: the pictures and facts so far. */
class Resolver {
  readonly pictures: PictureUse[] = [];
  readonly facts = new Map<string, FactView>();
  readonly #reading: Reading;
  readonly #variants: readonly Variant[];
  readonly #notes: boolean;

  constructor(reading: Reading, { variants, notes }: { variants: readonly Variant[]; notes: boolean }) {
    this.#reading = reading;
    this.#variants = variants;
    this.#notes = notes;
  }

  all(segments: readonly Segment[]): ResolvedSegment[] {
    const { site, around } = this.#reading;
    return forksOf(segments).flatMap((piece): ResolvedSegment[] => {
      if ('html' in piece) return [{ html: leadLinks(piece.html, this.#reading) }];
      if ('component' in piece) return this.#one(piece);
      const branches = piece.fork.map(({ audience, children }) => ({
        ids: audience,
        label: this.#labelOf(audience),
        children: this.all(children),
      }));
      return [{ component: 'Fork', props: { show: say(site, around, 'fork.show'), all: say(site, around, 'fork.all'), branches }, children: [] }];
    });
  }

  #labelOf(audience: readonly string[]): string {
    const { site, around } = this.#reading;
    const { audiences } = site.graph.settings;
    const names = audience.map(
      (id) =>
        this.#variants.find((variant) => variant.id === id)?.label ?? (localise(site, audiences.find((one) => one.id === id)?.label, around) || id),
    );
    return names.join(around === 'ar' ? '، ' : ', ');
  }

  #one({ component, attributes, children }: Used): ResolvedSegment[] {
    const { site, around } = this.#reading;
    const inside = () => this.all(children);
    const text = (name: string) => attributes[name] ?? '';
    switch (component) {
      case 'Callout': {
        const kind = (attributes['kind'] ?? 'note') as ComponentProps['Callout']['kind'];
        return [{ component, props: { kind, title: attributes['title'] ?? say(site, around, `callout.${kind}`) }, children: inside() }];
      }
      case 'Quote':
        return this.#quote(attributes, inside());
      case 'Figure': {
        const picture = pictureFor(site.graph, { file: text('file'), alt: text('alt') }, 'figure');
        if (!picture) return [];
        this.pictures.push(picture.use);
        const credit = say(site, around, 'figure.credit', { credit: text('credit'), licence: text('licence') });
        return [{ component, props: { picture: picture.view, caption: text('caption'), credit }, children: [] }];
      }
      case 'Steps':
        return [{ component, props: {}, children: inside() }];
      case 'Step':
        return [{ component, props: { title: text('title') }, children: inside() }];
      case 'For':
        return inside();
      case 'Fact':
        return this.#fact(text('id')).map(({ text, source, asOf, slug, expired }) => {
          const place = this.#notes
            ? { note: { id: noteId(slug), label: say(site, around, 'fact.note') } }
            : { source: say(site, around, 'fact.source', { source: source.title, date: asOf }) };
          return { component, props: { text, ...place, ...(expired ? { late: expired } : {}) }, children: [] };
        });
      case 'Story': {
        const group = find(site, 'stories', text('id'));
        if (!group) return [];
        const { line, pictures } = personLine(group, this.#reading);
        this.pictures.push(...pictures);
        return [{ component, props: line, children: [] }];
      }
      case 'Guide': {
        const group = find(site, 'guides', text('id'));
        return group ? [{ component, props: guideCard(group, this.#reading), children: [] }] : [];
      }
      case 'Phrase': {
        const language = attributes['lang'] ?? site.graph.settings.site.localLanguage;
        const sounds = attributes['sounds'] ? say(site, around, 'phrase.sounds', { sounds: attributes['sounds'] }) : '';
        return [{ component, props: { say: written(text('say'), language, around), sounds, means: text('means') }, children: [] }];
      }
      case 'Contact':
        return contactOf(text('id'), this.#reading);
      case 'Numbers': {
        const facts = text('ids')
          .split(',')
          .flatMap((id) => this.#fact(id.trim()))
          .map((fact) => ({ ...fact, ...(this.#notes ? { note: noteId(fact.slug) } : {}) }));
        return facts.length > 0 ? [{ component, props: { facts }, children: [] }] : [];
      }
    }
  }

  #fact(id: string): FactView[] {
    const group = find(this.#reading.site, 'facts', id);
    if (!group) return [];
    const fact = this.facts.get(id) ?? factView(group, this.#reading);
    this.facts.set(id, fact);
    return [fact];
  }

  /** Words from a story belong to its teller: where the story is not public, neither are they. */
  #quote(attributes: Used['attributes'], children: ResolvedSegment[]): ResolvedSegment[] {
    const { site, around } = this.#reading;
    const { lang = around, story, by = '', translation } = attributes;
    const group = story === undefined ? undefined : find(site, 'stories', story);
    if (story !== undefined && !group) return [];
    const person = group && personLine(group, this.#reading);
    this.pictures.push(...(person?.pictures ?? []));
    const { lang: of, dir } = written('', lang, around);
    const label = say(site, around, 'story.from', { language: languageName(around, lang) });
    const props: ComponentProps['Quote'] = {
      ...(of ? { lang: of, dir: dir! } : {}),
      ...(translation && of ? { translation: { text: inMarks(around, translation), label } } : {}),
      by,
      ...(person ? { person: person.line } : {}),
    };
    return [{ component: 'Quote', props, children: betweenMarks(lang, children) }];
  }
}

/** An organisation as a block of its own; nothing where the settings have none of that id. */
export function contactOf(id: string, reading: Reading): Extract<ResolvedSegment, { component: 'Contact' }>[] {
  const organisation = organisationOf(reading, id);
  if (!organisation) return [];
  const { site, around } = reading;
  const card = organisationCard(organisation, reading);
  const helpsIn = card.languages ? say(site, around, 'contact.languages', { languages: card.languages }) : '';
  return [{ component: 'Contact', props: { ...card, write: say(site, around, 'contact.site'), helpsIn }, children: [] }];
}

const inMarks = (lang: string, text: string) => quotationMarks(lang).join(text);

/** Quotation marks just inside the first and the last paragraph of a quote. */
function betweenMarks(lang: string, children: readonly ResolvedSegment[]): ResolvedSegment[] {
  const [open, close] = quotationMarks(lang);
  const last = children.findLastIndex((child) => 'html' in child && child.html.includes('</p>'));
  return children.map((child, index) => {
    if (!('html' in child)) return child;
    let { html } = child;
    if (index === 0) html = html.replace('<p>', `<p>${open}`);
    if (index === last) html = html.replace(/<\/p>(?![\s\S]*<\/p>)/, `${close}</p>`);
    return { html };
  });
}
