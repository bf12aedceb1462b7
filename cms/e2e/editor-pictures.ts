import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { progressLine } from '../../src/cli/progress.ts';
import { launch } from '../../src/e2e/chromium.ts';
import { root } from '../../src/release/root.ts';
import { startCmsCity } from './cms-city.ts';
import { cookieOf } from './editor-page.ts';
import { comeIn } from './for-editors/come-in.ts';
import { inTheWay, keepRight, onPhone } from './for-editors/keep-going.ts';
import { takeInto, windowOf } from './for-editors/pictures.ts';
import { beginAnother, changeAgain, handIn, publishAndTakeOff, review } from './for-editors/review-publish.ts';
import { followOriginal, letThrough, translate } from './for-editors/translate.ts';
import { writeGuide } from './for-editors/write-guide.ts';

// Does what docs/for-editors.md says, in its order, on the sample city, and takes its pictures. It stops where a step does not hold.
const folder = join(root, 'docs/pictures');
const started = performance.now();
const line = progressLine();

line.step('Building the sample city');
const [browser, city] = await Promise.all([launch(), startCmsCity({ city: 'sample' })]);
try {
  line.step('Doing what the page says');
  const { take, taken } = takeInto(city.folder);
  const anna = await city.signInAs('administrator', { name: 'Anna' });
  const people = await windowOf(browser, { baseURL: city.cmsOrigin });
  await people.addCookies([cookieOf(anna, city)]);
  const hanna = await comeIn({ browser, city, people, name: 'Hanna', role: 'editor', take });
  const idris = await comeIn({ browser, city, people, name: 'Idris', role: 'editor' });
  const marta = await comeIn({ browser, city, people, name: 'Marta', role: 'translator' });

  await writeGuide(hanna, take);
  await handIn(hanna, take);
  await review({ writer: hanna, reviewer: idris });
  await publishAndTakeOff(idris);
  await beginAnother(idris);
  await changeAgain({ writer: hanna, reviewer: idris, take });
  await translate(marta);
  await letThrough(idris);
  await followOriginal({ city, by: anna, translator: marta, take });
  await keepRight(hanna);
  await inTheWay({ hanna, idris, take });
  await onPhone({ browser, city, by: await city.signInAs('editor', { name: 'Hanna' }), take });
  // Only now: where a step does not hold, the pictures that were there stay.
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) if (name.startsWith('editors-')) await rm(join(folder, name));
  for (const name of taken) await copyFile(join(city.folder, name), join(folder, name));
  line.done(`${taken.length} pictures: ${folder}`, started);
} finally {
  await browser.close();
  await city.close();
}
