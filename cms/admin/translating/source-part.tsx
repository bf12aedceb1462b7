import { useId } from 'react';
import type { SourcePart as Part } from '../../server/translating/translation-source.ts';
import type { Piece } from '../../server/translating/word-difference.ts';
import { say } from '../words.ts';

/** How people call a part, in the language of the interface. */
function nameOf({ kind, label }: Part): string {
  if (kind === 'intro') return say('editor.translating.intro');
  if (kind === 'field') return label;
  return label ? say('editor.translating.section', { heading: `\u2068${label}\u2069` }) : say('editor.translating.gone');
}

/** One part of the original. Where it has changed, what is gone is struck out and what is new is underlined, and both are said in words. */
export function SourcePart({ part, lang, dir }: { part: Part; lang: string; dir: 'ltr' | 'rtl' }) {
  const { now, words, changed, isNew } = part;
  const title = useId();
  const isGone = changed && now === '';
  return (
    <article aria-labelledby={title}>
      <h3 id={title}>
        {nameOf(part)}
        {changed && <strong className="source-mark">{say(isNew ? 'editor.translating.new' : 'editor.translating.changed')}</strong>}
      </h3>
      {isGone && <p className="source-told">{say('editor.translating.gone.what')}</p>}
      <div className="source-text" lang={lang} dir={dir}>
        {words ? words.map((piece, at) => <Words key={at} piece={piece} />) : now}
      </div>
    </article>
  );
}

function Words({ piece: { kind, text } }: { piece: Piece }) {
  if (kind === 'same') return text;
  const Tag = kind === 'gone' ? 'del' : 'ins';
  return (
    <Tag>
      <span className="source-unseen" lang={document.documentElement.lang}>
        {say(kind === 'gone' ? 'editor.translating.was' : 'editor.translating.is')}{' '}
      </span>
      {text}
      <span className="source-unseen" lang={document.documentElement.lang}>
        {' '}
        {say('editor.translating.end')}
      </span>
    </Tag>
  );
}
