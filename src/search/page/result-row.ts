import type { SearchData } from '../../views/search-form.ts';
import { piecesOf } from './excerpt.ts';
import type { Fragment } from './index-client.ts';

/** Makes a row for a result from the page's template. What the index says becomes text and checked attributes, never markup. */
export function rowMaker(template: HTMLTemplateElement, { lang: pageLang, languages, kinds }: SearchData) {
  return ({ url, meta, excerpt }: Fragment, lang: string): HTMLElement => {
    const row = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
    const told = meta['kind'] === 'stories';
    row.className = `result${told ? ' told' : ''} t-${(meta['topic'] ?? '').replace(/[^a-z0-9-]/g, '')}`;
    for (const tile of row.querySelectorAll('.tile')) if (told || !row.classList.contains(tile.classList.item(1)!)) tile.remove();
    sign(row, told, meta);

    const link = row.querySelector('a')!;
    link.href = url.startsWith(`/${lang}/`) ? url : `/${lang}/`;
    link.textContent = meta['title'] ?? url;
    const what = row.querySelector('.what span')!;
    const language = languages.find((one) => one.lang === lang);
    what.textContent = [kinds[meta['kind'] ?? ''], lang === pageLang ? '' : language?.name].filter(Boolean).join(' · ');
    for (const voice of row.querySelectorAll('.voice')) if (!voice.classList.contains(meta['voice'] ?? '')) voice.remove();
    const text = row.querySelector<HTMLElement>('.excerpt')!;
    // What was found by its title or by a word of its editors has no place in the text to show.
    const pieces = piecesOf(excerpt.includes('<mark>') ? `… ${excerpt} …` : '');
    text.replaceChildren(...(pieces.length > 0 ? pieces.map(({ text: words, found }) => (found ? marked(words) : words)) : [meta['summary'] ?? '']));
    if (lang !== pageLang)
      for (const element of [link, text]) {
        element.lang = lang;
        element.dir = language?.dir ?? 'auto';
      }
    return row;
  };
}

function marked(words: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.textContent = words;
  return mark;
}

/** A teller has a face, or the first letter of their name; everything else has the square of its subject. */
function sign(row: HTMLElement, told: boolean, meta: Fragment['meta']): void {
  const face = row.querySelector('.face')!;
  if (!told) return face.remove();
  const initial = face.querySelector('b')!;
  initial.textContent = [...(meta['title'] ?? '')][0] ?? '';
  if (!meta['image']?.startsWith('/media/')) return;
  const picture = new Image(96, 96);
  picture.alt = '';
  picture.loading = 'lazy';
  picture.src = meta['image'];
  initial.replaceWith(picture);
}
