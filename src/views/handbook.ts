import { componentNames, component, type ComponentName } from '../mdx/components.ts';
import { examples } from '../mdx/examples.ts';
import { parseBody } from '../mdx/body.ts';
import { resolveBody, type ResolvedBody, type ResolvedSegment } from './body.ts';
import type { SourceItem } from './colophon.ts';
import { sourcesOf } from './colophon.ts';
import { frame } from './frame.ts';
import type { Route } from './routes.ts';
import { say, type Site } from './site.ts';
import { onceEach } from './whole-text.ts';
import type { BaseView } from './view.ts';

/** What a writer types, and what readers get. */
export interface ExampleView {
  name: string;
  mdx: string;
  segments: ResolvedSegment[];
}

/** One component: what it is for, what can be said in it, each of its states. */
export interface ComponentDemo {
  name: ComponentName;
  label: string;
  hint: string;
  attributes: { name: string; required: boolean; hint: string; choices: string[] }[];
  examples: ExampleView[];
}

export interface HandbookView extends BaseView<'handbook'> {
  title: string;
  lede: string;
  /** The handbook is written in one language. */
  text: { lang: string; dir: 'ltr' };
  demos: ComponentDemo[];
  sources: { title: string; items: SourceItem[] };
}

/** The language in which the handbook is written. */
const written = 'en';

function view(site: Site, lang: string): HandbookView {
  const { languages } = site.graph;
  const around = languages.includes(written) ? written : lang;
  const made = demosOf(site, { lang, around });
  const resolved = made.flatMap(({ bodies }) => bodies);
  const title = say(site, lang, 'handbook.title');
  const base = frame(site, {
    kind: 'handbook',
    lang,
    place: '/handbook/',
    title,
    description: say(site, lang, 'handbook.lede'),
    existsIn: languages.includes(written) ? [written] : languages,
    pictures: resolved.flatMap(({ pictures }) => pictures),
  });
  const facts = onceEach(resolved.flatMap((body) => body.facts));
  return {
    ...base,
    title,
    lede: say(site, lang, 'handbook.lede'),
    text: { lang: written, dir: 'ltr' },
    demos: made.map(({ demo }) => demo),
    sources: { title: say(site, around, 'sources.title'), items: sourcesOf(facts) },
  };
}

function demosOf(site: Site, { lang, around }: { lang: string; around: string }): { demo: ComponentDemo; bodies: ResolvedBody[] }[] {
  const fill = filler(site);
  return componentNames
    .filter((name) => component(name).within === undefined)
    .map((name) => {
      const { label, hint, attributes } = component(name);
      const shown = examples
        .filter((example) => example.component === name)
        .flatMap(({ name, mdx }) => {
          const filled = fill(mdx);
          if (filled === undefined) return [];
          const { body } = parseBody(filled, { file: `handbook/${around}/${name}` });
          if (!body) return [];
          const resolved = resolveBody(site, { segments: body.intro, entry: { lang: around, data: {} }, lang, notes: true });
          return [{ resolved, view: { name, mdx: filled, segments: resolved.segments } }];
        });
      const described = Object.entries(attributes).map(([name, { required, hint, choices = [] }]) => ({
        name,
        required,
        hint,
        choices: [...choices],
      }));
      return {
        demo: { name, label, hint, attributes: described, examples: shown.map(({ view }) => view) },
        bodies: shown.map(({ resolved }) => resolved),
      };
    });
}

/** Puts what the city at hand has into an example; undefined where it has none. */
function filler(site: Site): (mdx: string) => string | undefined {
  const { stories, guides, facts } = site.entries;
  const { organisations } = site.graph.settings;
  const expired = facts.find(({ original: { data } }) => data.expires !== undefined && data.expires < site.day);
  const usable = [...site.graph.media].filter(([, { problem }]) => !problem).map(([file]) => file);
  const values: Record<string, string | undefined> = {
    story: stories[0]?.slug,
    guide: guides[0]?.slug,
    fact: facts.find((group) => group !== expired)?.slug,
    facts:
      facts.length > 0
        ? facts
            .slice(0, 3)
            .map(({ slug }) => slug)
            .join(', ')
        : undefined,
    expired: expired?.slug,
    organisation: organisations[0]?.id,
    picture: usable.filter((file) => !file.startsWith('portraits/')).sort()[0] ?? usable.sort()[0],
  };
  return (mdx) => {
    let whole = true;
    const filled = mdx.replace(/\$([a-z]+)/g, (_, name: string) => values[name] ?? ((whole = false), ''));
    return whole ? filled : undefined;
  };
}

/** How to write for this site: every component live, with what to type. */
export const route: Route<HandbookView> = {
  pattern: '/[lang]/handbook',
  paths: (site) => site.languages.map((lang) => ({ lang })),
  view: (site, { lang }) => view(site, lang!),
};
