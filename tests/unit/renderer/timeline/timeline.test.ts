import { describe, expect, it } from 'vitest';
import { csvHead, eventsCsv } from '../../../../src/renderer/timeline/csv.ts';
import { columnFor, shortened } from '../../../../src/renderer/timeline/lane-names.ts';
import { lanesInView, spanOf } from '../../../../src/renderer/timeline/lanes.ts';
import { barHeight } from '../../../../src/renderer/timeline/paint.ts';
import { instantAt, pan, periodFromBrush, xOf, zoomAt } from '../../../../src/renderer/timeline/range.ts';
import { edgeDate, zoneTicks } from '../../../../src/renderer/timeline/ticks.ts';

const range = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 0, 11) };

describe('range', () => {
  it('keeps the instant under the pointer where it is', () => {
    const instant = instantAt(range, 1000, 300);
    expect(xOf(zoomAt(range, instant, 0.1), 1000, instant)).toBeCloseTo(300, 3);
  });
  it('never gets shorter than two seconds', () => {
    const tiny = zoomAt(range, range.from, 1e-12);
    expect(tiny.to - tiny.from).toBe(2000);
  });
  it('moves earlier when dragged to the right', () => {
    expect(pan(range, 100, 1000).from).toBe(Date.UTC(2025, 11, 31));
  });
  it('makes a period of a brush, either way round, and none of a click', () => {
    const period = { from: Date.UTC(2026, 0, 2), to: Date.UTC(2026, 0, 4) };
    expect(periodFromBrush(range, 1000, 100, 300)).toEqual(period);
    expect(periodFromBrush(range, 1000, 300, 100)).toEqual(period);
    expect(periodFromBrush(range, 1000, 300, 302)).toBeNull();
  });
});

describe('ticks', () => {
  it.each(['Europe/Chisinau', 'Europe/Kyiv'])(
    'stand at local midnights over both changes of the clock in %s',
    (zone) => {
      for (const month of [2, 9]) {
        const days = { from: Date.UTC(2026, month, 24), to: Date.UTC(2026, month, 31) };
        const ticks = zoneTicks(days, zone, 900, 'en');
        const hours = ticks.map(({ at }) =>
          new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at),
        );
        expect(ticks.length).toBeGreaterThan(5);
        expect(new Set(hours)).toEqual(new Set(['00']));
      }
    },
  );
  it('have the short and the long day of the change', () => {
    const lengths = (month: number): number[] => {
      const days = { from: Date.UTC(2026, month, 24), to: Date.UTC(2026, month, 31) };
      const at = zoneTicks(days, 'Europe/Kyiv', 900, 'en').map((tick) => tick.at);
      return at.slice(1).map((one, index) => (one - (at[index] ?? 0)) / 3_600_000);
    };
    expect(lengths(2)).toContain(23);
    expect(lengths(9)).toContain(25);
  });
  it('never stand closer than a label, from seconds to decades', () => {
    for (let length = 5_000; length < 1e12; length = Math.round(length * 7)) {
      const ticks = zoneTicks({ from: range.from, to: range.from + length }, 'Europe/Kyiv', 800, 'uk');
      expect(ticks.length).toBeLessThan(12);
      expect(new Set(ticks.map(({ at }) => at)).size).toBe(ticks.length);
    }
  });
});

describe('lanes', () => {
  it('draws only those on the screen', () => {
    expect(lanesInView(0, 100, 500)).toEqual({ first: 0, count: 5 });
    expect(lanesInView(280, 100, 500).first).toBe(10);
    expect(lanesInView(0, 100, 2).count).toBe(2);
    expect(lanesInView(900, 100, 0).count).toBe(0);
  });
  it('makes a year a year wide, a call as long as it lasted, and leaves the undated out', () => {
    const start = Date.UTC(2026, 0, 1);
    const one = { start, end: null, durationSeconds: 90, precision: 'second' as const };
    expect(spanOf(one)).toEqual([start, start + 90_000]);
    expect(spanOf({ ...one, precision: 'year' })).toEqual([start, start + 365 * 86_400_000]);
    expect(spanOf({ ...one, start: null })).toBeNull();
  });
});

it('writes CSV that no spreadsheet runs as a formula', () => {
  const event = {
    id: 'e',
    type: 'call',
    start: 0,
    startText: '=HYPERLINK("x")',
    zone: 'UTC',
    precision: 'second',
    end: null,
    durationSeconds: 1,
    from: null,
    fromLabel: 'A, B',
    to: null,
    toLabel: null,
    place: null,
    latitude: null,
    longitude: null,
    amountMinor: 1250,
    currency: 'EUR',
    properties: {},
    sourceId: 's',
    sourceReference: 'S-1',
    sourceRow: 4,
    grade: { scheme: '4x4', source: 'B', information: '2' },
  } as never;
  expect(eventsCsv([event], 'Restricted · H1')).toBe(
    '1970-01-01T00:00:00.000Z,"\'=HYPERLINK(""x"")",UTC,second,,1,call,"A, B",,12.5,EUR,,S-1,4,B2,Restricted · H1\r\n',
  );
});

it('begins the table with its marking, title and cut-off, then the names of the columns', () => {
  const block = {
    marking: 'Restricted · H1',
    title: 'CAF-1 · Bridge, "two"',
    lines: ['Data cut-off: 2026-07-15'],
  };
  const lines = csvHead(block, ['2 events']).split('\r\n');
  expect(lines.slice(0, 4)).toEqual([
    '\uFEFF# Restricted · H1',
    '"# CAF-1 · Bridge, ""two"""',
    '# Data cut-off: 2026-07-15',
    '# 2 events',
  ]);
  expect(lines[4]?.split(',').length).toBe(16);
});

describe('axis', () => {
  const seconds = { from: Date.UTC(2026, 6, 14, 20, 59, 30), to: Date.UTC(2026, 6, 14, 21, 0, 30) };
  it('says the day at the left edge where its ticks are seconds, and at midnight', () => {
    expect(edgeDate(seconds, 'Europe/Kyiv', 900, 'en')).toBe('Tue, Jul 14, 2026');
    const labels = zoneTicks(seconds, 'Europe/Kyiv', 900, 'en').map(({ label }) => label);
    expect(labels.filter((label) => label.includes('Jul'))).toEqual(['Wed, Jul 15']);
  });
  it('says it nowhere where the ticks are days themselves', () => {
    expect(edgeDate(range, 'Europe/Kyiv', 900, 'en')).toBe('');
  });
  it('keeps small counts in sight beside a day of thousands', () => {
    expect(barHeight(10_000, 10_000)).toBe(1);
    expect(barHeight(25, 10_000)).toBe(0.05);
    expect(barHeight(0, 10_000)).toBe(0);
  });
});

describe('names of lanes', () => {
  const six = (text: string): number => [...text].length * 6;
  const iban = 'MD24AG000225100013104168';
  it('lose their middle where the column is narrow, not their beginning or end', () => {
    expect(shortened(iban, 94, six)).toBe('MD24AG0…3104168');
    expect(shortened('+37369123456', 94, six)).toBe('+37369123456');
    expect(shortened('Ганна Щербацька-Мельник', 94, six)).toBe('Ганна Щ…Мельник');
    expect(shortened(iban, 5, six)).toBe('…');
  });
  it('get a column on paper in which each stands whole', () => {
    expect(columnFor(['short', iban], 150, six)).toBe(24 * 6 + 56);
    expect(columnFor([], 150, six)).toBe(150);
  });
});
