import type { Handler } from 'hono';
import { entryAddress } from '../../editor-address.ts';
import { documentFile } from '../../document.ts';
import { decapPath, documentOfKey } from '../../protocol/paths.ts';
import type { BegunTranslation } from '../../translating/begin-translation.ts';
import { afterwards, type Done } from '../done.ts';
import { nameAt } from '../entry/entry-actions.ts';
import { readForm } from '../form.ts';
import type { PagesEnv } from '../visit.ts';
import { ask, type Asking } from './asking.ts';

/** “Translate”: begins the draft, or finds the one there is, and leads to where it is written. */
export const beginFromForm =
  (asking: Asking): Handler<PagesEnv> =>
  async (c) => {
    const { collection, slug, lang } = documentOfKey({ id: (await readForm(c)).text('at') });
    const { address } = await ask<BegunTranslation>(asking, c.var.visit, 'beginTranslation', { collection, slug, lang });
    return c.redirect(address, 303);
  };

/** A form on an entry's page that says something of what is published, and leads back to that page. */
export const sayFromForm =
  (asking: Asking, { action, done }: { action: string; done: Done }): Handler<PagesEnv> =>
  async (c) => {
    const { visit } = c.var;
    const name = nameAt(c);
    await ask(asking, visit, action, { path: decapPath(documentFile(name)) });
    return c.redirect(afterwards(visit, entryAddress(name), done), 303);
  };
