import type { EditorState, Transaction } from '@tiptap/pm/state';
import { schema } from '../schema.ts';

const linkType = schema.marks['link']!;

/** Whether all that is selected has a mark, or what is typed next will have it. */
export function hasMark({ selection, storedMarks, doc }: EditorState, name: string): boolean {
  const type = schema.marks[name]!;
  if (selection.empty) return Boolean(type.isInSet(storedMarks ?? selection.$from.marks()));
  return doc.rangeHasMark(selection.from, selection.to, type);
}

/** The whole link around the cursor, or what is selected. */
export function linkRange(state: EditorState): { from: number; to: number; href: string } {
  const { $from, from, to, empty } = state.selection;
  const mark = linkType.isInSet($from.marks()) ?? ($from.nodeAfter && linkType.isInSet($from.nodeAfter.marks)) ?? undefined;
  const href = mark ? String(mark.attrs['href']) : '';
  if (!empty || !mark) return { from, to, href };
  let [start, end] = [$from.index(), $from.index()];
  const has = (index: number): boolean => Boolean($from.parent.maybeChild(index) && mark.isInSet($from.parent.child(index).marks));
  if (!has(start)) start = end = start - 1;
  while (has(start - 1)) start--;
  while (has(end + 1)) end++;
  const posOf = (index: number): number => $from.start() + $from.parent.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  return { from: posOf(start), to: posOf(end + 1), href };
}

/** Makes a link of what is selected, or of the address itself where nothing is; without an address it takes the link away. */
export function setLink(state: EditorState, href: string | undefined): Transaction {
  const { from, to } = linkRange(state);
  const tr = state.tr;
  if (href === undefined) return tr.removeMark(from, to, linkType);
  const mark = linkType.create({ href });
  if (from === to) return tr.insert(from, schema.text(href.replace(/^(?:mailto|tel):/, ''), [mark])).removeStoredMark(linkType);
  return tr.removeMark(from, to, linkType).addMark(from, to, mark);
}

/** Headings hold words only. */
export const mayLink = ({ selection }: EditorState): boolean =>
  selection.$from.parent.type.name === 'paragraph' && selection.$from.sameParent(selection.$to);
