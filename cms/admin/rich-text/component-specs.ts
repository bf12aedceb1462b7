import type { DOMOutputSpec, Node, NodeSpec } from '@tiptap/pm/model';
import { component, componentNames, isComponent, type ComponentName } from '../../../src/mdx/components.ts';

/** What is written in a component's tag; an attribute that is left out is not in it. */
export type Attributes = Readonly<Record<string, string>>;

const holds = (name: ComponentName): string | undefined => {
  const { children, only } = component(name);
  return children ? (only ? `${only}+` : 'block+') : undefined;
};

function spec(name: ComponentName, origin: NonNullable<NodeSpec['attrs']>): NodeSpec {
  const { inline, within, children } = component(name);
  return {
    ...(children ? { content: holds(name)!, defining: true } : { atom: true, draggable: true }),
    ...(!within && { group: inline ? 'inline' : 'block' }),
    inline,
    selectable: true,
    // Deleting backwards at the start of a step must not run two steps into one.
    isolating: within !== undefined,
    attrs: { attributes: { default: {} }, ...(!inline && origin) },
    // Read again where a person copies within the editor.
    parseDOM: [{ tag: `[data-component=${name}]`, priority: 70, getAttrs: (element) => ({ attributes: attributesIn(name, element) }) }],
    toDOM: ({ attrs }): DOMOutputSpec => {
      const own = { 'data-component': name, 'data-attributes': JSON.stringify(attrs['attributes']) };
      return children ? ['div', own, 0] : [inline ? 'span' : 'div', own];
    },
  };
}

/** Only attributes that the component has, and only text: what is pasted may come from anywhere. */
function attributesIn(name: ComponentName, element: HTMLElement): Attributes {
  try {
    const read: unknown = JSON.parse(element.getAttribute('data-attributes') ?? '{}');
    return Object.fromEntries(
      Object.entries(read ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && mayHave(name, entry[0])),
    );
  } catch {
    return {};
  }
}

export const mayHave = (name: ComponentName, key: string): boolean => Object.hasOwn(component(name).attributes, key);

/** A node of the schema for each component of the table, by its name. */
export const componentSpecs = (origin: NonNullable<NodeSpec['attrs']>): Record<string, NodeSpec> =>
  Object.fromEntries(componentNames.map((name) => [name, spec(name, origin)]));

/** The component that a node is, if it is one. */
export const componentOf = (node: Node): ComponentName | undefined => (isComponent(node.type.name) ? node.type.name : undefined);
export const attributesOf = (node: Node): Attributes => node.attrs['attributes'] as Attributes;
