import cytoscape from 'cytoscape';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { labelSize, watchLettering } from '../../../../src/renderer/chart/lettering.ts';

test('names of a chart seen whole stay readable, and never grow into the next entity', () => {
  expect(labelSize(1, 10)).toBe(12);
  expect(labelSize(0.6, 25)).toBe(20);
  expect(labelSize(0.05, 25)).toBe(22);
  expect(labelSize(0.6, 2000)).toBe(12);
  fc.assert(
    fc.property(fc.double({ min: 0.03, max: 6, noNaN: true }), fc.nat(3000), (zoom, nodes) => {
      const size = labelSize(zoom, nodes);
      expect(size).toBeGreaterThanOrEqual(12);
      expect(size).toBeLessThanOrEqual(22);
    }),
  );
});

test('the size is told once the zoom rests, and only when it is another', () => {
  vi.useFakeTimers();
  const cy = cytoscape({ headless: true, elements: [{ data: { id: 'a' } }], style: [] });
  const sizes: number[] = [];
  watchLettering(cy, (size) => sizes.push(size));
  for (const level of [0.9, 0.8, 0.6]) cy.zoom(level);
  vi.runAllTimers();
  cy.zoom(0.59);
  vi.runAllTimers();
  expect(sizes).toEqual([20]);
  vi.useRealTimers();
});
