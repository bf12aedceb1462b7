import { Fragment, type Node, type NodeType, type ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, Selection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import { findWrapping } from '@tiptap/pm/transform';
import { component, type ComponentName } from '../../../../src/mdx/components.ts';
import { attributesOf, componentOf, type Attributes } from '../component-specs.ts';
import { schema } from '../schema.ts';

/** A component in the text, and where it begins. */
export interface Placed {
  name: ComponentName;
  node: Node;
  at: number;
}

/** The component that is selected, or the innermost one around the cursor. */
export function componentAt({ selection }: EditorState): Placed | undefined {
  const selected = selection instanceof NodeSelection ? componentOf(selection.node) : undefined;
  if (selected) return { name: selected, node: (selection as NodeSelection).node, at: selection.from };
  for (let depth = selection.$from.depth; depth > 0; depth--) {
    const node = selection.$from.node(depth);
    const name = componentOf(node);
    if (name) return { name, node, at: selection.$from.before(depth) };
  }
  return undefined;
}

const empty = (): Node => schema.node('paragraph');

/** A new component; one that holds only others, as steps do, with the first of them. `attributes` are of the one that has some. */
function newComponent(name: ComponentName, attributes: Attributes): Node {
  const { only, children } = component(name);
  if (only) return schema.node(name, null, [newComponent(only, attributes)]);
  return schema.node(name, { attributes }, children ? [empty()] : undefined);
}

/** The component whose attributes are asked for when one is inserted: of steps, the first step. */
export const askedOf = (name: ComponentName): ComponentName => component(name).only ?? name;

/** Puts a component into the text: in the sentence, around the blocks that are selected, or after the block with the cursor. Nothing where it cannot stand. */
export function insertComponent(state: EditorState, name: ComponentName, attributes: Attributes): Transaction | undefined {
  const { inline, children, only } = component(name);
  const node = newComponent(name, attributes);
  if (inline) return insertWord(state, node);
  if (children && !only && !state.selection.empty) {
    const range = state.selection.$from.blockRange(state.selection.$to);
    const wrapping = range && findWrapping(range, node.type, node.attrs);
    if (range && wrapping) return state.tr.wrap(range, wrapping).scrollIntoView();
  }
  return insertBlock(state, node);
}

function insertWord(state: EditorState, node: Node): Transaction | undefined {
  const { $from, $to } = state.selection;
  const { parent } = $from;
  // A heading holds words only, and so does a link.
  if (parent.type.name === 'heading' || !parent.canReplaceWith($from.index(), $to.indexAfter(), node.type)) return undefined;
  return state.tr
    .replaceSelectionWith(node, false)
    .removeMark(state.selection.from, state.selection.from + 1, schema.marks['link']!)
    .scrollIntoView();
}

/** Puts a block after the one with the cursor, or in its place if it is empty. Not into lists and tables, but after them. */
export function insertBlock(state: EditorState, node: Node): Transaction | undefined {
  const place = placeFor(state.selection.$to, node.type);
  if (!place) return undefined;
  const tr = state.tr.replaceWith(place.from, place.to, node);
  const after = place.from + node.nodeSize;
  // The cursor goes to where one writes on: into the block, or below it.
  if (!node.isAtom && node.firstChild) return tr.setSelection(Selection.near(tr.doc.resolve(place.from + 1))).scrollIntoView();
  if (!tr.doc.resolve(after).nodeAfter?.isTextblock) tr.insert(after, empty());
  return tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView();
}

function placeFor($at: ResolvedPos, type: NodeType): { from: number; to: number } | undefined {
  for (let depth = $at.depth - 1; depth >= 0; depth--) {
    const parent = $at.node(depth);
    if (parent.type.name === 'list_item') continue;
    const [before, after, inner] = [$at.before(depth + 1), $at.after(depth + 1), $at.node(depth + 1)];
    const replaces = inner.type.name === 'paragraph' && inner.content.size === 0;
    if (parent.canReplaceWith(replaces ? $at.index(depth) : $at.indexAfter(depth), $at.indexAfter(depth), type))
      return { from: replaces ? before : after, to: after };
  }
  return $at.depth === 0 && $at.parent.canReplaceWith($at.index(), $at.index(), type) ? { from: $at.pos, to: $at.pos } : undefined;
}

export const setAttributes = (state: EditorState, { at, node }: Placed, attributes: Attributes): Transaction => {
  const same = JSON.stringify(attributesOf(node)) === JSON.stringify(attributes);
  return same ? state.tr : state.tr.setNodeMarkup(at, null, { ...node.attrs, attributes }, node.marks);
};

/** Takes a component away, with what it holds. The last step takes the steps with it. */
export function removeComponent(state: EditorState, { at, node }: Placed): Transaction {
  const $at = state.doc.resolve(at);
  if ($at.parent.childCount === 1 && componentOf($at.parent))
    return removeComponent(state, { name: componentOf($at.parent)!, node: $at.parent, at: $at.before() });
  const tr = state.tr.delete(at, at + node.nodeSize);
  return tr.doc.childCount > 0 ? tr : tr.insert(0, empty());
}

/** Takes a component away and leaves what it holds. Nothing for those that may stand only in another, or hold only another. */
export function unwrapComponent(state: EditorState, { at, node, name }: Placed): Transaction | undefined {
  const { children, only, within } = component(name);
  return !children || only || within ? undefined : state.tr.replaceWith(at, at + node.nodeSize, node.content);
}

/** Adds a step below the one with the cursor. */
export function addStep(state: EditorState, { at, node, name }: Placed, attributes: Attributes): Transaction {
  const { within } = component(name);
  const step = newComponent(within ? name : component(name).only!, attributes);
  const place = within ? at + node.nodeSize : at + node.nodeSize - 1;
  const tr = state.tr.insert(place, step);
  return tr.setSelection(Selection.near(tr.doc.resolve(place + 2))).scrollIntoView();
}

/** Enter in an empty last paragraph of a component goes on below it. */
export const leaveComponent: Command = (state, dispatch) => {
  const { $from, empty: nothing } = state.selection as TextSelection;
  if (!nothing || $from.parent.type.name !== 'paragraph' || $from.parent.content.size > 0 || $from.depth < 2) return false;
  const around = $from.node(-1);
  if (!componentOf(around) || around.childCount < 2 || $from.indexAfter(-1) < around.childCount) return false;
  // Out of everything of which this is the end and beside which no paragraph may stand.
  let depth = $from.depth - 1;
  while (depth > 1 && !$from.node(depth - 1).canReplaceWith($from.indexAfter(depth - 1), $from.indexAfter(depth - 1), schema.nodes['paragraph']!))
    depth--;
  const end = $from.after(depth);
  const tr = state.tr.insert(end, empty()).delete($from.before(), $from.after());
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(end, -1) + 1))).scrollIntoView());
  return true;
};

/** A table with a head and two rows. */
export function newTable(): Node {
  const row = (type: string): Node => schema.node('table_row', null, Fragment.from([1, 2].map(() => schema.node(type, null, [empty()]))));
  return schema.node('table', null, [row('table_header'), row('table_cell'), row('table_cell')]);
}
