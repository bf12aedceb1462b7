import type { gfm } from 'micromark-extension-gfm';
import type { gfmFromMarkdown } from 'mdast-util-gfm';

/*
 * A note for writers, which readers do not see: `{/* … *\/}`. It is the only thing in curly brackets that is not text, so it must neither be
 * shown as text nor escaped when it is written.
 */

type Extension = ReturnType<typeof gfm>;
type Construct = Exclude<NonNullable<NonNullable<Extension['text']>[number]>, readonly unknown[]>;
type Tokenize = Construct['tokenize'];
type State = ReturnType<Tokenize>;
type Code = Parameters<State>[0];
type TreeExtension = ReturnType<typeof gfmFromMarkdown>[number];
type Handle = NonNullable<NonNullable<TreeExtension['enter']>['data']>;

const [openBrace, closeBrace, slash, asterisk] = [0x7b, 0x7d, 0x2f, 0x2a];
/** micromark's own signs: ends of lines are below −2, tabs −2 and −1, the end of the text `null`. */
const isLineEnd = (code: Code): boolean => code !== null && code < -2;
const isSpace = (code: Code): boolean => code === -2 || code === -1 || code === 32;
/** micromark's types know only its own tokens. */
const token = 'comment' as 'data';

const tokenize: Tokenize = function (effects, ok, nok) {
  const on = (code: Code, next: State): State => {
    effects.consume(code);
    return next;
  };
  const start: State = (code) => {
    effects.enter(token);
    return on(code, before);
  };
  const before: State = (code) => (isSpace(code) ? on(code, before) : code === slash ? on(code, first) : nok(code));
  const first: State = (code) => (code === asterisk ? on(code, inside) : nok(code));
  const inside: State = (code) => {
    if (code === null) return nok(code);
    if (!isLineEnd(code)) return on(code, code === asterisk ? maybeEnd : inside);
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return inside;
  };
  const maybeEnd: State = (code) => (code === slash ? on(code, after) : code === asterisk ? on(code, maybeEnd) : inside(code));
  const after: State = (code) => {
    if (isSpace(code)) return on(code, after);
    if (code !== closeBrace) return nok(code);
    effects.consume(code);
    effects.exit(token);
    return ok;
  };
  return start;
};

export const commentSyntax: Extension = { text: { [openBrace]: { name: 'comment', tokenize } } };

const enter: Handle = function (token) {
  this.enter({ type: 'comment', value: this.sliceSerialize(token) } as never, token);
};
const exit: Handle = function (token) {
  this.exit(token);
};
export const commentTree: TreeExtension = { enter: { comment: enter }, exit: { comment: exit } };
