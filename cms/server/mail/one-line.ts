/** Everything that ends a line or cannot be seen: a header of a mail must have none of it, or who types a name could write headers. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** A text as one line without control characters, at most 200 characters long. */
export const oneLine = (text: string): string => text.replace(unseen, ' ').replace(/ {2,}/g, ' ').trim().slice(0, 200);

const address = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{1,190}$/u;

/** Whether a text is one e-mail address and nothing else: no list, no name, no second header. */
export const isOneAddress = (text: string): boolean => address.test(text) && oneLine(text) === text;
