import { useId, useState } from 'react';
import type { PreviewLanguage } from '../../server/preview/create-preview.ts';
import { pageData } from '../page-data.ts';
import { say } from '../words.ts';
import { PreviewFrame, widths, type WidthName } from './preview-frame.tsx';
import { PreviewProblems } from './preview-problems.tsx';
import { usePreview } from './use-preview.ts';
import './preview.css';

export interface PreviewPaneProps {
  /** As Decap names the file: `content/guides/nl/register.mdx`. */
  path: string;
  /** The whole text as it would be sent. */
  raw: string;
  /** Leads to the field of a problem: `glance.cost`. */
  onGo?: (field: string) => unknown;
}

/** The page that readers would get of what is being typed, at any width and in any language of the entry, with what the check says of it. */
export function PreviewPane({ path, raw, onGo }: PreviewPaneProps) {
  const [lang, setLang] = useState(() => pageData().lang);
  const [width, setWidth] = useState<WidthName>('full');
  const { page, status, problems } = usePreview({ path, raw, lang });
  const heading = useId();
  return (
    <section className="preview" aria-label={say('editor.preview')}>
      <div className="preview-bar">
        <WidthChoice width={width} onChoose={setWidth} />
        <LanguageChoice lang={page?.lang ?? lang} languages={page?.languages ?? []} onChoose={setLang} />
        {page && (
          <a href={page.tab} target="_blank" rel="noopener">
            {say('editor.preview.open')}
          </a>
        )}
      </div>
      <p className="preview-status" role="status">
        {status}
      </p>
      <div className="preview-body">
        {page && <PreviewFrame address={page.address} language={nameOf(page.languages, page.lang)} width={width} onLang={setLang} />}
        {problems && (
          <aside className="preview-margin" aria-labelledby={heading}>
            <h2 id={heading} aria-live="polite">
              {problems.length === 0 ? say('editor.preview.problems.none') : say('editor.preview.problems', { count: problems.length })}
            </h2>
            <PreviewProblems problems={problems} onGo={onGo} />
          </aside>
        )}
      </div>
    </section>
  );
}

const nameOf = (languages: readonly PreviewLanguage[], lang: string): string => languages.find((one) => one.lang === lang)?.name ?? lang;

function WidthChoice({ width, onChoose }: { width: WidthName; onChoose: (width: WidthName) => void }) {
  const group = useId();
  return (
    <fieldset className="preview-widths">
      <legend>{say('editor.preview.width')}</legend>
      {(Object.keys(widths) as WidthName[]).map((name) => (
        <label key={name}>
          <input type="radio" name={group} checked={name === width} onChange={() => onChoose(name)} />
          <span>{say(`editor.preview.width.${name}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface LanguageChoiceProps {
  lang: string;
  languages: readonly PreviewLanguage[];
  onChoose: (lang: string) => void;
}

function LanguageChoice({ lang, languages, onChoose }: LanguageChoiceProps) {
  return (
    <label className="preview-language">
      <span>{say('editor.preview.language')}</span>
      <select value={lang} onChange={({ target }) => onChoose(target.value)}>
        {languages.map(({ lang: id, name, exists }) => (
          <option key={id} value={id} lang={exists ? id : undefined}>
            {exists ? name : say('editor.preview.language.missing', { name })}
          </option>
        ))}
        {languages.length === 0 && <option value={lang}>{lang}</option>}
      </select>
    </label>
  );
}
