import { stringify } from 'yaml';
import { plainPageText, type Corpus } from '../corpus/corpus.ts';
import { measuredRun } from '../measured-run.ts';
import type { Peer } from './peer.ts';
import { style } from './style.ts';

const fileOf: Peer['fileOf'] = ({ lang, collection, slug }) => `content/${lang}/${collection}/${slug}.md`;

const base = `<!doctype html>
<html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }} · {{ .Site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}"><link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}<style>${style}</style></head>
<body><nav>{{ range (slice "stories" "guides" "practices" "pages") }}<a href="/{{ $.Language.Lang }}/{{ . }}/">{{ . }}</a>{{ end }}{{ range .Translations }}<a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a>{{ end }}</nav>
<main>{{ block "main" . }}{{ end }}</main><footer>{{ .Site.Title }}</footer></body></html>
`;
const single = `{{ define "main" }}<article data-pagefind-body><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
<p>{{ range .GetTerms "topics" }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ end }}<time>{{ .Date.Format "2006-01-02" }}</time></p>
{{ .Content }}</article><ul>{{ range .Params.related }}{{ with $.Site.GetPage (printf "/%s" .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.summary }}</li>{{ end }}{{ end }}</ul>{{ end }}
`;
const list = `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Params.summary }}</p></li>{{ end }}</ul>
{{ with .Paginator.Prev }}<a href="{{ .URL }}">newer</a>{{ end }}{{ with .Paginator.Next }}<a href="{{ .URL }}">older</a>{{ end }}{{ end }}
`;
const terms = `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`;

function files({ pages }: Corpus): Map<string, string> {
  const languages = Object.fromEntries(
    [...new Set(pages.map(({ lang }) => lang))].map((lang, index) => [
      lang,
      { contentDir: `content/${lang}`, weight: index + 1, title: 'Waterlinde' },
    ]),
  );
  const config = {
    baseURL: 'https://waterlinde.example/',
    title: 'Waterlinde',
    defaultContentLanguage: 'en',
    defaultContentLanguageInSubdir: true,
    paginate: 24,
    taxonomies: { topic: 'topics' },
    disableKinds: ['RSS', 'sitemap', '404'],
    languages,
  };
  return new Map([
    ['hugo.yaml', stringify(config)],
    ['layouts/_default/baseof.html', base],
    ['layouts/_default/single.html', single],
    ['layouts/_default/list.html', list],
    ['layouts/_default/terms.html', terms],
    ...pages.map((page) => [fileOf(page), plainPageText(page, { date: page.published })] as const),
  ]);
}

export const hugo: Peer = {
  name: 'Hugo',
  version: async () => {
    const { output } = await measuredRun({ program: 'hugo', parameters: ['version'] }).catch(() => ({ output: '' }));
    return /v([\d.]+)/.exec(output)?.[1];
  },
  files,
  build: (folder) => ({ program: 'hugo', parameters: ['--quiet', '--destination', 'public'], folder }),
  fileOf,
};
