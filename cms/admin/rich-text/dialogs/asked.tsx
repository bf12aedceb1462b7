import { setLink } from '../writing/marks.ts';
import { AttributesDialog } from './attributes-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import type { Change, Question } from './questions.ts';

/** A question as a dialog, its answer as a change of the text. */
export function Asked({ question, onAnswer, onClose }: { question: Question; onAnswer: (change: Change) => void; onClose: () => void }) {
  if (question.kind === 'link')
    return (
      <LinkDialog
        href={question.href}
        onApply={(href) => onAnswer((state) => setLink(state, href))}
        onRemove={() => onAnswer((state) => setLink(state, undefined))}
        onClose={onClose}
      />
    );
  const { name, attributes, isNew, answer } = question;
  return (
    <AttributesDialog
      name={name}
      attributes={attributes}
      isNew={isNew}
      onApply={(filled) => onAnswer((state) => answer(state, filled))}
      onClose={onClose}
    />
  );
}
