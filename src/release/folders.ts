import { join, resolve } from 'node:path';
import { root } from './root.ts';

export const defaultContentFolder = join(root, 'content');
export const defaultOutputFolder = join(root, 'dist');
export const dataFolder = (name = '.doorstep') => resolve(root, name);
