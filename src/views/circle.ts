import type { Story } from '../content-model/collections.ts';
import type { Written } from './quotation.ts';

type Contact = NonNullable<Story['circle']>['today'][number];

/** A person or office in a circle: its number in the list beside it, and where it stands. */
export interface DotView {
  number: number;
  x: number;
  y: number;
  kind: Contact['kind'];
}
export interface CircleView {
  title: string;
  dots: DotView[];
  /** Radius of the dots; smaller where many stand in one ring. */
  size: number;
  /** The same as a list, in the order of the numbers. */
  people: { who: Written; near: string; kind?: string }[];
}

/** The drawing is 340 × 340, the teller in the middle. Each ring has a strip for its dots and, outside it, one for its name: so they never meet. */
export const centre = 170;
const rings = { daily: { radius: 44, from: 200 }, weekly: { radius: 91, from: 65 }, sometimes: { radius: 136, from: 305 } } as const;
const largest = 12;

/** Where the dots of a circle stand: in each ring evenly, in the order of the data. The same people always stand in the same places. */
export function placesOf(contacts: readonly Contact[]): Pick<CircleView, 'dots' | 'size'> {
  const dots = contacts.map(({ near, kind }, index) => {
    const ring = contacts.filter((other) => other.near === near);
    const place = contacts.slice(0, index).filter((other) => other.near === near).length;
    const { radius, from } = rings[near];
    const angle = ((from + (place * 360) / ring.length) * Math.PI) / 180;
    return { number: index + 1, x: round(centre + radius * Math.cos(angle)), y: round(centre + radius * Math.sin(angle)), kind };
  });
  return { dots, size: Math.min(largest, ...Object.keys(rings).map((near) => roomIn(near as keyof typeof rings, contacts))) };
}

/** The radius at which the dots of a ring do not touch. */
function roomIn(near: keyof typeof rings, contacts: readonly Contact[]): number {
  const count = contacts.filter((contact) => contact.near === near).length;
  return count < 2 ? largest : round(rings[near].radius * Math.sin(Math.PI / count) - 1);
}
const round = (value: number) => Math.round(value * 10) / 10;
