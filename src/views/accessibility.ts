import { frame } from './frame.ts';
import type { Route } from './routes.ts';
import type { BaseView } from './view.ts';

export interface AccessibilityView extends BaseView<'accessibility'> {
  sections: { title: string; text: string }[];
  contact: { email?: string; phone?: string };
}

/** What was done so that everyone can use the site, what is known not to work, and whom to tell. */
export const route: Route<AccessibilityView> = {
  pattern: '/[lang]/accessibility',
  paths: (site) => site.languages.map((lang) => ({ lang })),
  view: (site, { lang }) => {
    const { words, footer } = site.chrome(lang!);
    const base = frame(site, {
      kind: 'accessibility',
      lang: lang!,
      place: '/accessibility/',
      title: words['accessibility.title'],
      description: words['accessibility.intro'],
    });
    const sections = (['goal', 'done', 'tested', 'known', 'tell'] as const).map((part) => ({
      title: words[`accessibility.${part}.title`],
      text: words[`accessibility.${part}.text`],
    }));
    return { ...base, sections, contact: { ...(footer.email ? { email: footer.email } : {}), ...(footer.phone ? { phone: footer.phone } : {}) } };
  },
};
