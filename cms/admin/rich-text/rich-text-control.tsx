import { EditorState, type Command, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { Component, createRef } from 'react';
import type { ComponentName } from '../../../src/mdx/components.ts';
import { pageData } from '../page-data.ts';
import type { DecapControlProps } from '../widgets/control.tsx';
import { say } from '../words.ts';
import { Asked } from './dialogs/asked.tsx';
import { editQuestion, insertQuestion, linkQuestion, stepQuestion, type Change, type Question } from './dialogs/questions.ts';
import { InsertMenu } from './insert-menu.tsx';
import { fromMdx } from './mdx/from-mdx.ts';
import { toMdx } from './mdx/to-mdx.ts';
import './rich-text.css';
import { schema } from './schema.ts';
import { showText } from './showing/show-text.ts';
import { Notice, Toolbar } from './toolbar.tsx';
import { toolsFor } from './tools.tsx';
import * as blocks from './writing/blocks.ts';
import { LateChange } from './writing/late-change.ts';
import { mayLink } from './writing/marks.ts';
import { pasting, type Told } from './writing/paste.ts';
import { plugins } from './writing/plugins.ts';

interface State {
  editor: EditorState;
  /** The markup, while it is written by hand. */
  markup: string | undefined;
  question: Question | undefined;
  isInserting: boolean;
  notice: string;
}

/**
 * The text of an entry, written as it reads. The value is MDX; what is not touched comes back byte for byte. One class, since Decap calls its
 * methods, and since the editor's view and the field's value are kept in step in one place.
 */
export class RichTextControl extends Component<DecapControlProps, State> {
  readonly #place = createRef<HTMLDivElement>();
  readonly #late: LateChange;
  #view: EditorView | undefined;

  constructor(props: DecapControlProps) {
    super(props);
    const value = textOf(props);
    this.#late = new LateChange({ value, read: this.#read, send: (text) => this.props.onChange(text) });
    this.state = { editor: this.#stateOf(value), markup: undefined, question: undefined, isInserting: false, notice: '' };
  }

  /** Decap asks this before it saves: what was typed a moment ago is told first. */
  isValid = (): boolean => {
    this.#late.now();
    return true;
  };

  focus = (): void => (this.state.markup === undefined ? this.#view?.focus() : document.getElementById(this.props.forID)?.focus());

  override componentDidMount(): void {
    this.#show();
    document.addEventListener('visibilitychange', this.#leave);
  }

  override componentWillUnmount(): void {
    document.removeEventListener('visibilitychange', this.#leave);
    // What was typed has been told when the focus left; a later word could reach another entry.
    this.#late.forget();
    this.#view?.destroy();
  }

  /** Decap asks this too, with the values alone. */
  override shouldComponentUpdate(next: DecapControlProps, state: unknown = this.state): boolean {
    const { value, field, classNameWrapper, isDisabled } = this.props;
    return (
      value !== next.value ||
      field !== next.field ||
      classNameWrapper !== next.classNameWrapper ||
      isDisabled !== next.isDisabled ||
      state !== this.state
    );
  }

  override componentDidUpdate(before: DecapControlProps, { markup }: State): void {
    if (before.value !== this.props.value && !this.#late.isOwn(textOf(this.props))) this.#load(textOf(this.props));
    if (markup !== undefined && this.state.markup === undefined) this.#show();
    // The view asks again whether it may be written in.
    else if (before.isDisabled !== this.props.isDisabled) this.#view?.setProps({});
  }

  readonly #read = (): string => this.state.markup ?? toMdx((this.#view?.state ?? this.state.editor).doc);

  #stateOf(text: string): EditorState {
    return EditorState.create({ doc: fromMdx(text), plugins: [...plugins({ link: this.#askLink, edit: this.#askEdit }), pasting(this.#told)] });
  }

  /** Makes the view; again after markup was written, since then there is a new place for it. */
  #show(): void {
    this.#view?.destroy();
    const { forID, field } = this.props;
    this.#view = showText(this.#place.current!, {
      state: this.state.editor,
      id: forID,
      label: String(field.get('label') ?? say('editor.text')),
      isEditable: () => this.props.isDisabled !== true,
      actions: {
        edit: (placed) => this.setState({ question: editQuestion(placed) }),
        remove: (placed) => this.#do((state) => blocks.removeComponent(state, placed)),
        unwrap: (placed) => this.#do((state) => blocks.unwrapComponent(state, placed)),
        addStep: (placed) => this.setState({ question: stepQuestion(placed) }),
      },
      onTransaction: this.#dispatch,
      onEnterOnBlock: () => this.#askEdit(this.#view!.state),
      onFocus: this.#focused,
      onLeave: this.#leave,
    });
  }

  readonly #dispatch = (tr: Transaction): void => {
    const view = this.#view!;
    view.updateState(view.state.apply(tr));
    // What was said about a paste stays until something else is done.
    const isDone = tr.docChanged && tr.getMeta('uiEvent') === undefined && tr.getMeta('paste') === undefined;
    this.setState(({ notice }) => ({ editor: view.state, notice: isDone ? '' : notice }));
    if (tr.docChanged) this.#late.soon();
  };

  readonly #focused = (): void => this.props.setActiveStyle();
  readonly #leave = (): void => {
    this.#late.now();
    this.props.setInactiveStyle();
  };

  /** A text from elsewhere, such as one that was kept in this browser, takes the place of what is shown. */
  #load(text: string): void {
    const editor = this.#stateOf(text);
    this.#view?.updateState(editor);
    this.setState(({ markup }) => ({ editor, markup: markup === undefined ? undefined : text, question: undefined }));
  }

  readonly #told = (told: Told): void =>
    this.setState({ notice: told.kind === 'large' ? say('editor.text.paste.large') : say('editor.text.paste.pictures', { count: told.count }) });

  readonly #run = (command: Command): void => {
    const view = this.#view!;
    command(view.state, view.dispatch, view);
    view.focus();
  };

  /** Makes a change; where it cannot be made, that is said. */
  #do(change: Change): void {
    const tr = change(this.#view!.state);
    if (tr) this.#view!.dispatch(tr);
    else this.setState({ notice: say('editor.text.cannot') });
    this.#view!.focus();
  }

  readonly #askLink: Command = (state) => {
    if (mayLink(state)) this.setState({ question: linkQuestion(state) });
    return true;
  };

  readonly #askEdit: Command = (state) => {
    const placed = blocks.componentAt(state);
    if (placed) this.setState({ question: editQuestion(placed) });
    return placed !== undefined;
  };

  readonly #insert = (name: ComponentName): void => {
    const question = insertQuestion(name);
    this.setState({ isInserting: false, question: question.asks ? question : undefined });
    if (!question.asks) this.#do((state) => question.answer(state, {}));
  };

  #insertBlock(make: () => Parameters<typeof blocks.insertBlock>[1]): void {
    this.setState({ isInserting: false });
    this.#do((state) => blocks.insertBlock(state, make()));
  }

  readonly #close = (): void => {
    this.setState({ question: undefined, isInserting: false });
    this.#view?.focus();
  };

  readonly #writeMarkup = (): void => {
    this.#late.now();
    this.setState({ markup: toMdx(this.#view!.state.doc), isInserting: false });
  };

  /** Back from markup. Where nothing was changed all is as it was, also what can be undone. */
  readonly #writeText = (): void => {
    this.#late.now();
    this.setState(({ editor, markup = '' }) => ({ markup: undefined, editor: markup === toMdx(editor.doc) ? editor : this.#stateOf(markup) }));
  };

  override render() {
    const { editor, markup, question, isInserting, notice } = this.state;
    return (
      <div className={`rt ${this.props.classNameWrapper}`} dir={pageData().dir}>
        {markup === undefined ? (
          this.#toolbar(editor)
        ) : (
          <Toolbar label={say('editor.text.toolbar')} groups={[[{ name: say('editor.text.markup'), on: true, act: this.#writeText }]]} />
        )}
        {isInserting && (
          <InsertMenu
            onComponent={this.#insert}
            onTable={() => this.#insertBlock(blocks.newTable)}
            onLine={() => this.#insertBlock(() => schema.node('horizontal_rule'))}
            onClose={this.#close}
          />
        )}
        <Notice text={notice} onClose={() => this.setState({ notice: '' })} />
        {markup === undefined ? (
          <div ref={this.#place} className="rt-place" />
        ) : (
          <textarea
            id={this.props.forID}
            className="rt-markup"
            aria-label={String(this.props.field.get('label') ?? say('editor.text'))}
            dir="auto"
            spellCheck={false}
            value={markup}
            disabled={this.props.isDisabled}
            onChange={(event) => {
              this.setState({ markup: event.target.value });
              this.#late.soon();
            }}
            onFocus={this.#focused}
            onBlur={this.#leave}
          />
        )}
        {question && <Asked question={question} onAnswer={this.#answered} onClose={this.#close} />}
      </div>
    );
  }

  #toolbar(editor: EditorState) {
    const groups = toolsFor(editor, {
      run: this.#run,
      link: () => this.#askLink(editor),
      edit: () => this.#askEdit(editor),
      insert: () => this.setState(({ isInserting }) => ({ isInserting: !isInserting, notice: '' })),
      isInserting: this.state.isInserting,
      markup: pageData().mayWriteRaw ? this.#writeMarkup : undefined,
    });
    return <Toolbar label={say('editor.text.toolbar')} groups={groups} />;
  }

  readonly #answered = (change: Change): void => this.setState({ question: undefined }, () => this.#do(change));
}

const textOf = ({ value }: DecapControlProps): string => (typeof value === 'string' ? value : '');
