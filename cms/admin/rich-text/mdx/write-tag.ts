import { component, type ComponentName } from '../../../../src/mdx/components.ts';
import type { Attributes } from '../component-specs.ts';

/** The tag of a component, attributes in the order of the table. `open` for one that holds text, which is closed elsewhere. */
export function writeTag(name: ComponentName, attributes: Attributes, { open = false }: { open?: boolean } = {}): string {
  const written = Object.keys(component(name).attributes)
    .filter((key) => Object.hasOwn(attributes, key))
    .map((key) => ` ${key}="${escaped(attributes[key]!)}"`);
  return `<${name}${written.join('')}${open ? '>' : ' />'}`;
}

/** An ampersand only where it would begin a character's name: `AT&T` stays as it is. */
const escaped = (value: string): string =>
  value
    .replace(/\s+/g, ' ')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('"', '&quot;');
