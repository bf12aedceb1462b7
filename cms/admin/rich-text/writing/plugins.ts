import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from '@tiptap/pm/commands';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history, redo, undo } from '@tiptap/pm/history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from '@tiptap/pm/inputrules';
import { keymap } from '@tiptap/pm/keymap';
import { liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list';
import { Plugin, type Command } from '@tiptap/pm/state';
import { goToNextCell, isInTable, tableEditing } from '@tiptap/pm/tables';
import { schema } from '../schema.ts';
import { leaveComponent } from './blocks.ts';
import { toggleList, toggleQuotation } from './lists.ts';

const { paragraph, heading, list_item: item, bullet_list: bullets, ordered_list: numbers, blockquote, hard_break: lineEnd } = schema.nodes;
const { strong, em, strike } = schema.marks;

/** A cell holds one paragraph, so Enter goes on to the next cell. */
const enterInTable: Command = (state, dispatch) => isInTable(state) && (goToNextCell(1)(state, dispatch) || true);

const breakLine: Command = (state, dispatch) => {
  if (state.selection.$from.parent.type !== paragraph || isInTable(state)) return false;
  dispatch?.(state.tr.replaceSelectionWith(lineEnd!.create()).scrollIntoView());
  return true;
};

/** What the dialogs answer to. */
export interface Asks {
  link: Command;
  edit: Command;
}

const keys = ({ link, edit }: Asks): Record<string, Command> => ({
  'Mod-b': toggleMark(strong!),
  'Mod-i': toggleMark(em!),
  'Mod-Shift-x': toggleMark(strike!),
  'Mod-k': link,
  'Mod-Enter': edit,
  'Mod-z': undo,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
  'Mod-Alt-0': setBlockType(paragraph!),
  'Mod-Alt-2': setBlockType(heading!, { level: 2 }),
  'Mod-Alt-3': setBlockType(heading!, { level: 3 }),
  'Mod-Alt-4': setBlockType(heading!, { level: 4 }),
  'Mod-Shift-7': toggleList('ordered_list'),
  'Mod-Shift-8': toggleList('bullet_list'),
  'Mod-Shift-9': toggleQuotation,
  'Mod-[': liftListItem(item!),
  'Mod-]': sinkListItem(item!),
  'Shift-Enter': chainCommands(exitCode, breakLine),
  // Tab leaves the text, as it leaves every field; in a table it goes to the next cell, and after the last one it leaves too.
  Tab: goToNextCell(1),
  'Shift-Tab': goToNextCell(-1),
  Enter: chainCommands(enterInTable, splitListItem(item!), leaveComponent),
});

/** What one types at the beginning of a line and means as structure: `## `, `- `, `1. `, `> `. */
const typed = inputRules({
  rules: [
    textblockTypeInputRule(/^(#{2,4})\s$/, heading!, (match) => ({ level: match[1]!.length })),
    wrappingInputRule(/^\s*[-*+]\s$/, bullets!),
    wrappingInputRule(/^(\d{1,3})[.)]\s$/, numbers!, (match) => ({ start: Number(match[1]) })),
    wrappingInputRule(/^\s*>\s$/, blockquote!),
  ],
});

/** There is always a line to write on at the end; empty paragraphs are not written. */
const lastLine = new Plugin({
  appendTransaction: (_transactions, _before, { doc, tr }) =>
    doc.lastChild?.type === paragraph ? null : tr.insert(doc.content.size, paragraph!.create()).setMeta('addToHistory', false),
});

export const plugins = (asks: Asks): Plugin[] => [
  typed,
  keymap(keys(asks)),
  keymap(baseKeymap),
  history(),
  lastLine,
  tableEditing(),
  gapCursor(),
  dropCursor({ color: '#13409f', width: 2 }),
];
