/** Pieces of an excerpt, in order: its words, and those that were found. */
export interface Piece {
  text: string;
  found: boolean;
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>' };

/**
 * An excerpt of Pagefind as pieces of text. It puts `<mark>` around what was found and writes the text's own `<` and `>` as entities; everything but these
 * is text, whatever it looks like.
 */
export function piecesOf(excerpt: string): Piece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const found = piece.startsWith('<mark>') && piece.endsWith('</mark>');
      const text = found ? piece.slice('<mark>'.length, -'</mark>'.length) : piece;
      return { text: text.replace(/&[lg]t;/g, (entity) => entities[entity]!), found };
    });
}
