import { plainText } from './plain-text.ts';

const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for content and attributes alike; what XML cannot hold is left out. */
const xmlText = (text: string): string => plainText(text).replace(/[&<>"']/g, (character) => names[character]!);

/** An element with its attributes, and text or elements that are written already. */
export function element(name: string, attributes: Readonly<Record<string, string>>, content: string | readonly string[] = []): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value)}"`);
  const inner = typeof content === 'string' ? xmlText(content) : content.join('');
  return inner === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${inner}</${name}>`;
}
