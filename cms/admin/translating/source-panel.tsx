import { useEffect, useId, useState } from 'react';
import type { TranslationSource } from '../../server/translating/translation-source.ts';
import { ApiProblem, callApi } from '../api.ts';
import { pageData } from '../page-data.ts';
import { say } from '../words.ts';
import { SourcePart } from './source-part.tsx';
import './source-panel.css';

type Fetched = { source: TranslationSource } | { problem: string } | undefined;

interface SourcePanelProps {
  /** The translation's path, as Decap knows it. */
  path: string;
  /** The revision of the original that came with the translation when it was opened (`_original`). */
  original?: string | undefined;
}

/** What is translated, part by part beside the form: in its own language, with what has changed since it was translated. */
export function SourcePanel({ path, original }: SourcePanelProps) {
  const [fetched, keep] = useState<Fetched>();
  const [attempt, tryAgain] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    keep(undefined);
    callApi<TranslationSource>('translationSource', { path, ...(original && { original }) }, { signal: leaving.signal }).then(
      (source) => keep({ source }),
      (problem: unknown) => {
        if (!leaving.signal.aborted) keep({ problem: problem instanceof ApiProblem ? problem.message : String(problem) });
      },
    );
    return () => leaving.abort();
  }, [path, original, attempt]);
  if (!fetched)
    return (
      <p className="source" role="status">
        {say('editor.translating.loading')}
      </p>
    );
  if ('problem' in fetched)
    return (
      <div className="source" role="alert">
        <p>{say('editor.translating.none', { why: fetched.problem })}</p>
        <button type="button" onClick={() => tryAgain(attempt + 1)}>
          {say('editor.translating.again')}
        </button>
      </div>
    );
  return <Source source={fetched.source} />;
}

const languageName = (lang: string, of: string) => new Intl.DisplayNames([lang], { type: 'language' }).of(of) ?? of;

function Source({ source }: { source: TranslationSource }) {
  const { original, parts, changed } = source;
  const [onlyChanged, showOnlyChanged] = useState(false);
  const title = useId();
  const shown = onlyChanged ? parts.filter((part) => part.changed) : parts;
  return (
    <section className="source" aria-labelledby={title}>
      <h2 id={title}>{say('editor.translating.source', { language: languageName(pageData().lang, original.lang) })}</h2>
      <Standing source={source} />
      <p className="source-ways">
        {changed.length > 0 && (
          <button type="button" aria-pressed={onlyChanged} onClick={() => showOnlyChanged(!onlyChanged)}>
            {say(onlyChanged ? 'editor.translating.all' : 'editor.translating.only')}
          </button>
        )}
        <a href={original.entry} target="_blank" rel="noreferrer">
          {say('editor.translating.open')}
        </a>
      </p>
      {shown.map((part) => (
        <SourcePart key={part.part} part={part} lang={original.lang} dir={original.dir} />
      ))}
    </section>
  );
}

/** How the translation stands to it, in a sentence or two. */
function Standing({ source: { state, changed, newer, original } }: { source: TranslationSource }) {
  const sentences = [
    ...(newer ? [say('editor.translating.newer')] : []),
    ...(original.published ? [] : [say('editor.translating.draft')]),
    ...(state === 'summary' ? [say('editor.translating.summary')] : []),
    ...(changed.length > 0
      ? [say('editor.translating.count', { count: changed.length })]
      : state === 'current'
        ? [say('editor.translating.current')]
        : []),
  ];
  return (
    <div role="status">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
