import { useEffect, useId, useRef, type ReactNode } from 'react';
import { say } from '../../words.ts';

interface DialogProps {
  title: string;
  hint?: string | undefined;
  apply: string;
  onApply: () => void;
  onClose: () => void;
  /** Further buttons, before the one that closes. */
  more?: ReactNode;
  children: ReactNode;
}

/** A question over the page: Escape closes it, Enter in a field answers it, and the focus goes back to where it was. */
export function Dialog({ title, hint, apply, onApply, onClose, more, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    return () => shown.close();
  }, []);
  return (
    <dialog ref={dialog} className="rt-dialog" aria-labelledby={id} onClose={onClose} onKeyDown={(event) => event.stopPropagation()}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onApply();
        }}
      >
        <h2 id={id}>{title}</h2>
        {hint && <p className="rt-hint">{hint}</p>}
        {children}
        <div className="rt-buttons">
          <button type="submit" className="rt-do">
            {apply}
          </button>
          {more}
          <button type="button" onClick={onClose}>
            {say('editor.text.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
