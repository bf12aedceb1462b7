/** What Decap's own parts of the editor are called, for who does not see them or has no mouse. {names} in braces are filled in. */
export const editorDecapKeys = {
  'editor.decap.skip': 'Editor, first thing that the Tab key reaches: leads past the links and buttons above the form or the list',
  'editor.decap.move': 'Editor, name of what moves an entry of a list, for screen readers; {what} is the list and the place in it',
  'editor.decap.move.how': 'Editor, how that is used',
  'editor.decap.messages': 'Editor, name of where short messages appear, for screen readers',
  'editor.decap.standings': 'Editor, name of where it says below the form how things stand, for screen readers',
} as const;
