import { say } from './site.ts';
import { frame } from './frame.ts';
import type { BaseView } from './view.ts';
import type { Route } from './routes.ts';

export interface ChooserView extends BaseView<'chooser'> {
  /** The question, in each language. */
  questions: { lang: string; dir: 'ltr' | 'rtl'; name: string; href: string; question: string }[];
}

/** `/`: for readers whose browser did not say which language they read, or who have no server that asks it. */
export const route: Route<ChooserView> = {
  pattern: '/',
  paths: () => [{}],
  view: (site) => {
    const lang = site.graph.settings.site.defaultLanguage;
    const base = frame(site, {
      kind: 'chooser',
      lang,
      place: '/',
      title: site.graph.settings.site.name,
      description: site.chrome(lang).words['chooser.description'],
    });
    const questions = base.languages.map(({ lang: id, dir, name, href }) => ({
      lang: id,
      dir,
      name,
      href,
      question: say(site, id, 'chooser.question'),
    }));
    return { ...base, path: '/', questions, head: { ...base.head, canonical: `${site.graph.settings.site.origin}/` } };
  },
};
