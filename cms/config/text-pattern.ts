import type { FieldNode } from '../../src/content-model/describe.ts';
import { idPattern } from '../../src/content-model/field.ts';
import type { FormContext } from './form-context.ts';

const oneLine = '^[^\\n\\r]*$';
/** A link to another site: a host with a dot in it, and no spaces. */
const webAddress = '^https?:\\/\\/(?:[^\\s\\/?#.:@]+\\.)+[^\\s\\/?#.:@\\d]{2,}(?::\\d{1,5})?(?:[\\/?#]\\S*)?$';

/** Whether a text may have several lines. */
export const isParagraph = ({ type, pattern, format }: FieldNode): boolean => type === 'string' && !pattern && !format;

/** What a text must look like for the server to take it, and the sentence that says so; none where anything goes. An empty text is never asked. */
export function textPattern(node: FieldNode, { say, labelOf }: Pick<FormContext, 'say' | 'labelOf'>): readonly [string, string] | undefined {
  const { pattern, format, maxLength, hint = '' } = node;
  if (node.anyOf) return [anyOf(node.anyOf), labelOf(hint)];
  if (format === 'email') return [pattern ?? '@', say('editor.fields.pattern.email')];
  if (format === 'uri') return [webAddress, say('editor.fields.pattern.address')];
  if (pattern === idPattern.source) return [pattern, say('editor.fields.pattern.id')];
  if (pattern !== undefined && pattern !== oneLine) return [pattern, labelOf(hint)];
  if (maxLength === undefined) return undefined;
  return pattern === oneLine
    ? [`^[^\\n\\r]{0,${maxLength}}$`, say('editor.fields.pattern.line', { count: maxLength })]
    : [`^[^]{0,${maxLength}}$`, say('editor.fields.pattern.paragraph', { count: maxLength })];
}

const anyOf = (forms: readonly FieldNode[]): string =>
  forms
    .map((form) => (form.enum ? `^(?:${form.enum.map(String).join('|')})$` : form.format === 'uri' ? webAddress : (form.pattern ?? oneLine)))
    .join('|');
