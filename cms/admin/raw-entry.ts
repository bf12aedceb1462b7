import type { Map } from 'immutable';
import { formats } from './format/formats.ts';

/** An entry of Decap as the text that a save would send, and the path under which it would be. */
export function rawOf(entry: Map<string, unknown>, collection: Map<string, unknown>): { path: string; raw: string } {
  const data = (entry.get('data') as Map<string, unknown>).toJS() as Record<string, unknown>;
  const format = String(collection.get('format') ?? 'doorstep-settings');
  const path = String(entry.get('path') || `${String(collection.get('folder'))}/new-entry.mdx`);
  return { path, raw: formats[format as keyof typeof formats].toFile(data) };
}
