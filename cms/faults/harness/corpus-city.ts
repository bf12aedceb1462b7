import { makeCorpus } from '../../../src/bench/corpus/corpus.ts';
import { readCity, writeContent } from '../../../src/bench/corpus/write-corpus.ts';
import { documentFile, documentName, type DocumentName } from '../../server/document.ts';
import { markText } from './document-text.ts';

/** A made-up city of many entries in a content folder. */
export interface CorpusCity {
  content: string;
  /** Every entry in every language, facts aside. */
  names: DocumentName[];
  /** An entry's own text with a mark for its title. */
  textOf: (name: DocumentName, mark: number) => string;
}

export async function writeCorpusCity(content: string, entries: number): Promise<CorpusCity> {
  const corpus = makeCorpus(entries, await readCity());
  await writeContent(content, corpus);
  const names = [...corpus.texts.keys()]
    .flatMap((file) => documentName(file) ?? [])
    .filter(({ collection }) => !['settings', 'strings', 'facts'].includes(collection));
  return {
    content,
    names,
    textOf: (name, mark) => corpus.texts.get(documentFile(name))!.replace(/^title: .*(?:\n {2,}.*)*$/m, `title: ${markText(mark)}`),
  };
}
