import { useEffect, useState } from 'react';
import type { Reference } from '../../../src/content-model/field.ts';
import type { ReferenceChoice } from '../../server/protocol/references.ts';
import { onNewReferences, references } from '../references.ts';

export interface KnownReferences {
  choices: readonly ReferenceChoice[] | undefined;
  failed: boolean;
  again: () => void;
}

/** What can be named, as it is now: asked for once and again whenever there may be something new. */
export function useReferences(kind: Reference): KnownReferences {
  const [choices, setChoices] = useState<readonly ReferenceChoice[]>();
  const [failed, fail] = useState(false);
  const [round, setRound] = useState(0);
  const again = () => setRound((before) => before + 1);
  useEffect(() => onNewReferences(again), []);
  useEffect(() => {
    let isCurrent = true;
    references(kind).then(
      (found) => {
        if (!isCurrent) return;
        setChoices(found);
        fail(false);
      },
      () => isCurrent && fail(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [kind, round]);
  return { choices, failed, again };
}
