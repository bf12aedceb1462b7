import type { Page } from 'playwright-core';
import type { CmsCity, SignedInPerson } from '../cms-city.ts';
import { fieldNamed } from '../editor-page.ts';
import { typeAtEnd } from '../rich-text-driver.ts';
import { formIsThere, guide, isPublished, press, saved, type Take } from './steps.ts';

/** “Translate”, from the page of the text to handing in. */
export async function translate(page: Page): Promise<void> {
  await page.goto(guide);
  await press(page, 'Translate into Ukrainian');
  await page.waitForURL(/\/admin\/uk\//);
  await formIsThere(page);
  await page.frameLocator('#preview-pane').getByText('Where the city lends them').waitFor();
  await fieldNamed(page, 'title').fill('Позичити вантажний велосипед');
  await fieldNamed(page, 'summary').fill('Де місто їх позичає, скільки це коштує та на що спершу глянути.');
  for (const [name, value] of Object.entries({ who: 'Усі', cost: 'Безплатно; 5 € за день запізнення', time: 'Година, у суботу дві', bring: 'Замок' }))
    await fieldNamed(page, name).fill(value);
  await fieldNamed(page, 'alt').fill('Вантажний велосипед із зеленим ящиком');
  await typeAtEnd(page, 'Їх позичають біля млина, з вівторка до суботи.');
  await saved(page);
  await page.goto(guide.replace('/en/', '/uk/'));
  await press(page, 'Ready for review');
}

/** Somebody publishes a translation that was handed in. */
export async function letThrough(page: Page): Promise<void> {
  await page.goto(guide.replace('/en/', '/uk/'));
  await press(page, 'Ready to publish');
  await press(page, 'Publish');
  await isPublished(page);
}

const story = { path: 'content/stories/uk/d5r8t2.mdx', collection: 'stories-uk', slug: 'd5r8t2' };

interface Following {
  city: CmsCity;
  by: SignedInPerson;
  translator: Page;
  take: Take;
}

/** A Ukrainian story changes in meaning, and its English translation follows, by way of the table. */
export async function followOriginal({ city, by, translator, take }: Following): Promise<void> {
  const asked = async (action: string, params: object): Promise<unknown> => {
    const { status, body } = await city.api(by, action, params);
    if (status !== 200) throw new Error(`${action}: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  const { data } = (await asked('getEntry', { path: story.path })) as { data: string };
  await asked('persistEntry', {
    dataFiles: [{ path: story.path, slug: story.slug, raw: data.replace('майже чотири роки', 'чотири роки й два місяці') }],
    assets: [],
  });
  await asked('updateUnpublishedEntryStatus', { collection: story.collection, slug: story.slug, newStatus: 'pending_publish' });
  await asked('publishUnpublishedEntry', { collection: story.collection, slug: story.slug });

  await translator.goto('/translations');
  await translator.getByLabel('What', { exact: true }).selectOption('stories');
  await press(translator, 'Show');
  await translator.getByRole('link', { name: /^Waiting/ }).click();
  await take(translator, 'translations');
  await translator
    .getByRole('row')
    .filter({ hasText: 'Дванадцять слів тестя' })
    .getByRole('link', { name: /^Outdated/ })
    .first()
    .click();
  await formIsThere(translator);
  const original = translator.frameLocator('#preview-pane');
  await original.locator('ins').first().waitFor();
  await take(translator, 'translate');
  await original.getByRole('button', { name: 'Show only what changed' }).click();
  await fieldNamed(translator, 'summary').fill(`${await fieldNamed(translator, 'summary').inputValue()} It took four years and two months.`);
  await translator.getByRole('switch', { name: /^All of it still says/ }).click();
  await saved(translator);
}
