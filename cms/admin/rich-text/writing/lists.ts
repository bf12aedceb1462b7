import { lift, wrapIn } from '@tiptap/pm/commands';
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list';
import type { Command, EditorState } from '@tiptap/pm/state';
import { schema } from '../schema.ts';

/** The list around the cursor: its type and where it begins. */
export function listAt({ selection }: EditorState): { name: string; at: number } | undefined {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const { name } = $from.node(depth).type;
    if (name === 'bullet_list' || name === 'ordered_list') return { name, at: $from.before(depth) };
    if (name === 'blockquote' || schema.nodes[name]!.spec.attrs?.['attributes']) return undefined;
  }
  return undefined;
}

/** Makes a list, makes it one of the other kind, or ends it. */
export const toggleList =
  (name: 'bullet_list' | 'ordered_list'): Command =>
  (state, dispatch) => {
    const list = listAt(state);
    if (!list) return wrapInList(schema.nodes[name]!)(state, dispatch);
    if (list.name === name) return liftListItem(schema.nodes['list_item']!)(state, dispatch);
    const { tight, origin } = state.doc.nodeAt(list.at)!.attrs;
    dispatch?.(state.tr.setNodeMarkup(list.at, schema.nodes[name], { tight, origin }));
    return true;
  };

export const isQuotation = ({ selection: { $from } }: EditorState): boolean => $from.depth > 1 && $from.node(-1).type.name === 'blockquote';
export const toggleQuotation: Command = (state, dispatch) => (isQuotation(state) ? lift : wrapIn(schema.nodes['blockquote']!))(state, dispatch);
