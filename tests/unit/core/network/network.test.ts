import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildGraph,
  kilometresBetween,
  newIdentities,
  shortestPath,
  together,
  type Usage,
} from '../../../../src/core/network/index.ts';

const DAY = 86_400_000;
const line = (from: number, to: number) => ({ from, to, count: 1 });

describe('shortest path', () => {
  const graph = buildGraph(6, [line(0, 1), line(1, 2), line(2, 5), line(0, 3), line(3, 5)]);

  it('takes the fewest steps, against the arrows too', () => {
    expect(shortestPath(graph, 0, 5, { maximumSteps: 6 })).toEqual([0, 3, 5]);
    expect(shortestPath(graph, 5, 0, { maximumSteps: 6 })).toEqual([5, 3, 0]);
  });

  it('goes around what is excluded and stops at the allowed steps', () => {
    expect(shortestPath(graph, 0, 5, { excluded: new Set([3]), maximumSteps: 6 })).toEqual([0, 1, 2, 5]);
    expect(shortestPath(graph, 0, 5, { excluded: new Set([3]), maximumSteps: 2 })).toBeNull();
    expect(shortestPath(graph, 0, 4, { maximumSteps: 6 })).toBeNull();
  });

  it('is as short as the distance by repeated relaxing, on any graph', () => {
    const edges = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const distance = new Array<number>(12).fill(Number.POSITIVE_INFINITY);
        distance[0] = 0;
        for (let round = 0; round < 12; round += 1)
          for (const [a, b] of pairs) {
            distance[b] = Math.min(distance[b] ?? 0, (distance[a] ?? 0) + 1);
            distance[a] = Math.min(distance[a] ?? 0, (distance[b] ?? 0) + 1);
          }
        const built = buildGraph(
          12,
          pairs.map(([a, b]) => line(a, b)),
        );
        const path = shortestPath(built, 0, 11, { maximumSteps: 12 });
        expect(path === null ? Number.POSITIVE_INFINITY : path.length - 1).toBe(distance[11]);
      }),
    );
  });
});

describe('new identities', () => {
  const usage = (
    id: string,
    contacts: string[],
    first: number,
    last: number,
    devices: string[] = [],
  ): Usage => ({
    id,
    contacts: new Set(contacts),
    devices: new Set(devices),
    first: first * DAY,
    last: last * DAY,
  });
  const options = { minimumShared: 2, overlapMs: 3 * DAY, silenceMs: 30 * DAY };

  it('finds the number that appears with the same contacts and names them', () => {
    const [lead, ...rest] = newIdentities(
      [
        usage('old', ['a', 'b', 'c'], 0, 20),
        usage('new', ['a', 'b', 'd'], 21, 60),
        usage('other', ['x', 'y'], 21, 60),
      ],
      options,
    );
    expect(rest).toEqual([]);
    expect(lead).toMatchObject({ before: 'old', after: 'new', sameDevice: false, gapMs: DAY });
    expect([...(lead?.shared ?? [])].sort()).toEqual(['a', 'b']);
  });

  it('does not take numbers in use at the same time, nor after too long a silence', () => {
    expect(
      newIdentities([usage('old', ['a', 'b'], 0, 40), usage('new', ['a', 'b'], 10, 60)], options),
    ).toEqual([]);
    expect(
      newIdentities([usage('old', ['a', 'b'], 0, 10), usage('new', ['a', 'b'], 50, 60)], options),
    ).toEqual([]);
  });

  it('ranks the same handset higher, and a contact everybody has lower', () => {
    const crowd = [...Array(30).keys()].map((n) => usage(`c${n}`, ['taxi', 'bank'], 0, 90));
    const rare = [usage('old', ['a', 'b', 'taxi'], 0, 20), usage('new', ['a', 'b', 'bank'], 21, 60)];
    const common = [usage('old', ['taxi', 'bank', 'a'], 0, 20), usage('new', ['taxi', 'bank', 'b'], 21, 60)];
    const score = (list: Usage[]) =>
      newIdentities(list, options).find((one) => one.before === 'old')?.score ?? 0;
    expect(score([...rare, ...crowd])).toBeGreaterThan(score([...common, ...crowd]));
    const sameHandset = [
      usage('old', ['a', 'b', 'c'], 0, 20, ['imei']),
      usage('new', ['a', 'b', 'd'], 21, 60, ['imei']),
    ];
    const otherHandset = [usage('old', ['a', 'b', 'c'], 0, 20), usage('new', ['a', 'b', 'd'], 21, 60)];
    expect(score(sameHandset)).toBeGreaterThan(score(otherHandset));
  });
});

describe('together', () => {
  const at = (id: string, minutes: number, place = 'Palanca') => ({
    id,
    place,
    at: minutes * 60_000,
    latitude: null,
    longitude: null,
  });
  const options = { minutes: 10, kilometres: 1, minimumTimes: 2 };

  it('finds two cars that cross within minutes, twice, and who leads', () => {
    const [pair] = together([at('a', 0), at('b', 4), at('a', 2000), at('b', 2006), at('c', 500)], options);
    expect(pair).toMatchObject({ a: 'a', b: 'b', leader: 'a', leadShare: 1 });
    expect(pair?.meetings.map((one) => one.lagMs)).toEqual([240_000, 360_000]);
  });

  it('needs the place, the minutes and the times', () => {
    expect(
      together([at('a', 0), at('b', 4, 'Otaci'), at('a', 2000), at('b', 2006, 'Otaci')], options),
    ).toEqual([]);
    expect(together([at('a', 0), at('b', 14), at('a', 2000), at('b', 2016)], options)).toEqual([]);
    expect(together([at('a', 0), at('b', 4)], options)).toEqual([]);
  });

  it('counts one long stay once', () => {
    const stay = [0, 2, 4, 6, 8].flatMap((minute) => [at('a', minute), at('b', minute + 1)]);
    expect(together(stay, options)).toEqual([]);
  });

  it('measures distance where the places have no name', () => {
    const point = (id: string, minutes: number, latitude: number) => ({
      ...at(id, minutes, ''),
      latitude,
      longitude: 28,
    });
    const near = [point('a', 0, 47), point('b', 1, 47.005), point('a', 900, 46), point('b', 901, 46.005)];
    expect(together(near, options)).toHaveLength(1);
    expect(together(near, { ...options, kilometres: 0.2 })).toEqual([]);
    expect(kilometresBetween(47.01, 28.86, 50.45, 30.52)).toBeCloseTo(401, -1);
  });
});
