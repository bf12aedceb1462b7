import { pageData } from './page-data.ts';
import { sayWhere } from './say-where.ts';
import { say } from './words.ts';

type Mend = (part: HTMLElement) => void;

/** Writes only what differs: each write would be looked at again. */
function set(part: Element, attributes: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) part.removeAttribute(name);
    else if (part.getAttribute(name) !== value) part.setAttribute(name, value);
  }
}
const give =
  (attributes: () => Readonly<Record<string, string | undefined>>): Mend =>
  (part) =>
    set(part, attributes());
const named = (text: string | null | undefined) => ({ 'aria-label': text?.trim() || undefined });

/**
 * What Decap's markup lacks, by the part that lacks it: `docs/accessibility-of-the-editor.md` has the list, and a browser test looks whether each part is
 * still there. Attributes only: what React made stays React's.
 */
const repairs: Readonly<Record<string, Mend>> = {
  // landmarks: where the form is, what stands above and beside it
  '[class*="-ToolbarContainer"]': give(() => ({ role: 'banner' })),
  '[class*="-PreviewPaneContainer-ControlPaneContainer"]': give(() => ({ role: 'main' })),
  '[class*="-NotesPaneContainer"], [class*="-PreviewPaneContainer"]:has(> #preview-pane)': give(() => ({
    role: 'complementary',
    'aria-label': say('editor.pane'),
  })),
  '#preview-pane': mendFrame,
  '[class*="-NotesTitle"]:is(h3)': give(() => ({ 'aria-level': '2' })),
  '[class*="-ViewControls"]:has(> [class*="-EditorToggle"])': mendToggles,

  // fields: their hint and what is wrong with them belong to them, and a group has a name
  '[class*="-ControlContainer"]': mendField,

  // lists: whose buttons have no name, and whose handle says in English what it does not do
  '[class*="-StyledListItemTopBar"]': mendItem,
  '[class*="-ExpandButtonContainer"] > button': (button) => set(button, { 'aria-description': button.parentElement!.textContent || undefined }),
  '[id^="DndDescribedBy"]': (text) => {
    const how = say('editor.decap.move.how');
    if (text.textContent !== how) text.textContent = how;
  },
  '[id^="DndLiveRegion"]': give(() => ({ 'aria-live': 'off', role: undefined })),

  // menus are lists only to the eye
  '[role="menu"] > ul': give(() => ({ role: 'none' })),
  '[role="menuitem"] input': give(() => ({ 'aria-hidden': 'true', tabindex: '-1' })),

  // Decap's own window with the pictures
  '[class*="-StyledModal"][role="dialog"]': (dialog) => set(dialog, named(dialog.querySelector('h1, h2')?.textContent)),
  '[class*="-CardImage"]:is(img)': give(() => ({ alt: '' })),
  '[class*="-CardGridContainer"] [tabindex="0"]:has(> [class*="-Card"])': (card) => {
    set(card, { role: 'button', ...named(card.textContent) });
    set(card.firstElementChild!, { tabindex: undefined });
  },
  // it is the input that takes a key, not its label
  'label.nc-fileUploadButton': give(() => ({ tabindex: undefined })),

  // names that are only in a placeholder
  '[class*="-SearchInput"], [class*="-TextArea"][placeholder]': (input) => set(input, named(input.getAttribute('placeholder'))),

  // what is told in passing
  '.Toastify__close-button': give(() => named(say('editor.fields.close'))),
  '.Toastify > section': give(() => named(say('editor.decap.messages'))),
  'body > canvas, .Toastify__progress-bar--wrp': give(() => ({ 'aria-hidden': 'true' })),
};

/** The frame with the pane is a page to a screen reader: it has a title, a language, a direction. */
function mendFrame(frame: HTMLElement): void {
  set(frame, { title: say('editor.pane') });
  const inside = (frame as HTMLIFrameElement).contentDocument;
  if (!inside?.documentElement) return;
  const { lang, dir } = pageData();
  set(inside.documentElement, { lang, dir });
  if (inside.title !== say('editor.pane')) inside.title = say('editor.pane');
}

/** Which of them is pressed is shown by a colour alone. First the page, where there is one, then the notes; last, beside an open pane, whether both scroll together. */
function mendToggles(bar: HTMLElement): void {
  const buttons = [...bar.querySelectorAll('button')];
  const hasPage = !/^#\/collections\/(?:settings|strings)\//.test(location.hash);
  const page = document.getElementById('preview-pane') !== null;
  const notes = document.querySelector('[class*="-NotesPaneContainer"]') !== null;
  for (const [index, button] of buttons.entries()) {
    const scrolls = (page || notes) && index === buttons.length - 1;
    const pressed = scrolls ? localStorage.getItem('cms.scroll-sync-enabled') !== 'false' : hasPage && index === 0 ? page : notes;
    set(button, { 'aria-pressed': String(pressed), ...named(button.title), 'data-scrolls': scrolls ? '' : undefined });
  }
}

function mendField(field: HTMLElement): void {
  // `list field`: the name of a widget, on what can have no name.
  field.removeAttribute('aria-label');
  const label = field.querySelector<HTMLLabelElement>(':scope > [class*="-ControlTopbar"] > label');
  const input = label && document.getElementById(label.htmlFor);
  if (!input) return;
  const about = {
    hint: field.querySelector(':scope > [class*="-ControlHint"]'),
    errors: field.querySelector(':scope > [class*="-ControlTopbar"] > ul'),
  };
  const ids = Object.entries(about).flatMap(([name, part]) => {
    if (part) part.id = `${name}-of-${label.htmlFor}`;
    return part ? [part.id] : [];
  });
  const described = input.getAttribute('aria-describedby');
  if (!described || described.endsWith(`-of-${label.htmlFor}`)) set(input, { 'aria-describedby': ids.join(' ') || undefined });
  if (input.matches('input, textarea')) set(input, { 'aria-invalid': about.errors ? 'true' : undefined });
  if (input.matches('div') && (!input.role || input.hasAttribute('data-mended'))) {
    label.id = `label-of-${label.htmlFor}`;
    set(input, { role: 'group', 'aria-labelledby': label.id, 'data-mended': '' });
  }
}

/** An entry of a list is called by the list and its place: `Sources 2`. */
function mendItem(bar: HTMLElement): void {
  const item = bar.parentElement!;
  const list = item.closest('[class*="-ControlContainer"]')?.querySelector('label');
  const place = [...item.parentElement!.children].indexOf(item) + 1;
  const what = `${list?.firstChild?.textContent ?? ''} ${place}`.trim();
  const [fold, remove] = [...bar.querySelectorAll(':scope > button')];
  const isFolded = item.querySelector('[class*="-ControlContainer"]')?.checkVisibility() === false;
  if (fold) set(fold, { 'aria-label': what, 'aria-expanded': String(!isFolded) });
  if (remove) set(remove, named(say('editor.fields.remove', { what })));
  const handle = bar.querySelector('[aria-describedby^="DndDescribedBy"]');
  if (handle) set(handle, { ...named(say('editor.decap.move', { what })), 'aria-roledescription': undefined });
}

const mendAll = (): void => {
  for (const [selector, mend] of Object.entries(repairs)) for (const part of document.querySelectorAll<HTMLElement>(selector)) mend(part);
  sayWhere();
};

/** Mends Decap's markup whenever it changes, once before each picture of the screen. */
export function mendDecap(): void {
  let planned = false;
  const plan = () => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      mendAll();
    });
  };
  new MutationObserver((records) => {
    // Typing in a text changes it and nothing of Decap's.
    if (records.some(({ target }) => !(target instanceof Element && target.closest('.ProseMirror, .bar, #standings')))) plan();
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['class'] });
  document.addEventListener('keydown', pressByKeyboard);
  plan();
}

/** What Decap lets the mouse alone press. */
function pressByKeyboard(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  const target = event.target as HTMLElement;
  const pressed = target.matches('[role="button"]:has(> [class*="-Card"])') ? (target.firstElementChild as HTMLElement) : null;
  if (!pressed) return;
  event.preventDefault();
  pressed.click();
}
