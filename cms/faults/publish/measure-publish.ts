import { setTimeout as wait } from 'node:timers/promises';
import { randomFrom } from '../../../src/release/random.ts';
import { documentKey, type DocumentName } from '../../server/document.ts';
import type { PublishingState } from '../../server/publishing/publishing.ts';
import type { Answer, CmsClient, Visitor } from '../harness/cms-client.ts';
import type { CorpusCity } from '../harness/corpus-city.ts';
import { markIn, markText, pathOf } from '../harness/document-text.ts';
import { editingBy } from '../harness/editing.ts';
import { addressOf } from '../harness/live-pages.ts';
import type { SiteClient } from '../harness/site-client.ts';
import { nextMark } from '../harness/writer.ts';
import type { SearchReader } from './search-reader.ts';

/** One publication, in milliseconds from the click. */
export interface Publication {
  /** Until the click is answered: the text is on `main`. */
  answered: number;
  /** Until a reader who asks for the page gets the new one. */
  live: number;
  /** Until a reader who searches for its new title finds it. */
  found: number;
  /** Pages that the release wrote again. */
  written: number;
}

export interface PublishCity {
  client: CmsClient;
  /** An administrator, who sees the state of publishing. */
  who: Visitor;
  author: Visitor;
  site: SiteClient;
  search: SearchReader;
  corpus: CorpusCity;
}

/** Milliseconds between two looks. What is measured is at most this much too long. */
const [pageLook, searchLook] = [10, 50];
/** Milliseconds after which something has gone wrong. */
const patience = 300_000;

/** Publishes one change after the other, each when all of the one before can be found. The first is not counted: it finds the publisher cold. */
export async function measurePublish(city: PublishCity, count: number): Promise<Publication[]> {
  const random = randomFrom(1);
  const names = city.corpus.names.filter((name) => isEnglishGuide(name) && !/^translates:/m.test(city.corpus.textOf(name, 0)));
  const measured: Publication[] = [];
  for (let number = 0; number <= count; number++) {
    const publication = await publishOne(city, random.pick(names));
    if (number > 0) measured.push(publication);
  }
  return measured;
}

const isEnglishGuide = ({ collection, lang }: DocumentName) => collection === 'guides' && lang === 'en';

async function publishOne({ client, who, author, site, search, corpus }: PublishCity, name: DocumentName): Promise<Publication> {
  const editing = editingBy(client, author);
  const well = (answer: Answer, what: string): Answer => {
    if (answer.status !== 200)
      throw new Error(`${what} of ${documentKey(name)} was answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 500)}`);
    return answer;
  };
  const mark = nextMark();
  const { body } = well(await client.call(author, 'getEntry', { path: pathOf(name) }), 'opening');
  const seen = /^_revision: '?([0-9a-f]+)/m.exec(String(body['data']))?.[1] ?? null;
  well(await editing.save(name, { text: corpus.textOf(name, mark), seen }), 'saving');
  well(await editing.setStatus(name, 'pending_publish'), 'declaring ready');

  const clicked = performance.now();
  const since = () => performance.now() - clicked;
  const answering = editing.publish(name).then((answer) => well(answer, 'publishing') && since());
  const looking = until(pageLook, async () => markIn((await site.get(addressOf(name))).text) === mark).then(since);
  const searching = until(searchLook, () => search.finds(markText(mark), addressOf(name))).then(since);
  const [answered, live, found] = await Promise.all([answering, looking, searching]);
  return { answered, live, found, written: (await settled(client, who)).lastLive!.written };
}

async function until(every: number, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Not within ${patience / 1000} seconds.`);
    await wait(every);
  }
}

/** Waits until pages and search are up to date: before, the next publication would pay for this one. */
export async function settled(client: CmsClient, who: Visitor): Promise<PublishingState> {
  let state: PublishingState | undefined;
  await until(100, async () => {
    const { body } = await client.call(who, 'state', {});
    state = body['publishing'] as unknown as PublishingState;
    return state.upToDate && state.searchUpToDate;
  });
  return state!;
}
