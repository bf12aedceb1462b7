import type { Renderer } from '../../../src/release/compile.ts';
import type { MainContent } from '../content/main-content.ts';
import type { DataFolder } from '../data-folder.ts';
import { documentKey, type DocumentName } from '../document.ts';
import type { Person } from '../person.ts';
import type { Rights } from '../protocol/rights.ts';
import type { Store } from '../store/store.ts';
import { createPreview, type PreviewPage } from './create-preview.ts';
import { draftsToShow, mayNotSee, mediaOfDrafts } from './drafts-to-show.ts';
import { createKeptPages, type KeptText } from './kept-pages.ts';
import { createLatestOnly, type LatestOnly } from './latest-only.ts';
import type { NoPage } from './preview-entry.ts';
import { createPreviewPictures } from './preview-pictures.ts';

/** Who looks at what. Whether they may has been asked. */
export interface Looked {
  person: Person;
  rights: Rights;
  name: DocumentName;
  /** As it would be stored: without `_revision`. */
  text: string;
  lang?: string | undefined;
}

/** Previews for people: made, remembered for a while, with what they show. */
export interface Previews {
  /** The page of a text, and the pictures it shows made known for who looks at it. */
  page(looked: Looked): Promise<PreviewPage | NoPage>;
  /** The same of a text that is being typed, kept for its writer. Undefined where they have typed on meanwhile. */
  typed(looked: Looked): Promise<{ page: PreviewPage; kept: KeptText } | NoPage | undefined>;
  /** What somebody typed; undefined where it is not kept any more, or somebody else's. */
  kept(person: Person, id: string): KeptText | undefined;
  /** The bytes of a picture on a page that somebody was shown. */
  picture(looking: Pick<Looked, 'person' | 'rights'>, address: string): Promise<Buffer | undefined>;
  /** For other work that is asked for with every letter, such as the check of a text. */
  latest: LatestOnly;
  /** The folder of the fonts and signs that pages load. */
  assets(): Promise<string>;
}

export interface PreviewsOptions {
  store: Pick<Store, 'draft' | 'draftMedia'>;
  mainContent: Pick<MainContent, 'current' | 'day'>;
  renderer: () => Promise<Renderer>;
  data: Pick<DataFolder, 'media' | 'cache'>;
  /** Where the site is, without a slash at the end. */
  siteOrigin: string;
}

export function createPreviews(options: PreviewsOptions): Previews {
  const { store, mainContent, renderer } = options;
  const preview = createPreview(options);
  const pictures = createPreviewPictures(options);
  const keptPages = createKeptPages();
  const latest = createLatestOnly();

  const page: Previews['page'] = async ({ person, rights, name, text, lang }) => {
    const looking = { person, rights, store, mainContent };
    const [drafts, withoutPublished] = await Promise.all([draftsToShow(name, looking), mayNotSee(name, looking)]);
    const made = await preview({ name, text, lang, drafts, withoutPublished, media: await mediaOfDrafts(drafts, store) });
    if (typeof made !== 'string') pictures.remember(person.id, made, drafts);
    return made;
  };

  return {
    page,
    typed: (looked) =>
      latest(`${looked.person.id} ${documentKey(looked.name)}`, async () => {
        const { person, name, text } = looked;
        const made = await page(looked);
        if (typeof made === 'string') return made;
        return { page: made, kept: keptPages.keep({ person: person.id, name, text, pages: new Map([[made.lang, made]]) }) };
      }),
    kept: (person, id) => keptPages.of(person.id, id),
    picture: ({ person, rights }, address) =>
      pictures.of(person.id, address, async (draft) => rights.mayWith(person, 'read', await rights.standing(person, draft))),
    latest,
    assets: async () => (await renderer()).assets,
  };
}
