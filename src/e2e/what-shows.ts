import type { Page } from 'playwright-core';

/** What does not fit in the width of the window: the page scrolls sideways, or words stand outside of it where nobody can read them. Empty where all fits. */
export async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const problems: string[] = [];
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    // `clip` and `hidden` of the body become the window's: a reader cannot scroll there.
    const fixed = [document.documentElement, document.body].some((element) => /clip|hidden/.test(getComputedStyle(element).overflowX));
    const { scrollWidth } = document.documentElement;
    if (!fixed && scrollWidth > width) problems.push(`${location.pathname} is ${scrollWidth} px wide in a window of ${width} px`);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement!;
      if (!text.textContent!.trim() || /^(SCRIPT|STYLE|NOSCRIPT|TITLE)$/i.test(parent.tagName)) continue;
      if (!parent.checkVisibility({ visibilityProperty: true }) || parent.closest('.vh, .skip')) continue;
      let scroller: Element | null = parent;
      while (scroller && scroller !== document.body && !scrolls(scroller)) scroller = scroller.parentElement;
      if (scroller && scroller !== document.body) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const out = [...range.getClientRects()].find(({ left, right, width: own }) => own > 0 && (left < -1 || right > width + 1));
      if (out)
        problems.push(
          `${location.pathname}: "${text.textContent!.trim().slice(0, 40)}" (${parent.tagName.toLowerCase()}.${parent.className}) stands from ${Math.round(out.left)} to ${Math.round(out.right)} px in a window of ${width} px`,
        );
    }
    return problems;
  });
}

/** The texts that a reader sees, one per line, spaces made one. */
export async function visibleText(page: Page, selector = 'body'): Promise<string> {
  return (await page.locator(selector).first().innerText()).replace(/[ \t\u00a0]+/g, ' ');
}
