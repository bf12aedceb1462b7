/** An entry as an editor might leave it: another title, and a sentence more at the end. The number makes each edit differ from the one before. */
export const edited = (text: string, edit: number): string =>
  `${text.replace(/^title: .*$/m, `title: Changed for the bench, edit ${edit}`).replace(/\n*Edit \d+ was made here\.\n$/, '\n')}\nEdit ${edit} was made here.\n`;
