import { Plugin } from '@tiptap/pm/state';
import { addressOf } from '../addresses.ts';
import { cleanMarkup } from '../paste/clean-markup.ts';
import { parsePasted } from '../paste/pasted.ts';
import { plainText } from '../paste/words.ts';
import { schema } from '../schema.ts';
import { setLink } from './marks.ts';

/** Not even parsed: a browser would stand still. */
const largest = 8_000_000;
/** As much as an entry holds. */
const longest = 200_000;

/** What a person is told about what they pasted. */
export type Told = { kind: 'pictures'; count: number } | { kind: 'large' };

/** Cleans what comes from elsewhere by pasting and dropping; what was copied here comes as it was. */
export function pasting(tell: (told: Told) => void): Plugin {
  let refused = false;
  const refuse = (): string => {
    refused = true;
    tell({ kind: 'large' });
    return '';
  };
  return new Plugin({
    props: {
      transformPastedHTML: (html) => {
        refused = false;
        if (html.length > largest) return refuse();
        if (html.includes('data-pm-slice') && html.length < longest) return html;
        const parsed = parsePasted(html);
        const cleaned = parsed && cleanMarkup(parsed);
        if (cleaned?.html === undefined) return refuse();
        if (cleaned.pictures > 0) tell({ kind: 'pictures', count: cleaned.pictures });
        return cleaned.html;
      },
      transformPastedText: (text) => {
        refused = false;
        return text.length > longest ? refuse() : text.split('\n').map(plainText).join('\n');
      },
      handlePaste: (view, event, slice) => {
        if (refused || slice.size === 0) {
          const { files } = event.clipboardData ?? { files: [] };
          if (!refused && files.length > 0) tell({ kind: 'pictures', count: files.length });
          return true;
        }
        // An address on words makes them a link.
        const text = slice.content.textBetween(0, slice.content.size);
        const href = text.length < 2000 && /^(?:https?:|mailto:)/.test(text) ? addressOf(text) : undefined;
        if (href === undefined || view.state.selection.$from.parent.type !== schema.nodes['paragraph']) return false;
        view.dispatch(setLink(view.state, href).setMeta('paste', true));
        return true;
      },
      handleDrop: (_view, _event, slice) => refused || slice.size === 0,
    },
  });
}
