import type { Properties } from 'hast';
import type { WrittenAttribute } from './attributes.ts';
import { component, isComponent, type ComponentName } from './components.ts';

/** A node of Sätteri's tree, as far as it is read here. Whatever is not named in this file is refused. */
export interface Node {
  type: string;
  tagName?: string;
  name?: string | null;
  value?: string;
  properties?: Properties;
  attributes?: WrittenAttribute[];
  children?: Node[];
  position?: { start: { line: number; column: number; offset?: number }; end: { offset?: number } };
}

/** What stands around a node. */
export interface Around {
  /** Blocks may stand here; otherwise only words. */
  flow: boolean;
  depth: number;
  /** At the top of the body, where `##` begins a section. */
  top?: boolean;
  parent?: ComponentName | undefined;
  heading?: boolean;
  link?: boolean;
  code?: boolean;
}

export const isTask = (properties: Properties) => String(properties['className']).includes('task-list-item');

/** `text-align` of a table's cell as a class: the pages' policy allows no style attributes. */
export function alignment({ style, align }: Properties): Properties {
  const side = /right|center/.exec(String(style ?? align ?? ''))?.[0];
  return side ? { className: [`align-${side}`] } : {};
}

/** Whether nothing but block components (and white space) stands in a paragraph. */
export function onlyBlocks(node: Node): boolean {
  let any = false;
  for (const child of node.children ?? []) {
    if (child.type === 'text' && child.value?.trim() === '') continue;
    if (!child.type.startsWith('mdxJsx') || !child.name || !isComponent(child.name) || component(child.name).inline) return false;
    any = true;
  }
  return any;
}
