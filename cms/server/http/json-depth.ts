const [quote, backslash, opens, closes] = [0x22, 0x5c, new Set([0x5b, 0x7b]), new Set([0x5d, 0x7d])];

/** Whether JSON is nested deeper than this, found without parsing it. Long texts, as pictures are, are stepped over. */
export function isDeeperThan(json: Buffer, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at]!;
    if (byte === quote) {
      at = endOfText(json, at);
      if (at === -1) return false;
    } else if (opens.has(byte)) {
      if (++depth > most) return true;
    } else if (closes.has(byte)) depth--;
  }
  return false;
}

/** The quote that ends the text beginning at this one; -1 where none does, and the parser will say so. */
function endOfText(json: Buffer, start: number): number {
  for (let end = json.indexOf(quote, start + 1); end !== -1; end = json.indexOf(quote, end + 1)) {
    let escapes = 0;
    while (json[end - 1 - escapes] === backslash) escapes++;
    if (escapes % 2 === 0) return end;
  }
  return -1;
}
