import { reasons, nearness, contactKinds } from '../../content-model/story.ts';
import { models, themes } from '../../content-model/practice.ts';
import type { Block } from './blocks.ts';
import type { Plan, Planned } from './plan.ts';
import { fixed, guided, reported, titles, told } from './sentences.ts';
import { Teller } from './teller.ts';
import type { Language, Row } from './words.ts';

/** What entries may refer to, beside each other. */
export interface Surroundings {
  plan: Plan;
  portraits: readonly string[];
  topics: readonly string[];
  audiences: readonly string[];
  stages: readonly string[];
  owners: readonly string[];
}
/** An entry in one language, whole: a translation's inherited fields are in it too. */
export interface Written {
  data: Record<string, unknown> & { title: string; summary: string; topics: string[]; published: string };
  blocks: Block[];
  /** Words of the data that readers read, for generators that know a body only. */
  beside: Block[];
  /** Slugs of entries to go on to, with their collection. */
  related: string[];
}

const day = (teller: Teller, from: number, to: number) =>
  `${teller.number(from, to)}-${String(teller.number(1, 10)).padStart(2, '0')}-${String(teller.number(1, 28)).padStart(2, '0')}`;
const heading = (text: string): Block => ({ kind: 'heading', text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

function common(teller: Teller, entry: Planned, { topics, audiences, stages, owners }: Surroundings, rows: readonly Row[]) {
  const title = teller.next(titles[entry.collection]).slice(0, 150);
  return {
    title,
    summary: teller.next(rows).slice(0, 310),
    voice: teller.one(['resident', 'student', 'official', 'organisation'] as const),
    audiences: teller.some(audiences, teller.number(0, 2)),
    stages: teller.some(stages, teller.number(1, 2)),
    topics: teller.some(topics, teller.number(1, 2)),
    owner: teller.one(owners),
    published: day(teller, 2023, 2026),
  };
}

/** A sentence of which one place is a link or a fact. */
function sentence(row: Row, teller: Teller, what: Extract<Block, { kind: 'sentence' }>['what']): Block {
  const [before = '', after = ''] = teller.say(row, { fact: '\u0000', link: '\u0000' }).split('\u0000');
  return { kind: 'sentence', before, after, what };
}

const titleOf = (entry: Planned, lang: Language) => new Teller(entry.seed, lang).next(titles[entry.collection]);
const factValue = (entry: Planned) => new Teller(`${entry.seed} value`, 'en').number(100, 250_000);

function seeAlso(teller: Teller, target: Planned): Block {
  const what = { href: `/${target.collection}/${target.slug}/`, label: titleOf(target, teller.lang) };
  return sentence(fixed.seeAlso[0]!, teller, what);
}

function story(entry: Planned, lang: Language, around: Surroundings): Written {
  const teller = new Teller(entry.seed, lang);
  const base = common(teller, entry, around, told);
  const name = teller.word('name');
  const [from, till] = [teller.number(1994, 2008), teller.number(2014, 2024)];
  const said = (rows: readonly Row[]) => {
    const seed = `${entry.seed} ${rows.length} ${teller.number(0, 1e6)}`;
    const inOriginal = new Teller(seed, entry.original).next(rows);
    return { language: entry.original, said: inOriginal, ...(lang === entry.original ? {} : { text: new Teller(seed, lang).next(rows) }) };
  };
  const contacts = (size: number) =>
    Array.from({ length: size }, () => ({ who: teller.say(teller.one(fixed.nearby)), near: teller.one(nearness), kind: teller.one(contactKinds) }));
  const hard = Array.from({ length: teller.number(1, 3) }, () => {
    const text = teller.next(told);
    return { number: String(teller.number(3, 40)), unit: teller.say(teller.one(fixed.months)), text };
  });
  const helped = Array.from({ length: teller.number(1, 3) }, () => ({
    who: teller.word('helper'),
    how: teller.next(told),
    voice: teller.one(['resident', 'student', 'official', 'organisation'] as const),
  }));
  const sections = fixed.sections.filter((_, index) => index === 0 || index === fixed.sections.length - 1 || teller.number(0, 2) > 0);
  const place = teller.word('city');
  const portrait = around.portraits[entry.index % around.portraits.length];
  const guides = teller.some(around.plan.guides, teller.number(1, 3));
  const blocks: Block[] = [paragraph(teller.paragraph(told, teller.number(2, 3)))];
  for (const section of sections) {
    blocks.push(heading(teller.say(section)));
    for (let left = teller.number(1, 2); left > 0; left--) blocks.push(paragraph(teller.paragraph(told, teller.number(3, 5))));
  }
  const linked = teller.one(around.plan.guides);
  blocks.push(seeAlso(teller, linked));
  const advice = said(told);
  const quote = said(told);
  return {
    data: {
      ...base,
      voice: teller.one(['resident', 'student'] as const),
      number: entry.index + 1,
      person: {
        name,
        age: teller.number(19, 71),
        work: teller.word('job'),
        from: place,
        country: teller.one(['UA', 'SY', 'NG', 'BR', 'IN', 'CO', 'PL', 'GE', 'TR', 'GH', 'VN', 'EC', 'PT', 'EE', 'ER']),
        languages: [{ language: entry.original, level: 'native' }, { language: teller.one(['uk', 'ar', 'pt', 'hi', 'es', 'pl', 'ka', 'tr']) }],
        since: `${till}-09`,
        cameFor: teller.one(reasons),
        home: teller.say(fixed.home[0]!),
      },
      ...(portrait
        ? { portrait: { file: portrait, alt: teller.say(fixed.portrait[0]!, { name }), credit: 'Drawn for the sample city', licence: 'CC0' } }
        : {}),
      quote,
      line: [
        { place, when: String(from) },
        { place: teller.word('city'), when: String(till - 4) },
        { place: teller.say(fixed.stop[0]!).slice(0, 78), when: `${till}-09`, note: teller.word('span'), waiting: true },
        { place: 'Waterlinde', when: String(till + 1) },
      ],
      legs: sections.map((_, index) => ({
        where: index === 0 ? place : teller.word('street'),
        when: teller.say(fixed.until[0]!),
        waiting: index === 1,
      })),
      hard,
      helped,
      circle: { first: till, now: 2026, then: contacts(teller.number(2, 4)), today: contacts(teller.number(4, 9)) },
      advice,
      listener: teller.word('name'),
      told: teller.say(fixed.told[0]!),
      paid: teller.say(fixed.paid[0]!),
      guides: guides.map(({ slug }) => slug),
      consent: { id: `c-${entry.index + 1}`, scopes: ['site', 'portrait', 'share'], until: '2030-12-31' },
    },
    blocks,
    beside: [
      { kind: 'callout', type: 'note', title: name, text: quote.text ?? quote.said },
      heading(teller.say(fixed.hard[0]!)),
      ...hard.map(({ number, unit, text }) => paragraph(`**${number} ${unit}.** ${text}`)),
      heading(teller.say(fixed.helped[0]!)),
      ...helped.map(({ who, how }) => paragraph(`**${who}.** ${how}`)),
      heading(teller.say(fixed.advice[0]!)),
      paragraph(advice.text ?? advice.said),
    ],
    related: [...guides.map(({ slug }) => `guides/${slug}`), ...neighbours(entry, around).map(({ slug }) => `stories/${slug}`)],
  };
}

/** The two entries of the collection that stand before this one: what a reader may go on to. */
const neighbours = ({ collection, index }: Planned, { plan }: Surroundings) =>
  [1, 2].flatMap((back) => plan[collection][(index - back + plan[collection].length) % plan[collection].length] ?? []);

function guide(entry: Planned, lang: Language, around: Surroundings): Written {
  const teller = new Teller(entry.seed, lang);
  const base = common(teller, entry, around, guided);
  const variants = fixed.variants.map((row, index) => ({ id: ['eu', 'non-eu'][index]!, label: teller.say(row) }));
  const [what, todo, wrong] = fixed.guideSections.map((row) => heading(teller.say(row))) as [Block, Block, Block];
  const steps = teller.some(fixed.steps, teller.number(3, 5)).map((row, index) => ({
    title: teller.say(row),
    text: teller.paragraph(guided, teller.number(2, 5)),
    variants: index === 1 ? variants.map((variant) => ({ ...variant, text: teller.paragraph(guided, 2) })) : [],
  }));
  const phrase = teller.one(fixed.phrases);
  const fact = teller.one(around.plan.facts);
  const [goodToKnow, lookOut] = fixed.good.map((row) => teller.say(row)) as [string, string];
  const teller1 = teller.one(around.plan.stories);
  const blocks: Block[] = [
    paragraph(teller.paragraph(guided, 3)),
    what,
    paragraph(teller.paragraph(guided, teller.number(3, 6))),
    sentence(fixed.factSentence[0]!, teller, { fact: fact.slug, value: String(factValue(fact)) }),
    todo,
    { kind: 'steps', steps },
    wrong,
    paragraph(teller.paragraph(guided, teller.number(3, 6))),
    { kind: 'callout', type: 'stop', title: lookOut, text: teller.paragraph(guided, 2) },
    { kind: 'phrase', say: phrase[1], means: teller.say(phrase) },
    paragraph(teller.paragraph(guided, teller.number(2, 8))),
    { kind: 'callout', type: 'tip', title: goodToKnow, text: teller.next(guided) },
    seeAlso(teller, teller1),
  ];
  const [who, cost, time, bring] = fixed.glance.map((row) => teller.say(row)) as [string, string, string, string];
  return {
    data: {
      ...base,
      glance: { who, cost, time, bring, languages: ['nl', 'en'] },
      variants,
      sources: [{ title: 'Wet basisregistratie personen', by: 'Rijk', url: 'https://law.example/brp', voice: 'official', asOf: '2026-01-01' }],
      reviewed: `2026-0${teller.number(4, 9)}-15`,
      reviewEvery: 12,
      contact: teller.one(around.owners),
    },
    blocks,
    beside: [paragraph([who, cost, time, bring].join('; '))],
    related: [`stories/${teller1.slug}`, ...neighbours(entry, around).map(({ slug }) => `guides/${slug}`)],
  };
}

function practice(entry: Planned, lang: Language, around: Surroundings): Written {
  const teller = new Teller(entry.seed, lang);
  const base = common(teller, entry, around, reported);
  const blocks = fixed.practiceSections.flatMap((row) => [
    heading(teller.say(row)),
    ...Array.from({ length: teller.number(1, 3) }, () => paragraph(teller.paragraph(reported, teller.number(4, 6)))),
  ]);
  return {
    data: {
      ...base,
      voice: 'organisation',
      city: teller.word('city'),
      country: teller.one(['NL', 'DE', 'EE', 'PL', 'IT', 'SE', 'DK']),
      theme: teller.one(themes),
      model: teller.one(models),
      since: String(teller.number(2009, 2022)),
      sources: [{ title: 'Report on welcoming cities', by: 'Network of cities', part: `Chapter ${teller.number(1, 12)}` }],
    },
    blocks: [paragraph(teller.paragraph(reported, 2)), ...blocks],
    beside: [],
    related: neighbours(entry, around).map(({ slug }) => `practices/${slug}`),
  };
}

function page(entry: Planned, lang: Language, around: Surroundings): Written {
  const teller = new Teller(entry.seed, lang);
  const base = common(teller, entry, around, guided);
  const stories = teller.some(around.plan.stories, 3).map(({ slug }) => slug);
  const facts = teller.some(around.plan.facts, 3).map(({ slug }) => slug);
  return {
    data: {
      ...base,
      blocks: [
        { type: 'chorus', stories },
        { type: 'guides', topic: teller.one(around.topics), limit: 6 },
        { type: 'figures', facts },
        { type: 'text', text: teller.paragraph(guided, 5) },
      ],
    },
    blocks: [paragraph(teller.paragraph(guided, 6)), heading(teller.say(fixed.guideSections[0]!)), paragraph(teller.paragraph(told, 8))],
    beside: [],
    related: stories.map((slug) => `stories/${slug}`),
  };
}

function fact(entry: Planned, lang: Language, around: Surroundings): Written {
  const teller = new Teller(entry.seed, lang);
  const { title, topics, owner, published } = common(teller, entry, around, reported);
  const unit = teller.say(fixed.people[0]!);
  const source = { title: 'Statistics of the city', by: 'Statistics office', url: 'https://statistics.example/' };
  const value = factValue(entry);
  return {
    data: { title, topics, owner, published, value, unit, asOf: '2026-01-01', source } as unknown as Written['data'],
    blocks: [],
    beside: [],
    related: [],
  };
}

const makers = { stories: story, guides: guide, practices: practice, pages: page, facts: fact };

/** An entry of the plan in one language. The same plan, entry and language give the same text. */
export const writeEntry = (entry: Planned, lang: Language, around: Surroundings): Written => makers[entry.collection](entry, lang, around);
