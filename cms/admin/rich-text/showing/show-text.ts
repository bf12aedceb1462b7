import { NodeSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { pageData } from '../../page-data.ts';
import { componentOf } from '../component-specs.ts';
import { nodeViews, type BlockActions } from './node-views.ts';

interface Shown {
  state: EditorState;
  /** Of what the field’s label belongs to. */
  id: string;
  label: string;
  isEditable: () => boolean;
  actions: BlockActions;
  onTransaction: (tr: Transaction) => void;
  /** Enter while a whole block is selected. True if that did something. */
  onEnterOnBlock: () => boolean;
  onFocus: () => void;
  onLeave: () => void;
}

/** Shows a text in which one writes, and which says to screen readers that it is one. */
export function showText(
  place: HTMLElement,
  { state, id, label, isEditable, actions, onTransaction, onEnterOnBlock, onFocus, onLeave }: Shown,
): EditorView {
  const { lang, dir } = pageData();
  return new EditorView(place, {
    state,
    dispatchTransaction: onTransaction,
    editable: isEditable,
    nodeViews: nodeViews(actions),
    attributes: { id, class: 'rt-text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang, dir },
    handleDOMEvents: { focus: onFocus, blur: onLeave },
    handleKeyDown: ({ state: { selection } }, { key }) =>
      key === 'Enter' && selection instanceof NodeSelection && componentOf(selection.node) !== undefined && onEnterOnBlock(),
  });
}
