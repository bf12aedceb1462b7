import { element } from './dom.ts';
import { forgetEverything } from './local-drafts.ts';
import { pageData } from './page-data.ts';

/** Signs out; on a computer that others use too, nothing of what was typed stays in this browser. */
export function leave(): void {
  const form = element('form', { method: 'post', action: '/sign-out', hidden: true });
  document.body.append(form);
  void (pageData().shared ? forgetEverything() : Promise.resolve()).finally(() => form.submit());
}
