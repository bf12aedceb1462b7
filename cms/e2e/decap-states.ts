import type { Page } from 'playwright-core';
import type { CmsCity, SignedInPerson } from './cms-city.ts';
import { answerTo, fieldNamed } from './editor-page.ts';

/** Something that can be seen of the editor of texts: how one comes there, in a browser that is signed in. */
export interface EditorState {
  state: string;
  open: (page: Page, lang: string) => Promise<void>;
}

const formIsThere = async (page: Page) => {
  await page.locator('label[for*="-field-"]').first().waitFor();
  await page.waitForLoadState('networkidle');
};
const entriesAreThere = async (page: Page) => {
  // As a list, whatever was chosen before.
  await page.locator('[class*="-ViewControlsButton"]').first().click();
  await page.locator('[class*="-ListCard"]').first().waitFor();
  await page.waitForLoadState('networkidle');
};

async function go(page: Page, { lang, place, isThere = formIsThere }: { lang: string; place: string; isThere?: (page: Page) => Promise<void> }) {
  // The same page with another hash would not be loaded anew.
  await page.goto('about:blank');
  await page.goto(`/admin/${lang}/#/${place}`);
  await isThere(page);
}

/** A list with entries: in Arabic there are translations only. */
const listIn = (lang: string) => (lang === 'en' ? 'collections/guides-en' : `collections/guides-${lang}-translations`);
const entryIn = (lang: string) => `${listIn(lang)}/entries/register`;
const storyIn = (lang: string) => (lang === 'en' ? 'collections/stories-en/entries/b2f8q4' : 'collections/stories-ar/new');

/** Chooses what stands beside the form: 0 is the page, 1 the notes. */
async function openPane(page: Page, which: number) {
  const toggle = page.locator('button[class*="-EditorToggle"]').nth(which);
  const isShown = which === 0 ? page.locator('#preview-pane') : page.locator('[class*="-NotesContainer"]');
  if (!(await isShown.count())) await toggle.click();
  await isShown.first().waitFor();
}

const openMenu = (button: string) => async (page: Page) => {
  await page.locator(`[class*="${button}"]`).first().click();
  await page.locator('[role="menuitem"]').first().waitFor();
};

/** What somebody else saves meanwhile: another title of the guide. */
async function saveElsewhere({ city, person, lang }: { city: CmsCity; person: SignedInPerson; lang: string }): Promise<void> {
  const path = `content/guides/${lang}/register.mdx`;
  const draft = (await city.api(person, 'unpublishedEntryDataFile', { path })).body as { data?: string };
  const raw = draft.data ?? ((await city.api(person, 'getEntry', { path })).body as { data: string }).data;
  const changed = raw.replace(/^title: .*$/m, `title: Title at ${performance.now()}`);
  await city.api(person, 'persistEntry', { dataFiles: [{ path, slug: 'register', raw: changed }], assets: [] });
}

/** Every state of the editor whose accessibility is looked at. */
export const editorStates = ({ city, person }: { city: CmsCity; person: SignedInPerson }): EditorState[] => [
  { state: 'list', open: (page, lang) => go(page, { lang, place: listIn(lang), isThere: entriesAreThere }) },
  {
    state: 'list with cards',
    async open(page, lang) {
      await go(page, { lang, place: listIn(lang), isThere: entriesAreThere });
      await page.locator('[class*="-ViewControlsButton"]').last().click();
      await page.locator('[class*="-GridCard"]').first().waitFor();
    },
  },
  {
    state: 'menu of a list',
    async open(page, lang) {
      await go(page, { lang, place: listIn(lang), isThere: entriesAreThere });
      await openMenu('-ControlButton')(page);
    },
  },
  {
    state: 'menu of the person',
    async open(page, lang) {
      await go(page, { lang, place: listIn(lang), isThere: entriesAreThere });
      await openMenu('-AvatarDropdownButton')(page);
    },
  },
  {
    state: 'search',
    open: (page, lang) => go(page, { lang, place: 'search/a', isThere: (page) => page.waitForLoadState('networkidle') }),
  },
  { state: 'settings', open: (page, lang) => go(page, { lang, place: 'collections/settings', isThere: entriesAreThere }) },
  {
    state: 'pictures',
    async open(page, lang) {
      await go(page, { lang, place: listIn(lang), isThere: entriesAreThere });
      await page.locator('[class*="-AppHeaderNavList"] button').first().click();
      await page.locator('[class*="-StyledModal"]').waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
  { state: 'new guide', open: (page, lang) => go(page, { lang, place: `collections/guides-${lang}/new` }) },
  {
    state: 'guide',
    async open(page, lang) {
      await go(page, { lang, place: entryIn(lang) });
    },
  },
  {
    state: 'menu of what state an entry is in',
    async open(page, lang) {
      await go(page, { lang, place: entryIn(lang) });
      await openMenu('-StyledDropdownButton')(page);
    },
  },
  { state: 'new story', open: (page, lang) => go(page, { lang, place: `collections/stories-${lang}/new` }) },
  { state: 'story', open: (page, lang) => go(page, { lang, place: storyIn(lang) }) },
  {
    state: 'translation',
    open: (page, lang) =>
      go(page, { lang: lang === 'en' ? 'de' : lang, place: `collections/guides-${lang === 'en' ? 'de' : lang}-translations/entries/emergency` }),
  },
  { state: 'settings of the site', open: (page, lang) => go(page, { lang, place: 'collections/settings/entries/site' }) },
  { state: 'texts of the interface', open: (page, lang) => go(page, { lang, place: `collections/strings/entries/${lang}` }) },
  {
    state: 'page beside the form',
    async open(page, lang) {
      await go(page, { lang, place: entryIn(lang) });
      await openPane(page, 0);
      const tabs = page.frameLocator('#preview-pane').locator('.pane-tabs button');
      if (lang !== 'en') await tabs.last().click();
      await page.frameLocator('#preview-pane').frameLocator('iframe').first().locator('h1').waitFor();
    },
  },
  {
    state: 'notes',
    async open(page, lang) {
      await saveElsewhere({ city, person, lang });
      const collection = listIn(lang).replace('collections/', '');
      await city.api(person, 'addNote', { collection, slug: 'register', note: { content: 'Is this still so?' } });
      await go(page, { lang, place: entryIn(lang) });
      await openPane(page, 1);
      await page.getByText('Is this still so?').first().waitFor();
    },
  },
  {
    state: 'choice of a picture',
    async open(page, lang) {
      await go(page, { lang, place: storyIn(lang) });
      await page.locator('[id^="portrait-field-"] button:not(.ds-focal)').first().click();
      await page.locator('dialog[open]').waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
  {
    state: 'choice of a component',
    async open(page, lang) {
      await go(page, { lang, place: storyIn(lang) });
      await page.locator('.rt-toolbar button[aria-expanded]').last().click();
      await page.locator('.rt-insert').waitFor();
    },
  },
  {
    state: 'form of a component',
    async open(page, lang) {
      await go(page, { lang, place: storyIn(lang) });
      await page.locator('.rt-toolbar button[aria-expanded]').last().click();
      await page.locator('.rt-insert button').nth(1).click();
      await page.locator('dialog[open]').waitFor();
    },
  },
  {
    state: 'what was refused',
    async open(page, lang) {
      await go(page, { lang, place: `collections/stories-${lang}/new` });
      await fieldNamed(page, 'title').fill('A title');
      // Another story's: no two have one number.
      await fieldNamed(page, 'number').fill('162');
      await Promise.all([answerTo(page, 'persistEntry'), page.locator('button[class*="-SaveButton"]').click()]);
      await page.locator('[data-standing="problems"]').waitFor();
      await page.locator('[class*="-ControlErrorsList"]').first().waitFor();
    },
  },
  {
    state: 'two texts at once',
    async open(page, lang) {
      await go(page, { lang, place: entryIn(lang) });
      await fieldNamed(page, 'title').fill('My title');
      await saveElsewhere({ city, person, lang });
      await page.locator('button[class*="-SaveButton"]').click();
      await page.locator('dialog.conflict[open]').waitFor();
    },
  },
];
