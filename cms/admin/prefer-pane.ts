/** Narrower than this there is room for one thing only: the form. */
const narrow = '(max-width: 60rem)';

/** Which pane Decap opens beside the form, until somebody chooses: the preview, or on a phone none. */
export function preferPane(): void {
  const key = 'cms.right-pane';
  const small = matchMedia(narrow).matches;
  const chosen = localStorage.getItem(key);
  if (small) localStorage.setItem(key, 'none');
  else if (chosen === null) localStorage.setItem(key, 'preview');
  // The page and the form are not of one shape: scrolled together, neither is where one left it.
  if (localStorage.getItem('cms.scroll-sync-enabled') === null) localStorage.setItem('cms.scroll-sync-enabled', 'false');
}
