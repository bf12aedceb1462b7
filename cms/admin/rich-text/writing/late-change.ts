/** Short enough that nobody waits for it, long enough that a word is not told letter by letter. */
const delay = 120;

/**
 * Tells of changes soon, all at once, and knows its own changes again when they come back as the value of the field: they come back late,
 * when more has been typed, and must not take that away.
 */
export class LateChange {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sent: string[] = [];
  #last: string;
  readonly #read: () => string;
  readonly #send: (text: string) => void;

  constructor({ value, read, send }: { value: string; read: () => string; send: (text: string) => void }) {
    this.#last = value;
    this.#read = read;
    this.#send = send;
  }

  soon(): void {
    this.#timer ??= setTimeout(() => this.now(), delay);
  }

  /** Tells at once what has not been told. */
  now(): void {
    if (this.#timer === undefined) return;
    this.forget();
    const text = this.#read();
    if (text === this.#last) return;
    this.#last = text;
    this.#sent.push(text);
    this.#send(text);
  }

  /** What was not told is not told any more. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Whether a value came from here; one that did not takes the place of what was told. */
  isOwn(value: string): boolean {
    const at = this.#sent.indexOf(value);
    if (at >= 0) {
      this.#sent.splice(0, at + 1);
      return true;
    }
    if (value === this.#last) return true;
    this.forget();
    this.#sent = [];
    this.#last = value;
    return false;
  }
}
