import { wordDifference } from '../server/translating/word-difference.ts';
import type { Versions } from '../server/refusal.ts';
import { element } from './dom.ts';
import { withRevision } from './revisions.ts';
import { say } from './words.ts';

export type Choice = 'mine' | 'theirs';

const plain = (text: string) => withRevision(text, null);

/** Longer texts are shown as they are: to compare them by words would take seconds. */
const mostCompared = 60_000;

function side({ title, text, other, mark }: { title: string; text: string; other: string; mark: 'new' | 'gone' }): HTMLElement {
  const shown = element('pre', { tabindex: '0', 'aria-label': title, dir: 'auto' });
  if (text.length + other.length > mostCompared) shown.append(text);
  else
    for (const { kind, text: words } of mark === 'new' ? wordDifference(other, text) : wordDifference(text, other)) {
      if (kind === 'same') shown.append(words);
      else if (kind === mark) shown.append(element('mark', {}, words));
    }
  return element('section', {}, element('h3', {}, title), shown);
}

/** Somebody else saved in between, or took the entry away: shows both texts side by side and waits for a decision. */
export function askWhichToKeep({ current, sent }: Versions): Promise<Choice> {
  return new Promise((decide) => {
    const mine = plain(sent);
    const theirs = current ? plain(current.text) : '';
    const dialog = element('dialog', { class: 'conflict', 'aria-labelledby': 'conflict-title' });
    const choose = (choice: Choice) => () => {
      dialog.close();
      dialog.remove();
      decide(choice);
    };
    const copied = element('p', { role: 'status' });
    const copy = async () => {
      await navigator.clipboard.writeText(mine).catch(() => undefined);
      copied.textContent = say('editor.conflict.copied');
    };
    dialog.append(
      element('h2', { id: 'conflict-title' }, say(current ? 'editor.conflict' : 'editor.conflict.gone')),
      element('p', {}, say(current ? 'editor.conflict.what' : 'editor.conflict.gone.what')),
      element(
        'div',
        { class: 'sides' },
        side({ title: say('editor.conflict.mine'), text: mine, other: theirs, mark: 'new' }),
        ...(current ? [side({ title: say('editor.conflict.theirs'), text: theirs, other: mine, mark: 'gone' })] : []),
      ),
      element(
        'div',
        { class: 'actions' },
        element('button', { type: 'button', onclick: choose('mine') }, say(current ? 'editor.conflict.keep' : 'editor.conflict.gone.keep')),
        element('button', { type: 'button', onclick: choose('theirs') }, say(current ? 'editor.conflict.take' : 'editor.conflict.gone.leave')),
        element('button', { type: 'button', onclick: () => void copy() }, say('editor.conflict.copy')),
      ),
      copied,
    );
    // Closed without a decision nothing would be kept of either: there is no way out but one of the two.
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
  });
}
