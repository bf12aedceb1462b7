import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainPageText, type Corpus } from '../corpus/corpus.ts';
import { measuredRun } from '../measured-run.ts';
import type { Peer } from './peer.ts';
import { style } from './style.ts';

/** The newest 3.x that installed without trouble (stack notes, November 2026). It is no dependency of the project and stays outside of it. */
const wanted = '3.1.2';
const home = join(tmpdir(), 'doorstep-bench', `eleventy-${wanted}`);
const program = join(home, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');

const fileOf: Peer['fileOf'] = ({ lang, collection, slug }) => `content/${lang}/${collection}/${slug}.md`;

const config = `const languages = ['en', 'nl', 'de'];
const kinds = ['stories', 'guides', 'practices', 'pages'];
export default function (eleventy) {
  for (const lang of languages)
    for (const kind of kinds)
      eleventy.addCollection(lang + '_' + kind, (api) => api.getFilteredByTag(lang + '/' + kind).sort((a, b) => b.date - a.date));
  eleventy.addCollection('topicPages', (api) => {
    const found = new Map();
    for (const item of api.getAll())
      for (const topic of item.data.topics ?? []) {
        const key = item.data.lang + '/' + topic;
        if (!found.has(key)) found.set(key, { lang: item.data.lang, topic, items: [] });
        found.get(key).items.push(item);
      }
    const size = 24;
    return [...found.values()].flatMap(({ lang, topic, items }) =>
      Array.from({ length: Math.ceil(items.length / size) }, (_, index) => ({ lang, topic, index, items: items.slice(index * size, (index + 1) * size) })));
  });
  const known = new WeakMap();
  eleventy.addFilter('at', (all, url) => {
    if (!known.has(all)) known.set(all, new Map(all.map((item) => [item.url, item])));
    return known.get(all).get(url);
  });
  eleventy.addFilter('day', (date) => date.toISOString().slice(0, 10));
  return { dir: { input: 'content', includes: '../layouts', output: 'public' }, markdownTemplateEngine: false };
}
`;
const base = `<!doctype html>
<html lang="{{ lang }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ title }} · Waterlinde</title>
<meta name="description" content="{{ summary }}"><link rel="canonical" href="https://waterlinde.example{{ page.url }}">
{% for other in ['en', 'nl', 'de'] %}<link rel="alternate" hreflang="{{ other }}" href="https://waterlinde.example{{ page.url | replace('/' + lang + '/', '/' + other + '/') }}">
{% endfor %}<style>${style}</style></head>
<body><nav>{% for kind in ['stories', 'guides', 'practices', 'pages'] %}<a href="/{{ lang }}/{{ kind }}/">{{ kind }}</a>{% endfor %}{% for other in ['en', 'nl', 'de'] %}<a href="{{ page.url | replace('/' + lang + '/', '/' + other + '/') }}">{{ other }}</a>{% endfor %}</nav>
<main>{{ content | safe }}</main><footer>Waterlinde</footer></body></html>
`;
const entry = `---
layout: base.njk
---
<article data-pagefind-body><h1>{{ title }}</h1><p>{{ summary }}</p>
<p>{% for topic in topics %}<a href="/{{ lang }}/topics/{{ topic }}/">{{ topic }}</a> {% endfor %}<time>{{ page.date | day }}</time></p>
{{ content | safe }}</article><ul>{% for slug in related %}{% set other = collections.all | at('/' + lang + '/' + slug + '/') %}{% if other %}<li><a href="{{ other.url }}">{{ other.data.title }}</a> {{ other.data.summary }}</li>{% endif %}{% endfor %}</ul>
`;
const rows = (items: string) =>
  `<ul>{% for item in ${items} %}<li><a href="{{ item.url }}">{{ item.data.title }}</a><p>{{ item.data.summary }}</p></li>{% endfor %}</ul>`;
const listOf = (lang: string, kind: string) => `---
layout: base.njk
title: ${kind}
lang: ${lang}
pagination: { data: collections.${lang}_${kind}, size: 24, alias: items }
permalink: "/${lang}/${kind}/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}"
---
<h1>${kind}</h1>${rows('items')}
`;
const topics = `---
layout: base.njk
title: Topic
pagination: { data: collections.topicPages, size: 1, alias: found }
permalink: "/{{ found.lang }}/topics/{{ found.topic }}/{% if found.index > 0 %}page/{{ found.index + 1 }}/{% endif %}"
---
<h1>{{ found.topic }}</h1>${rows('found.items')}
`;

function files({ pages }: Corpus): Map<string, string> {
  const found = new Map<string, string>([
    ['package.json', '{"type":"module"}'],
    ['eleventy.config.js', config],
    ['layouts/base.njk', base],
    ['layouts/entry.njk', entry],
    ['content/topics.njk', topics],
  ]);
  for (const lang of new Set(pages.map((page) => page.lang)))
    for (const kind of new Set(pages.map((page) => page.collection))) {
      found.set(`content/${lang}/${kind}/${kind}.json`, JSON.stringify({ layout: 'entry.njk', lang, tags: [`${lang}/${kind}`] }));
      found.set(`content/${lang}/${kind}-list.njk`, listOf(lang, kind));
    }
  for (const page of pages) found.set(fileOf(page), plainPageText(page, { date: page.published }));
  return found;
}

export const eleventy: Peer = {
  name: 'Eleventy',
  version: async () => {
    await install().catch(() => undefined);
    return existsSync(program) ? wanted : undefined;
  },
  files,
  build: (folder) => ({ program: process.execPath, parameters: [program, '--quiet'], folder }),
  fileOf,
};

async function install(): Promise<void> {
  if (existsSync(program)) return;
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'package.json'), '{"private":true}');
  await measuredRun({ program: 'npm', parameters: ['install', '--no-audit', '--no-fund', `@11ty/eleventy@${wanted}`], folder: home });
}
