/** What somebody pasted, of whatever parser: an element by its name, or a text, whose `tag` is empty. */
export interface Pasted {
  tag: string;
  text: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly Pasted[];
}

/** Several times what a long report from an office program has; what is more is pages and pages of a web site. */
const mostNodes = 60_000;

/** What is never text; nothing in it is looked at. */
export const dropped = new Set(
  'script style noscript template iframe object embed svg math canvas audio video source track map area button input select textarea option datalist head title meta link base frame frameset applet'.split(
    ' ',
  ),
);
/** Deeper than any text; browsers stop at 512. */
const deepest = 400;

/** What was pasted as a tree of plain values; nothing if it is too much. Parsing it this way runs nothing and loads nothing. */
export function parsePasted(html: string): Pasted | undefined {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  let left = mostNodes;
  const read = (node: Node, depth: number): Pasted => {
    if (!(node instanceof Text || node instanceof Element) || (node instanceof Element && dropped.has(node.localName))) return textNode('');
    left--;
    if (node instanceof Text) return textNode(node.data);
    const children: Pasted[] = [];
    if (depth > deepest) children.push(textNode(node.textContent ?? ''));
    else for (let child = node.firstChild; child && left > 0; child = child.nextSibling) children.push(read(child, depth + 1));
    return { tag: node.localName, text: '', attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])), children };
  };
  const tree = read(body, 0);
  return left > 0 ? tree : undefined;
}

export const textNode = (text: string): Pasted => ({ tag: '', text, attributes: {}, children: [] });
