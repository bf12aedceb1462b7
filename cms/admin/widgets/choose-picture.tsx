import { useEffect, useId, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { may } from '../../server/roles.ts';
import { callApi } from '../api.ts';
import { pageData } from '../page-data.ts';
import { references, renewReferences } from '../references.ts';
import { say } from '../words.ts';
import { base64Of, keepPicture, pictureKinds, pictureName } from './chosen-pictures.ts';
import { ShownPicture } from './shown-picture.tsx';

/** How many pictures are shown at first, and how many more each time. */
const step = 24;

/**
 * Lets somebody choose a picture of the site or one of their own, in a window of its own. Who may add pictures to the site adds theirs at once; for others it
 * waits here and goes with the text that shows it. Undefined where they close the window.
 */
export function choosePicture(): Promise<{ file: string } | undefined> {
  const { promise, resolve } = Promise.withResolvers<{ file: string } | undefined>();
  const before = document.activeElement;
  const dialog = document.createElement('dialog');
  dialog.className = 'ds-dialog';
  document.body.append(dialog);
  const root = createRoot(dialog);
  const done = (file?: string) => {
    resolve(file === undefined ? undefined : { file });
    dialog.close();
  };
  dialog.addEventListener('close', () => {
    resolve(undefined);
    root.unmount();
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
  });
  root.render(<Choice done={done} />);
  dialog.showModal();
  return promise;
}

async function take(file: File): Promise<string> {
  if (!may(pageData().person.role, 'upload')) return keepPicture(file);
  const asset = { path: `content/media/${await pictureName(file)}`, content: await base64Of(file), encoding: 'base64' };
  const { path } = await callApi<{ path: string }>('persistMedia', { asset });
  renewReferences();
  return path.replace(/^content\/media\//, '');
}

function Choice({ done }: { done: (file?: string) => void }) {
  const [names, setNames] = useState<readonly string[]>();
  const [words, search] = useState('');
  const [count, show] = useState(step);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const title = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    references('media').then(
      (found) => setNames(found.map(({ id }) => id)),
      () => setProblem(say('editor.fields.unreachable')),
    );
  }, []);
  const fitting = names?.filter((name) => name.includes(words.trim().toLowerCase())) ?? [];
  const upload = async (file: File | undefined) => {
    if (!file) return;
    if (!pictureKinds.includes(file.type)) return setProblem(say('editor.fields.picture.kinds'));
    setBusy(true);
    setProblem(undefined);
    try {
      done(await take(file));
    } catch (refused) {
      setProblem(refused instanceof Error ? refused.message : String(refused));
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby={title} aria-busy={busy}>
      <header className="ds-row">
        <h2 id={title}>{say('editor.fields.picture.choose')}</h2>
        <button type="button" onClick={() => done()}>
          {say('editor.fields.close')}
        </button>
      </header>
      <p>
        <button type="button" className="ds-main" disabled={busy} onClick={() => input.current?.click()}>
          {say('editor.fields.picture.upload')}
        </button>
        <input ref={input} type="file" hidden accept={pictureKinds.join(',')} onChange={(event) => void upload(event.target.files?.[0])} />
      </p>
      {problem && (
        <p className="ds-problem" role="alert">
          {problem}
        </p>
      )}
      <h3>{say('editor.fields.picture.all')}</h3>
      <label className="ds-field">
        {say('editor.fields.search')}
        <input type="search" value={words} onChange={(event) => search(event.target.value)} />
      </label>
      {!names && !problem && <p role="status">{say('editor.fields.loading')}</p>}
      {names && fitting.length === 0 && <p role="status">{say('editor.fields.picture.none')}</p>}
      <ul className="ds-pictures">
        {fitting.slice(0, count).map((name) => (
          <li key={name}>
            <button type="button" onClick={() => done(name)}>
              <ShownPicture name={name} />
              <bdi>{name}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {fitting.length > count && (
        <button type="button" onClick={() => show(count + step)}>
          {say('editor.fields.more')}
        </button>
      )}
    </section>
  );
}
