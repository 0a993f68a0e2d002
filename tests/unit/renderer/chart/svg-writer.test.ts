import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../../src/renderer/chart/elements.ts';
import { edgeDistance } from '../../../../src/renderer/chart/outline.ts';
import { sheetOf } from '../../../../src/renderer/chart/sheet.ts';
import { svgOf } from '../../../../src/renderer/chart/svg-writer.ts';
import { CHART_THEMES } from '../../../../src/renderer/chart/theme.ts';
import { desk, entity, link, membersOf, word } from './desk.ts';

const people = [
  entity('a', { label: 'Ткачук Олександр' }),
  entity('b', { label: 'A & B <Ltd> "x"\u0007', type: 'organisation' }),
  entity('c', { label: 'გიორგი', type: 'phone' }),
  entity('d', { label: 'Hidden One' }),
];
const links = [
  link('a', 'b', { count: 12 }),
  link('a', 'c', { strength: 'unconfirmed' }),
  link('b', 'c', { strength: 'tentative' }),
  link('a', 'd', { type: 'paid' }),
];
const block = {
  marking: 'INTERPOL RESTRICTED · H1',
  title: 'CAF-2026-014',
  lines: ['Author: NCB', 'Data cut-off: 2026-11-01'],
};
const legend = {
  types: [
    { type: 'person' as const, name: 'Person', shape: 'circle' as const, colour: '#0072B2', icon: 'user' },
  ],
  strengths: [{ strength: 'tentative' as const, name: 'Tentative' }],
};
function written(): string {
  const picture = pictureOf(desk(people, links, { hidden: new Set(['d']) }), membersOf(people), word);
  return svgOf(sheetOf(picture, block, legend, CHART_THEMES.light));
}

describe('the vector export', () => {
  it('holds every visible entity and line as text and not the hidden ones', () => {
    const svg = written();
    for (const label of ['Ткачук Олександр', 'გიორგი', 'called 12×']) expect(svg).toContain(`>${label}<`);
    expect(svg).not.toContain('Hidden One');
    expect(svg).not.toContain('paid');
    expect(svg.match(/>called/g)?.length).toBe(3);
  });

  it('keeps the strengths apart without colour', () => {
    const svg = written();
    expect(svg).toContain('stroke-dasharray="8 5"');
    expect(svg).toContain('stroke-dasharray="1.5 4"');
  });

  it('escapes what would break the document', () => {
    const svg = written();
    expect(svg).toContain('A &amp; B &lt;Ltd&gt; &quot;x&quot; <');
    expect(svg).not.toContain('\u0007');
  });

  it('carries the marking top and bottom, author, data cut-off, legend and font', () => {
    const svg = written();
    expect(svg.match(/INTERPOL RESTRICTED · H1/g)?.length).toBe(2);
    for (const words of [
      'CAF-2026-014',
      'Author: NCB',
      'Data cut-off: 2026-11-01',
      '>Person<',
      '>Tentative<',
      'Noto Sans',
    ]) {
      expect(svg).toContain(words);
    }
  });

  it('keeps everything inside the sheet', () => {
    const [x = 0, y = 0, width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(written())?.[1] ?? '')
      .split(' ')
      .map(Number);
    for (const [, left, top] of written().matchAll(/<text x="([-\d.]+)" y="([-\d.]+)"/g)) {
      expect(Number(left)).toBeGreaterThan(x);
      expect(Number(left)).toBeLessThan(x + width);
      expect(Number(top)).toBeGreaterThan(y);
      expect(Number(top)).toBeLessThan(y + height);
    }
  });
});

describe('edgeDistance', () => {
  it('meets the outline of each shape', () => {
    expect(edgeDistance('circle', { x: 3, y: 4 })).toBeCloseTo(20);
    expect(edgeDistance('box', { x: 1, y: 1 })).toBeCloseTo(20 * Math.SQRT2);
    expect(edgeDistance('diamond', { x: 0, y: 1 })).toBeCloseTo(25);
    expect(edgeDistance('diamond', { x: 1, y: 1 })).toBeCloseTo(25 / Math.SQRT2);
    expect(edgeDistance('triangle', { x: 0, y: -1 })).toBeCloseTo(26);
    expect(edgeDistance('triangle', { x: 0, y: 1 })).toBeCloseTo(26);
  });
});
