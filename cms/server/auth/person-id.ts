import { randomBytes } from 'node:crypto';

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Random small letters and digits, none of them alike: five bits each. */
export const opaque = (length: number): string => [...randomBytes(length)].map((byte) => letters[byte % letters.length]!).join('');

/** The id of a new person: says nothing about them, and can be part of an address. */
export const newPersonId = (): string => `u_${opaque(16)}`;
