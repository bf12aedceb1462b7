import { useEffect, useRef, useState } from 'react';
import type { NoTypedPage, TypedPage, TypedProblems } from '../../server/preview/preview-actions.ts';
import type { ShownFinding } from '../../server/checks/shown-findings.ts';
import { ApiProblem, callApi } from '../api.ts';
import { say } from '../words.ts';

/** How long somebody must have stopped typing before the page is made, and before it is checked, in milliseconds: the check looks at the whole site. */
const pageAfter = 250;
const checkAfter = 900;

export interface Asked {
  path: string;
  raw: string;
  lang: string;
}

export interface PreviewState {
  /** The page that can be shown now; an earlier one where the last text has none. */
  page: TypedPage | undefined;
  /** How it stands, in a sentence. */
  status: string;
  /** Undefined until the first check. */
  problems: readonly ShownFinding[] | undefined;
}

const isAborted = (problem: unknown): boolean => problem instanceof DOMException && problem.name === 'AbortError';

/** Keeps asking for the page of what is typed, and for what the check says of it. Only the answer to the last question counts. */
export function usePreview({ path, raw, lang }: Asked): PreviewState {
  const [page, setPage] = useState<TypedPage>();
  const [status, setStatus] = useState(() => say('editor.preview.loading'));
  const [problems, setProblems] = useState<readonly ShownFinding[]>();
  const shown = useRef<{ path: string; page: TypedPage }>(undefined);

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const makePage = async () => {
      try {
        const made = await callApi<TypedPage | NoTypedPage>('preview', { path, raw, lang }, { signal });
        if (signal.aborted) return;
        const before = shown.current?.path === path ? shown.current.page : undefined;
        if (made.id === null) {
          if (made.why === 'overtaken') return;
          setPage(before);
          setStatus(sentences(say(`editor.preview.none.${made.why}`), before && say('editor.preview.kept')));
          return;
        }
        // Of a text that a slip has made unreadable the page before says more than one without it.
        const keeps = made.withoutText && before && before.lang === made.lang;
        if (!keeps) shown.current = { path, page: made };
        setPage(keeps ? before : made);
        setStatus(made.withoutText ? sentences(say('editor.preview.withoutText'), keeps && say('editor.preview.kept')) : madeWords(made));
      } catch (problem) {
        if (!isAborted(problem)) setStatus(problem instanceof ApiProblem ? problem.message : say('editor.preview.none.unreadable'));
      }
    };
    const timer = setTimeout(() => void makePage(), shown.current ? pageAfter : 0);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [path, raw, lang]);

  useEffect(() => {
    const stop = new AbortController();
    const check = async () => {
      try {
        const answer = await callApi<TypedProblems>('previewProblems', { path, raw }, { signal: stop.signal });
        if (answer.problems && !stop.signal.aborted) setProblems(answer.problems);
      } catch {
        // What stands in the way of the check stands in the way of the page too, and is said there.
      }
    };
    const timer = setTimeout(() => void check(), checkAfter);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [path, raw]);

  return { page, status, problems };
}

const sentences = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(' ');
const madeWords = ({ instead }: TypedPage): string =>
  instead === null ? say('editor.preview.ready') : say('editor.preview.instead', { title: instead });
