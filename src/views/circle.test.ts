import { describe, expect, it } from 'vitest';
import { centre, placesOf } from './circle.ts';

type Contact = Parameters<typeof placesOf>[0][number];
const contacts = (count: number, near: Contact['near']): Contact[] =>
  Array.from({ length: count }, (_, index) => ({ who: `Person ${index}`, near, kind: 'here' }) as const);

describe('the circle', () => {
  it.each(['daily', 'weekly', 'sometimes'] as const)('keeps twelve people of the ring %s apart', (near) => {
    const { dots, size } = placesOf(contacts(12, near));
    for (const [index, a] of dots.entries())
      for (const b of dots.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(2 * size);
    expect(size).toBeGreaterThan(8);
  });

  it('keeps people of different rings apart, and all of them within the drawing', () => {
    const { dots, size } = placesOf([...contacts(4, 'daily'), ...contacts(4, 'weekly'), ...contacts(4, 'sometimes')]);
    const ringOf = (near: number) => dots.slice(near * 4, near * 4 + 4).map(({ x, y }) => Math.hypot(x - centre, y - centre));
    const [daily, weekly, sometimes] = [ringOf(0), ringOf(1), ringOf(2)] as [number[], number[], number[]];
    expect(Math.min(...daily)).toBeGreaterThan(26 + size);
    expect(Math.min(...weekly) - Math.max(...daily)).toBeGreaterThan(2 * size);
    expect(Math.min(...sometimes) - Math.max(...weekly)).toBeGreaterThan(2 * size);
    expect(Math.max(...sometimes) + size).toBeLessThan(164);
  });

  it('numbers people in the order of the list', () => {
    expect(placesOf([...contacts(2, 'sometimes'), ...contacts(1, 'daily')]).dots.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('draws nobody where there is nobody', () => {
    expect(placesOf([])).toEqual({ dots: [], size: 12 });
  });
});
