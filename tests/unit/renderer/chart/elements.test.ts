import cytoscape from 'cytoscape';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChartPicture,
  EMPTY_PICTURE,
  lineWidth,
  pictureChange,
  pictureOf,
} from '../../../../src/renderer/chart/elements.ts';
import { desk, entity, link, membersOf, word } from './desk.ts';

const people = [entity('a'), entity('b'), entity('c', { type: 'phone' })];
const members = membersOf(people);

describe('pictureOf', () => {
  it('labels an aggregated line with its count and draws the arrow only where the type has a direction', () => {
    const picture = pictureOf(
      desk(people, [link('a', 'b', { count: 12 }), link('b', 'c', { type: 'met', directed: false })]),
      members,
      word,
    );
    expect(picture.lines.get('a|b|called')).toMatchObject({ label: 'called 12×', directed: true });
    expect(picture.lines.get('b|c|met')).toMatchObject({ label: 'met', directed: false });
  });

  it('leaves out hidden and filtered entities together with their lines', () => {
    const links = [link('a', 'b'), link('b', 'c')];
    const hidden = pictureOf(desk(people, links, { hidden: new Set(['a']) }), members, word);
    expect([...hidden.nodes.keys()]).toEqual(['b', 'c']);
    expect([...hidden.lines.keys()]).toEqual(['b|c|called']);
    const filter = { entityTypes: ['person' as const], linkTypes: null, period: { from: null, to: null } };
    expect([...pictureOf(desk(people, links, { filter }), members, word).lines.keys()]).toEqual([
      'a|b|called',
    ]);
  });

  it('draws a protected person as a closed shutter', () => {
    const victim = entity('v', { type: 'person', label: 'Victim 3', protected: true });
    const node = pictureOf(desk([victim], []), membersOf([victim]), word).nodes.get('v');
    expect(node).toMatchObject({ label: 'Victim 3', icon: 'shutter', shuttered: true });
  });

  it('bends lines only where several join the same two', () => {
    const picture = pictureOf(
      desk(people, [link('a', 'b'), link('b', 'a', { type: 'paid' }), link('a', 'c')]),
      members,
      word,
    );
    expect([...picture.lines.values()].map((line) => line.parallel)).toEqual([true, true, false]);
  });

  it('makes heavier traffic wider, never thinner', () => {
    fc.assert(fc.property(fc.nat(1e6), fc.nat(1e6), (one, more) => lineWidth(one) <= lineWidth(one + more)));
  });
});

function apply(cy: cytoscape.Core, before: ChartPicture, after: ChartPicture): void {
  const change = pictureChange(before, after);
  for (const id of change.remove) cy.getElementById(id).remove();
  for (const node of change.addNodes) cy.add({ group: 'nodes', data: { ...node } });
  for (const line of change.addLines)
    cy.add({ group: 'edges', data: { ...line, source: line.from, target: line.to } });
}

describe('pictureChange', () => {
  it('touches only what changed', () => {
    const before = pictureOf(desk(people, [link('a', 'b', { count: 2 }), link('b', 'c')]), members, word);
    const moved = { ...members, a: { x: 7, y: 7 } };
    const after = pictureOf(desk(people, [link('a', 'b', { count: 3 }), link('b', 'c')]), moved, word);
    const change = pictureChange(before, after);
    expect(change.changeNodes.map((node) => node.id)).toEqual(['a']);
    expect(change.changeLines.map((line) => line.id)).toEqual(['a|b|called']);
    expect([change.addNodes, change.addLines, change.remove]).toEqual([[], [], []]);
  });

  it('turns any picture into any other on the canvas', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const shown = fc.record({
      on: fc.subarray(ids),
      pairs: fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 6 }),
    });
    const draw = ({ on, pairs }: { on: string[]; pairs: [string, string][] }): ChartPicture => {
      const entities = on.map((id) => entity(id));
      return pictureOf(
        desk(
          entities,
          pairs.map(([from, to]) => link(from, to)),
        ),
        membersOf(entities),
        word,
      );
    };
    fc.assert(
      fc.property(shown, shown, (one, two) => {
        const cy = cytoscape({ headless: true });
        apply(cy, EMPTY_PICTURE, draw(one));
        apply(cy, draw(one), draw(two));
        const wanted = draw(two);
        const there = new Set(cy.elements().map((element) => element.id()));
        cy.destroy();
        return (
          there.size === wanted.nodes.size + wanted.lines.size &&
          [...wanted.nodes.keys(), ...wanted.lines.keys()].every((id) => there.has(id))
        );
      }),
      { numRuns: 60 },
    );
  });
});
