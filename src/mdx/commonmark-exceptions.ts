/** The examples of CommonMark 0.31 (without `<`, `{` and indented code) that do not keep their text here, each with the reason. */
const reason =
  'CommonMark takes a line with four spaces before it as text, since it could be indented code; MDX has none, and reads the sign after the spaces';
export const commonmarkExceptions: readonly { example: number; reason: string }[] = [
  { example: 49, reason: `${reason}: *** is a line.` },
  { example: 70, reason: `${reason}: # is a heading.` },
  { example: 87, reason: `${reason}: --- makes the line above a heading.` },
  { example: 137, reason: `${reason}: \`\`\` ends the code.` },
  { example: 238, reason: `${reason}: - begins a list.` },
  { example: 312, reason: `${reason}: - begins an item of the list.` },
];
