/** An answer that is JSON already: lists of thousands of entries are written once and not at every request. */
export class ReadyJson {
  readonly bytes: Uint8Array<ArrayBuffer>;
  constructor(value: unknown) {
    this.bytes = new TextEncoder().encode(JSON.stringify(value));
  }
}
