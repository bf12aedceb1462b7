/** The texts that were read, by revision: a save is written into the text that it began from. The oldest go first; what is not there is written anew. */
export interface TextsRead {
  remember(revision: unknown, text: string): void;
  get(revision: unknown): string | undefined;
}

export function createTextsRead(most = 20_000): TextsRead {
  const texts = new Map<string, string>();
  return {
    remember(revision, text) {
      if (typeof revision !== 'string') return;
      texts.delete(revision);
      texts.set(revision, text);
      if (texts.size > most) texts.delete(texts.keys().next().value!);
    },
    get: (revision) => (typeof revision === 'string' ? texts.get(revision) : undefined),
  };
}
