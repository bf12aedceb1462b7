/** Invisible characters that turn the direction of text: embeddings and overrides end with U+202C, isolates with U+2069. */
export const anyBidi = /[\u202a-\u202e\u2066-\u2069]/;
const everyBidi = /[\u202a-\u202e\u2066-\u2069]/g;

/** Follows such characters through a paragraph; one that is left open would turn the text behind it. */
export class BidiWatch {
  #open: string[] = [];
  #stray = false;
  read(text: string): void {
    for (const character of text.match(everyBidi) ?? []) {
      if (character !== '\u202c' && character !== '\u2069') {
        this.#open.push(character);
        continue;
      }
      const opener = this.#open.at(-1);
      const fits = opener !== undefined && opener >= '\u2066' === (character === '\u2069');
      if (fits) this.#open.pop();
      else this.#stray = true;
    }
  }
  /** At the end of a paragraph: whether something was left open or closed without having been opened. */
  endsUnbalanced(): boolean {
    const unbalanced = this.#stray || this.#open.length > 0;
    [this.#open, this.#stray] = [[], false];
    return unbalanced;
  }
}

export const unbalancedBidi = {
  severity: 'warning',
  found: 'An invisible character that turns the direction of the text, without its counterpart',
  rule: 'Where such a character stands, a second one must end what it began; otherwise the text after it can appear in the wrong order.',
  fix: 'Delete it: type the words around it again. Arabic, Hebrew and Persian words need no such characters.',
} as const;

/** Whether a single text leaves a direction open. */
export function isUnbalanced(text: string): boolean {
  if (!anyBidi.test(text)) return false;
  const watch = new BidiWatch();
  watch.read(text);
  return watch.endsUnbalanced();
}
