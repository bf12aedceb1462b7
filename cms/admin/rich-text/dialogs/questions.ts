import type { EditorState, Transaction } from '@tiptap/pm/state';
import { component, type ComponentName } from '../../../../src/mdx/components.ts';
import { attributesOf, type Attributes } from '../component-specs.ts';
import { addStep, askedOf, insertComponent, setAttributes, type Placed } from '../writing/blocks.ts';
import { linkRange } from '../writing/marks.ts';

/** A change of the text; nothing where it cannot be made. */
export type Change = (state: EditorState) => Transaction | undefined;

interface AttributesQuestion {
  kind: 'attributes';
  name: ComponentName;
  attributes: Attributes;
  /** It is not in the text yet. */
  isNew: boolean;
  /** Whether there is anything to ask. */
  asks: boolean;
  answer: (state: EditorState, attributes: Attributes) => Transaction | undefined;
}

/** What somebody is asked, and what becomes of the answer. */
export type Question = { kind: 'link'; href: string } | AttributesQuestion;

export const linkQuestion = (state: EditorState): Question => ({ kind: 'link', href: linkRange(state).href });

const about = (name: ComponentName, more: Pick<AttributesQuestion, 'attributes' | 'isNew' | 'answer'>): AttributesQuestion => ({
  kind: 'attributes',
  name,
  asks: Object.keys(component(name).attributes).length > 0,
  ...more,
});

/** What a component in the text says; nothing for one that says nothing. */
export function editQuestion(placed: Placed): Question | undefined {
  const answer = (state: EditorState, attributes: Attributes) => setAttributes(state, placed, attributes);
  const question = about(placed.name, { attributes: attributesOf(placed.node), isNew: false, answer });
  return question.asks ? question : undefined;
}

export const stepQuestion = (placed: Placed): Question =>
  about(askedOf(placed.name), { attributes: {}, isNew: true, answer: (state, attributes) => addStep(state, placed, attributes) });

export const insertQuestion = (name: ComponentName): AttributesQuestion =>
  about(askedOf(name), { attributes: {}, isNew: true, answer: (state, attributes) => insertComponent(state, name, attributes) });
