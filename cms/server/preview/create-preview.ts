import type { MediaFile } from '../../../src/graph/content-source.ts';
import { finish, hasCharset } from '../../../src/release/finish.ts';
import type { Renderer } from '../../../src/release/compile.ts';
import type { PictureUse } from '../../../src/views/pictures.ts';
import { viewOf, type Params } from '../../../src/views/routes.ts';
import { siteOn } from '../../../src/views/site.ts';
import type { MainContent } from '../content/main-content.ts';
import { documentFile, type DocumentName } from '../document.ts';
import type { Draft } from '../store/store.ts';
import { withPreviewAddresses } from './preview-addresses.ts';
import { propose, type NoPage } from './preview-entry.ts';

/** A language of the site, as a choice beside a preview. */
export interface PreviewLanguage {
  lang: string;
  dir: 'ltr' | 'rtl';
  /** In itself: Nederlands. */
  name: string;
  /** Whether the entry really exists in it; where it does not, readers get the original. */
  exists: boolean;
}

export interface PreviewOf {
  name: DocumentName;
  /** As it would be stored: without `_revision`. */
  text: string;
  /** The language of the page; by default that of the document. */
  lang?: string | undefined;
  /** Drafts of the same entry that whoever looks may read: shown in languages in which nothing is published. */
  drafts: readonly Draft[];
  /** The pictures of all these drafts, by path from `media/`. */
  media: ReadonlyMap<string, MediaFile>;
  /** Whoever looks may not know what is published of the entry: its page is made of the text and the drafts alone. */
  withoutPublished?: boolean;
}

export interface PreviewPage {
  html: string;
  lang: string;
  languages: readonly PreviewLanguage[];
  /** Where a document has no page of its own: the title of the page that shows it. */
  instead?: string | undefined;
  /** The text itself cannot be read as it is, and is left out. */
  withoutText: boolean;
  /** The pictures that the page shows, each with its size. */
  pictures: readonly { use: PictureUse; file: MediaFile }[];
}

/** Makes the page that readers would get of a text, or says why there is none. A few milliseconds; nothing is kept. */
export type Preview = (of: PreviewOf) => Promise<PreviewPage | NoPage>;

export interface PreviewOptions {
  mainContent: Pick<MainContent, 'current' | 'day'>;
  renderer: () => Promise<Renderer>;
  /** Where the site is, without a slash at the end. */
  siteOrigin: string;
}

export function createPreview({ mainContent, renderer, siteOrigin }: PreviewOptions): Preview {
  return async (of) => {
    const [{ render }, now, day] = await Promise.all([renderer(), mainContent.current(), mainContent.day()]);
    if (!now.graph) return 'unreadable';
    const proposed = propose({ ...of, now, graph: now.graph, day });
    if (typeof proposed === 'string') return proposed;

    const { graph, route, slug, existsIn, instead } = proposed;
    const { name } = of;
    const lang = [of.lang, name.lang, graph.settings.site.defaultLanguage].find((one) => one !== undefined && graph.languages.includes(one))!;
    const params: Params = slug === undefined ? { lang } : { lang, slug };
    const view = viewOf(siteOn(graph, proposed.day), { route, path: '', params });
    const { status, html } = await render(view);
    if (status !== 200 || !hasCharset(html)) throw new Error(`The preview of ${documentFile(name)} answered with status ${status}.`);

    const place = view.path.slice(`/${lang}`.length);
    const languages = new Map(graph.languages.map((one) => [`/${one}${place}`, one]));
    return {
      html: finish(withPreviewAddresses(html, { siteOrigin, languages })),
      lang,
      languages: view.languages.map((one) => ({ lang: one.lang, dir: one.dir, name: one.name, exists: existsIn.includes(one.lang) })),
      instead,
      withoutText: proposed.withoutText ?? false,
      pictures: view.pictures.flatMap((use) => {
        const file = graph.media.get(use.file);
        return file ? [{ use, file }] : [];
      }),
    };
  };
}
