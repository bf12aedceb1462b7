import { useState } from 'react';
import { component, type ComponentName } from '../../../../src/mdx/components.ts';
import { labelOf } from '../../field-words.ts';
import { say } from '../../words.ts';
import type { Attributes } from '../component-specs.ts';
import { AttributeField } from './attribute-field.tsx';
import { Dialog } from './dialog.tsx';

interface AttributesDialogProps {
  name: ComponentName;
  attributes: Attributes;
  /** It is not in the text yet. */
  isNew: boolean;
  onApply: (attributes: Attributes) => void;
  onClose: () => void;
}

/** Asks for the attributes of a component, as its row in the table of components describes them. */
export function AttributesDialog({ name, attributes, isNew, onApply, onClose }: AttributesDialogProps) {
  const [values, set] = useState<Attributes>(attributes);
  const { label, hint, attributes: known } = component(name);
  const [missing, setMissing] = useState<string>();
  const apply = () => {
    const lacking = Object.entries(known).find(([key, { required }]) => required && key !== 'alt' && !values[key]?.trim());
    if (lacking) return setMissing(labelOf(lacking[1].label));
    const filled = Object.entries(known).flatMap(([key, { required }]) => {
      const value = (values[key] ?? '').replace(/\s+/g, ' ').trim();
      return value !== '' || required ? [[key, value] as const] : [];
    });
    return onApply(Object.fromEntries(filled));
  };
  return (
    <Dialog
      title={labelOf(label)}
      hint={labelOf(hint)}
      apply={say(isNew ? 'editor.text.put' : 'editor.text.apply')}
      onApply={apply}
      onClose={onClose}
    >
      {Object.entries(known).map(([key, attribute]) => (
        <AttributeField
          key={key}
          name={key}
          attribute={attribute}
          value={values[key] ?? ''}
          onChange={(value) => set((before) => ({ ...before, [key]: value }))}
        />
      ))}
      <p className="rt-wrong" role="alert">
        {missing && say('editor.text.missing', { name: missing })}
      </p>
    </Dialog>
  );
}
