import { setBlockType, toggleMark } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import { liftListItem, sinkListItem } from '@tiptap/pm/schema-list';
import type { Command, EditorState } from '@tiptap/pm/state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from '@tiptap/pm/tables';
import { say } from '../words.ts';
import { Icon, type IconName } from './icons.tsx';
import { schema } from './schema.ts';
import type { Tool } from './toolbar.tsx';
import { componentAt } from './writing/blocks.ts';
import { isQuotation, listAt, toggleList, toggleQuotation } from './writing/lists.ts';
import { hasMark, mayLink } from './writing/marks.ts';

/** What the toolbar does beyond commands on the text. */
export interface ToolActions {
  run: (command: Command) => void;
  link: () => void;
  edit: () => void;
  insert: () => void;
  isInserting: boolean;
  /** Nothing for whoever may not write markup. */
  markup: (() => void) | undefined;
}

const { strong, em } = schema.marks;
const { heading, paragraph, list_item: item } = schema.nodes;

/** The buttons for where the cursor is: those for lists and tables only in lists and tables. */
export function toolsFor(state: EditorState, { run, link, edit, insert, isInserting, markup }: ToolActions): Tool[][] {
  const { parent } = state.selection.$from;
  const tool = (key: string, command: Command, more: Partial<Tool> = {}): Tool => ({
    name: say(key),
    able: command(state),
    act: () => run(command),
    ...more,
  });
  const icon = (name: IconName) => ({ sign: <Icon name={name} /> });
  const headingTool = (level: number): Tool => {
    const on = parent.type === heading && parent.attrs['level'] === level;
    const command = on ? setBlockType(paragraph!) : setBlockType(heading!, { level });
    return tool(`editor.text.heading${level}`, command, { sign: `H${level}`, on, able: on || command(state) });
  };
  const list = listAt(state);
  const groups: Tool[][] = [
    [
      tool('editor.text.bold', toggleMark(strong!), { sign: <b>B</b>, on: hasMark(state, 'strong') }),
      tool('editor.text.italic', toggleMark(em!), { sign: <i>I</i>, on: hasMark(state, 'em') }),
      { name: say('editor.text.link'), ...icon('link'), on: hasMark(state, 'link'), able: mayLink(state), act: link },
    ],
    [2, 3, 4].map(headingTool),
    [
      tool('editor.text.bullets', toggleList('bullet_list'), { ...icon('bullets'), on: list?.name === 'bullet_list' }),
      tool('editor.text.numbers', toggleList('ordered_list'), { ...icon('numbers'), on: list?.name === 'ordered_list' }),
      tool('editor.text.quotation', toggleQuotation, { ...icon('quotation'), on: isQuotation(state) }),
    ],
    [tool('editor.text.undo', undo, icon('undo')), tool('editor.text.redo', redo, icon('redo'))],
    [
      { name: say('editor.text.insert'), expanded: isInserting, act: insert },
      ...(componentAt(state) ? [{ name: say('editor.text.edit'), act: edit }] : []),
      ...(markup ? [{ name: say('editor.text.markup'), on: false, act: markup }] : []),
    ],
  ];
  if (list)
    groups.push([tool('editor.text.indent', sinkListItem(item!), icon('indent')), tool('editor.text.outdent', liftListItem(item!), icon('outdent'))]);
  if (isInTable(state))
    groups.push([
      tool('editor.text.table.row', addRowAfter),
      tool('editor.text.table.column', addColumnAfter),
      tool('editor.text.table.row.delete', deleteRow),
      tool('editor.text.table.column.delete', deleteColumn),
      tool('editor.text.table.delete', deleteTable),
    ]);
  return groups;
}
