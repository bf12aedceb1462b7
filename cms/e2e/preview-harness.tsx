import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { PreviewPane } from '../admin/preview/preview-pane.tsx';

interface Begun {
  path: string;
  raw: string;
}

/** Test support: the preview beside a plain text field, as the editor has it beside its form. */
function Harness({ path, raw: begun }: Begun) {
  const [raw, setRaw] = useState(begun);
  const [gone, setGone] = useState('');
  return (
    <main>
      <textarea aria-label="Text" value={raw} onChange={({ target }) => setRaw(target.value)} />
      <output>{gone}</output>
      <PreviewPane path={path} raw={raw} onGo={setGone} />
    </main>
  );
}

createRoot(document.getElementById('root')!).render(<Harness {...(JSON.parse(document.getElementById('begun')!.textContent) as Begun)} />);
