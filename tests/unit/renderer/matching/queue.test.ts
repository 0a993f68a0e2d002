import { expect, test } from 'vitest';
import type { MatchPairRow } from '../../../../src/contract/matching.ts';
import { actOfKey, pairKey, remaining } from '../../../../src/renderer/matching/queue.ts';

function row(left: string, right: string): MatchPairRow {
  const entity = (id: string) => ({
    id,
    type: 'person' as const,
    label: id,
    status: null,
    minor: false,
    protected: false,
    degree: 0,
  });
  return { left: entity(left), right: entity(right), score: 0.9, state: 'open', isBack: false };
}
const stroke = { code: 'KeyS', ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };

test('a decided pair leaves and the one behind it stands in its place', () => {
  const rows = [row('a', 'b'), row('c', 'd'), row('e', 'f')];
  const first = remaining(rows, new Set([pairKey(row('c', 'd'))]), 1);
  expect(first.rows[first.at]?.left.id).toBe('e');
  const last = remaining(rows, new Set([pairKey(row('e', 'f'))]), 2);
  expect(last.rows[last.at]?.left.id).toBe('c');
  expect(remaining(rows, new Set(rows.map(pairKey)), 2)).toEqual({ rows: [], at: 0 });
});

test('letters count by their place on the keyboard, and not with Ctrl', () => {
  expect(actOfKey(stroke)).toBe('same');
  expect(actOfKey({ ...stroke, code: 'ArrowDown' })).toBe('down');
  expect(actOfKey({ ...stroke, ctrlKey: true })).toBeNull();
  expect(actOfKey({ ...stroke, code: 'KeyQ' })).toBeNull();
});
