/** Whether a key is typed into something, or meant for the browser. */
const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');

/** Up and down through field and results, Escape back to the field and then out of what stands in it, and the slash that leads to it. */
export function addKeys(form: HTMLFormElement, clear: () => void): void {
  const field = form.querySelector<HTMLInputElement>('#q')!;
  const links = () => [...form.querySelectorAll<HTMLElement>('.results a')];

  const step = (by: 1 | -1, from: Element): boolean => {
    const all = [field, ...links()];
    const at = all.indexOf(from as HTMLInputElement);
    const next = at < 0 ? undefined : all[at + by];
    next?.focus();
    return next !== undefined;
  };

  form.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (step(event.key === 'ArrowDown' ? 1 : -1, event.target)) event.preventDefault();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (event.target === field) clear();
      field.focus();
    }
  });
  // Before the script that every page has: here the slash need not lead to this page again.
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || localStorage.getItem('slash')) return;
      event.preventDefault();
      event.stopPropagation();
      field.focus();
      field.select();
    },
    true,
  );
}
