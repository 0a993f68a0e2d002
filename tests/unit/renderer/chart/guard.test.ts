import { describe, expect, it } from 'vitest';
import { toggled } from '../../../../src/renderer/chart/choice.ts';
import { ASK_ABOVE, collapseSet, guardExpand } from '../../../../src/renderer/chart/guard.ts';

describe('guardExpand', () => {
  it('asks only above the limit and never brings anything unasked', () => {
    expect(guardExpand({ total: 0, byType: [] }).kind).toBe('nothing');
    expect(guardExpand({ total: ASK_ABOVE, byType: [] })).toEqual({
      kind: 'go',
      plan: { limit: ASK_ABOVE, linkTypes: null },
    });
    const crowd = { total: ASK_ABOVE + 1, byType: [{ type: 'called' as const, count: ASK_ABOVE + 1 }] };
    expect(guardExpand(crowd)).toEqual({ kind: 'ask', count: crowd });
  });
});

describe('collapseSet', () => {
  const members = new Set(['hub', 'a', 'b', 'c']);
  it('takes away what the expand brought, if it is still there', () => {
    expect(collapseSet('hub', ['a', 'gone', 'hub'], members, [])).toEqual(['a']);
  });
  it('without memory takes only those with no other contact on the chart', () => {
    const pairs = [
      ['hub', 'a'],
      ['hub', 'b'],
      ['b', 'c'],
      ['a', 'hub'],
    ] as const;
    expect(collapseSet('hub', undefined, members, pairs)).toEqual(['a']);
  });
});

describe('toggled', () => {
  it('goes from everything to all but one and back to no filter', () => {
    expect(toggled(null, ['a', 'b'], 'a')).toEqual(['b']);
    expect(toggled(['b'], ['a', 'b'], 'a')).toBeNull();
  });
});
