import { describe, expect, test } from 'vitest';
import { pictureOf } from '../../../../src/renderer/chart/elements.ts';
import { paintOf } from '../../../../src/renderer/chart/paint-evidence.ts';
import { desk, entity, link, membersOf, word } from './desk.ts';

const A1 = { scheme: 'europol-4x4', source: 'A', information: '1' } as const;
const X4 = { scheme: 'europol-4x4', source: 'X', information: '4' } as const;
const line = link('a', 'b');
const stated = {
  entities: [
    { key: 'a', grades: [A1], sources: ['S-001'] },
    { key: 'b', grades: [A1, X4], sources: ['S-001', 'S-002', 'S-003'] },
  ],
  lines: [{ key: line.key, grades: [X4], sources: ['S-002'] }],
};
const people = [entity('a'), entity('b')];
const picture = (way: 'type' | 'grade' | 'source', more = {}) =>
  pictureOf(desk(people, [line], more), membersOf(people), word, paintOf(way, stated));

describe('a chart painted by its evidence', () => {
  test('by type is as it always was', () => {
    expect(paintOf('type', stated)).toBeNull();
    expect(picture('type').nodes.get('a')).toMatchObject({ label: 'Person a' });
    expect(picture('type').lines.get(line.key)).toMatchObject({ colour: null });
  });

  test('by grade says the set in words before the name; a mixed set keeps the colour of the type', () => {
    const plain = picture('type').nodes.get('b')?.colour;
    const { nodes, lines } = picture('grade');
    expect(nodes.get('a')?.label).toBe('[A1] Person a');
    expect(nodes.get('a')?.colour).not.toBe(plain);
    expect(nodes.get('b')).toMatchObject({ label: '[A1 X4] Person b', colour: plain });
    expect(lines.get(line.key)?.label).toBe('[X4] called');
    expect(lines.get(line.key)?.colour).not.toBe(nodes.get('a')?.colour);
  });

  test('by source names the first and how many more; the legend has every one once', () => {
    const { nodes } = picture('source');
    expect(nodes.get('b')?.label).toBe('[S-001 +2] Person b');
    const legend = paintOf('source', stated)?.legend ?? [];
    expect(legend.map(({ words }) => words)).toEqual(['S-001', 'S-002', 'S-003']);
    expect(new Set(legend.map(({ colour }) => colour)).size).toBe(3);
  });

  test('whom nothing speaks of that the filter leaves is not drawn, nor its lines', () => {
    const { nodes, lines } = picture('type', { unstated: new Set(['b']) });
    expect([...nodes.keys()]).toEqual(['a']);
    expect(lines.size).toBe(0);
  });
});
