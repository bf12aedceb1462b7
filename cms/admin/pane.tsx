import type { Map } from 'immutable';
import { useState } from 'react';
import { goToField } from './field-place.ts';
import { pageData } from './page-data.ts';
import { PreviewPane } from './preview/preview-pane.tsx';
import { SourcePanel } from './translating/source-panel.tsx';
import { rawOf } from './raw-entry.ts';
import { say } from './words.ts';

interface PaneProps {
  entry: Map<string, unknown>;
  collection: Map<string, unknown>;
}

/** Beside the form: the page as readers will see it, and for a translation the text that is translated. */
export function Pane({ entry, collection }: PaneProps) {
  const isTranslation = String(collection.get('name')).endsWith('-translations');
  const [shown, show] = useState<'source' | 'page'>(isTranslation ? 'source' : 'page');
  const { path, raw } = rawOf(entry, collection);
  const { lang, dir } = pageData();
  const page = <PreviewPane path={path} raw={raw} onGo={goToField} />;
  const tab = (name: 'source' | 'page', key: string) => (
    <button type="button" aria-pressed={shown === name} onClick={() => show(name)}>
      {say(key)}
    </button>
  );
  return (
    <div className="pane" lang={lang} dir={dir}>
      {isTranslation && (
        <div className="pane-tabs" role="group" aria-label={say('editor.pane')}>
          {tab('source', 'editor.pane.source')}
          {tab('page', 'editor.pane.page')}
        </div>
      )}
      {shown === 'source' ? <SourcePanel path={path} original={entry.getIn(['data', '_original']) as string | undefined} /> : page}
    </div>
  );
}
