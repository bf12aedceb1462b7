import { describe, expect, test } from 'vitest';
import { documentKey } from '../../server/document.ts';
import { campaignGuide } from './document-text.ts';
import { Ledger, nothing, type DocumentState } from './ledger.ts';

const name = campaignGuide('one');
const draft = (mark: number): DocumentState => ({ draft: { mark, revision: `r${mark}`, status: 'draft' }, published: null });
const seen = (state: DocumentState) => new Map([[documentKey(name), state]]);

function afterTwoSaves() {
  const ledger = new Ledger();
  for (const mark of [1, 2]) {
    ledger.begin(name, draft(mark));
    ledger.acknowledge(name, draft(mark));
  }
  return ledger;
}

describe('the ledger of acknowledged saves', () => {
  test('is content with what was acknowledged last', () => {
    expect(afterTwoSaves().settle(seen(draft(2)))).toEqual([]);
  });
  test('calls an earlier text a loss', () => {
    expect(afterTwoSaves().settle(seen(draft(1)))).toEqual([
      'guides/en/one is a draft with mark 1 (draft) and not published; acknowledged was a draft with mark 2 (draft) and not published',
    ]);
  });
  test('calls a missing draft a loss', () => {
    expect(afterTwoSaves().settle(seen(nothing))).toHaveLength(1);
    expect(afterTwoSaves().settle(new Map())).toHaveLength(1);
  });
  test('allows the request under way to have been done or not', () => {
    for (const mark of [2, 3]) {
      const ledger = afterTwoSaves();
      ledger.begin(name, draft(3));
      expect(ledger.settle(seen(draft(mark)))).toEqual([]);
    }
  });
  test('does not allow a refused request to have been done', () => {
    const ledger = afterTwoSaves();
    ledger.begin(name, draft(3));
    ledger.refuse(name);
    expect(ledger.settle(seen(draft(3)))).toHaveLength(1);
  });
  test('keeps every acknowledged text of a draft, and of an ended one what was published', () => {
    const ledger = afterTwoSaves();
    expect(ledger.kept.map(({ mark }) => mark)).toEqual([1, 2]);
    ledger.begin(name, { draft: null, published: { mark: 2, revision: 'r2' } });
    ledger.acknowledge(name);
    expect(ledger.kept.map(({ mark }) => mark)).toEqual([2]);
    expect(ledger.saves).toBe(2);
  });
  test('counts a publication that was cut in two, and calls it no loss only while it is under way', () => {
    const half = { ...draft(2), published: { mark: 2, revision: 'r2' } };
    const ledger = afterTwoSaves();
    ledger.begin(name, { draft: null, published: { mark: 2, revision: 'r2' } });
    expect(ledger.settle(seen(half))).toEqual([]);
    expect(ledger.halves).toBe(1);
    expect(afterTwoSaves().settle(seen(half))).toHaveLength(1);
  });
});
