/** A text with only what XML 1.0 lets stand in a document (section 2.2): control characters, halves of characters and U+FFFE and U+FFFF go. */
export const plainText = (text: string): string => text.replace(/[^\t\n\r\x20-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
