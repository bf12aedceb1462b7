import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** What is found, where: in a part of Decap's, by the name that it has in its classes, or in one of ours. */
export interface Found {
  rule: string;
  part: string;
  ours: boolean;
  what: string;
}

const rules: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] };

/** What we made ourselves: all that is in it is ours, and everything in the frame beside the form. */
const ours = '.bar, #standings, dialog, .ds-group, .ds-row, .rt, .pane';

/** What axe finds on the page and in the frame beside the form; `source` is axe itself. In the preview's own frame no script runs, not even axe. */
export async function findingsOf(page: Page, source: string): Promise<Found[]> {
  await page.evaluate(source);
  const beside = page.frames().find((frame) => frame.url() === 'about:srcdoc');
  if (beside) await beside.evaluate(source);
  return page.evaluate(
    async ({ rules, ours }) => {
      const { axe } = globalThis as unknown as { axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> } };
      const { violations } = await axe.run(document, rules);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, html, failureSummary }) => {
          const element = target.length === 1 ? document.querySelector(String(target[0])) : null;
          const name = /css-[a-z0-9]+-([A-Za-z]+)/.exec(element?.getAttribute('class') ?? '')?.[1] ?? element?.tagName.toLowerCase() ?? 'none';
          return { rule: id, part: name, ours: element === null || element.closest(ours) !== null, what: `${html.slice(0, 120)} ${failureSummary}` };
        }),
      );
    },
    { rules, ours },
  );
}

/** Elements that stick out of the window or of the form, so that one would have to scroll sideways. What scrolls in itself, as the bar does, is left. */
export const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('#nc-root *, dialog[open] *, #standings *')]
      .filter((element) => {
        const { left, right, width: own } = element.getBoundingClientRect();
        const isSeen = own > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        return isSeen && !element.closest('.ds-unseen, .Toastify, svg, .rt-scroll') && (right > width + 1 || left < -1);
      })
      .map(({ outerHTML }) => `sticks out: ${outerHTML.slice(0, 120)}`);
  });

/** One stop of the Tab key: whether it is seen that it has the focus, and whether anything covers all of it. */
export interface Stop {
  what: string;
  marked: boolean;
  covered: boolean;
}

/** Goes on with the Tab key; undefined where that leads out of the page or to where it was before. */
export async function nextStop(page: Page): Promise<Stop | undefined> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    // In the frame beside the form it is what is focused there that counts; that it is in view is the browser's care.
    const deepest = (element: Element | null): Element | null =>
      element?.tagName === 'IFRAME' ? deepest((element as HTMLIFrameElement).contentDocument?.activeElement ?? null) : element;
    const element = deepest(document.activeElement);
    if (!element || element === document.body) return undefined;
    const isFramed = element.ownerDocument !== document;
    // A date is one field with several stops.
    const known = window as unknown as { last?: Element };
    const { last } = known;
    if (element.hasAttribute('data-visited') && element !== last) return undefined;
    element.setAttribute('data-visited', '');
    known.last = element;
    const isMarked = (part: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(part);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    const box = element.closest('[class*="-control"], .nc-fileUploadButton');
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const isShown = (x: number, y: number) => {
      const at = document.elementFromPoint(x, y);
      return at !== null && (element.contains(at) || at.contains(element) || (box?.contains(at) ?? false));
    };
    const middle = (left + right) / 2;
    const height = Math.min(bottom - top, innerHeight);
    return {
      what: `${element.outerHTML.slice(0, 140)} at ${Math.round(left)}, ${Math.round(top)}`,
      marked: isMarked(element) || (box !== null && isMarked(box)),
      covered: !isFramed && ![0.1, 0.5, 0.9].some((part) => isShown(middle, top + height * part)),
    };
  });
}
