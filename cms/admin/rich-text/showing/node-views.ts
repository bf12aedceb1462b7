import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView, NodeViewConstructor } from '@tiptap/pm/view';
import { component, componentNames, type ComponentName } from '../../../../src/mdx/components.ts';
import { labelOf } from '../../field-words.ts';
import { say } from '../../words.ts';
import { attributesOf } from '../component-specs.ts';
import type { Placed } from '../writing/blocks.ts';
import { showAttributes } from './summary.ts';

/** What the buttons on a block do. */
export interface BlockActions {
  edit: (placed: Placed) => void;
  remove: (placed: Placed) => void;
  unwrap: (placed: Placed) => void;
  addStep: (placed: Placed) => void;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A component as a box with its name, what its attributes say, and buttons; what it holds is written in it. Never what it would be on the page. */
class ComponentView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM?: HTMLElement;
  readonly #name: ComponentName;
  readonly #what: HTMLElement;
  #node: Node;

  constructor(node: Node, { name, at, actions }: { name: ComponentName; at: () => number | undefined; actions: BlockActions }) {
    const { inline, children, only, within, attributes } = component(name);
    const label = labelOf(component(name).label);
    this.#node = node;
    this.#name = name;
    this.#what = element('span', 'rt-what');
    this.dom = element(inline ? 'span' : 'div', inline ? 'rt-chip' : `rt-block rt-${name.toLowerCase()}`);
    const head = inline ? this.dom : element('div', 'rt-head');
    if (!inline) this.dom.append(head);
    head.contentEditable = 'false';
    head.append(element('span', 'rt-name', label), this.#what);
    const button = (key: string, act: (placed: Placed) => void): void => {
      const made = element('button', 'rt-small', say(key)) as HTMLButtonElement;
      made.type = 'button';
      made.setAttribute('aria-label', `${say(key)}: ${label}`);
      made.addEventListener('click', () => {
        const place = at();
        if (place !== undefined) act({ name, node: this.#node, at: place });
      });
      head.append(made);
    };
    if (!inline) {
      if (Object.keys(attributes).length > 0) button('editor.text.edit', actions.edit);
      if (only || within) button('editor.text.step', actions.addStep);
      if (children && !only && !within) button('editor.text.unwrap', actions.unwrap);
      button('editor.text.remove', actions.remove);
    } else
      this.dom.addEventListener('dblclick', () => {
        const place = at();
        if (place !== undefined) actions.edit({ name, node: this.#node, at: place });
      });
    if (children) this.dom.append((this.contentDOM = element('div', 'rt-inside')));
    this.#show();
  }

  #show(): void {
    const attributes = attributesOf(this.#node);
    showAttributes(this.#name, attributes, this.#what);
    // Words of another language are read, and run, as that language does.
    if (this.contentDOM && attributes['lang']) {
      this.contentDOM.lang = attributes['lang'];
      this.contentDOM.dir = 'auto';
    }
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('.rt-small') !== null;
  }

  ignoreMutation(mutation: { target: globalThis.Node; type: string }): boolean {
    return mutation.type !== 'selection' && !(this.contentDOM?.contains(mutation.target) ?? false);
  }
}

/** What cannot be shown, as it is written, with a word why. */
function rawView(node: Node): NodeView {
  const dom = element('div', 'rt-block rt-kept');
  const head = element('div', 'rt-head');
  head.append(element('span', 'rt-name', say('editor.text.kept')), element('span', 'rt-what', say('editor.text.kept.what')));
  const source = element('pre', 'rt-source', String(node.attrs['source']));
  source.dir = 'ltr';
  dom.append(head, source);
  return { dom };
}

function rawWordsView(node: Node): NodeView {
  const dom = element('code', 'rt-chip rt-kept', String(node.attrs['source']));
  dom.title = say('editor.text.kept.what');
  return { dom };
}

/** How each block that is not Markdown's is shown. */
export function nodeViews(actions: BlockActions): Record<string, NodeViewConstructor> {
  const views = componentNames.map((name): [string, NodeViewConstructor] => [
    name,
    (node: Node, _view: EditorView, at: () => number | undefined) => new ComponentView(node, { name, at, actions }),
  ]);
  return { ...Object.fromEntries(views), raw: rawView, raw_inline: rawWordsView };
}
