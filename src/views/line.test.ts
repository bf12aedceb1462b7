import { describe, expect, it } from 'vitest';
import { isCrowded, shortLine, stopsOf } from './line.ts';

const mark = (text: string) => ({ text });
const line = [
  { place: 'Aleppo', when: '1992', waiting: false },
  { place: 'Izmir', when: '2015', waiting: false },
  { place: 'Athens', when: '2016-03', waiting: true },
  { place: 'Ter Apel', when: '2017', waiting: true, note: 'asylum centre' },
  { place: 'Waterlinde', when: '2019-11', waiting: false },
];

describe('a line', () => {
  it('keeps every stop, with its day in words', () => {
    expect(stopsOf(line, 'en', mark).map(({ place, when }) => `${place.text} ${when}`)).toEqual([
      'Aleppo 1992',
      'Izmir 2015',
      'Athens March 2016',
      'Ter Apel 2017',
      'Waterlinde November 2019',
    ]);
  });

  it('says which stops are left out on a phone: never the first, the last, or the first of the waiting', () => {
    expect(stopsOf(line, 'en', mark).map(({ minor }) => minor)).toEqual([false, true, false, true, false]);
  });

  it('is crowded with more than four stops, or four with a long word', () => {
    const stops = stopsOf(line, 'en', mark);
    expect(isCrowded(stops)).toBe(true);
    expect(isCrowded(stops.slice(0, 4))).toBe(false);
    expect(isCrowded([{ ...stops[0]!, place: { text: 'Hostel at the harbour' } }, ...stops.slice(1, 4)])).toBe(false);
    expect(isCrowded([{ ...stops[0]!, place: { text: 'Thessaloniki' } }, ...stops.slice(1, 4)])).toBe(true);
    expect(isCrowded(stops.slice(0, 3))).toBe(false);
  });

  it('has at most four stops in a list, of the middle first those of waiting, in years', () => {
    expect(shortLine(line, 'en', mark).map(({ place, when }) => `${place.text} ${when}`)).toEqual([
      'Aleppo 1992',
      'Athens 2016',
      'Ter Apel 2017',
      'Waterlinde 2019',
    ]);
  });
});
