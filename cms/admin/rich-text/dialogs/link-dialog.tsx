import { useId, useState } from 'react';
import { useReferences } from '../../widgets/use-references.ts';
import { say } from '../../words.ts';
import { addressOf } from '../addresses.ts';
import { Dialog } from './dialog.tsx';

const kinds = ['guides', 'stories', 'pages', 'practices'] as const;

interface LinkDialogProps {
  href: string;
  onApply: (href: string) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** Asks where a link leads: an address as people type it, or an entry of this site by its title. */
export function LinkDialog({ href, onApply, onRemove, onClose }: LinkDialogProps) {
  const [typed, type] = useState(href);
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const apply = () => {
    const address = addressOf(typed);
    if (address) onApply(address);
    else setWrong(true);
  };
  return (
    <Dialog
      title={say('editor.text.link')}
      apply={say('editor.text.apply')}
      onApply={apply}
      onClose={onClose}
      more={
        href !== '' && (
          <button type="button" onClick={onRemove}>
            {say('editor.text.link.remove')}
          </button>
        )
      }
    >
      <div className="rt-field">
        <label htmlFor={id}>{say('editor.text.link.address')}</label>
        <p className="rt-hint" id={`${id}-hint`}>
          {say('editor.text.link.hint')}
        </p>
        <input
          id={id}
          dir="ltr"
          inputMode="url"
          autoCapitalize="off"
          value={typed}
          aria-describedby={`${id}-hint ${id}-wrong`}
          aria-invalid={wrong}
          onChange={(event) => {
            type(event.target.value);
            setWrong(false);
          }}
        />
        <p className="rt-wrong" id={`${id}-wrong`} role="alert">
          {wrong && say('editor.text.link.wrong')}
        </p>
      </div>
      <Entries value={typed} onChoose={type} />
    </Dialog>
  );
}

/** The entries of this site; nothing where the list cannot be had. */
function Entries({ value, onChoose }: { value: string; onChoose: (href: string) => void }) {
  const id = useId();
  const lists = [useReferences(kinds[0]), useReferences(kinds[1]), useReferences(kinds[2]), useReferences(kinds[3])];
  const entries = kinds.flatMap((kind, index) => (lists[index]!.choices ?? []).map(({ id, title }) => ({ href: `/${kind}/${id}/`, title })));
  if (entries.length === 0) return null;
  return (
    <div className="rt-field">
      <label htmlFor={id}>{say('editor.text.link.entry')}</label>
      <select id={id} value={entries.some(({ href }) => href === value) ? value : ''} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{say('editor.text.choose.none')}</option>
        {entries.map(({ href, title }) => (
          <option key={href} value={href}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
