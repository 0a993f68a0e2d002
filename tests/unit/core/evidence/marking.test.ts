import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CONFIDENTIALITY_LEVELS,
  effectiveMarking,
  HANDLING_CODES,
  handlingProblem,
  type MarkedItem,
  recipientCode,
} from '../../../../src/core/evidence/marking.ts';
import { markingLine, markingMeaning } from '../../../../src/core/evidence/marking-words.ts';
import { mayCarryTlp, TLP_LABELS } from '../../../../src/core/evidence/tlp.ts';

const countries = fc.array(fc.constantFrom('RO', 'md', ' UA', 'PL', 'GE'), { maxLength: 3 });
const items: fc.Arbitrary<Required<MarkedItem>> = fc.record({
  level: fc.constantFrom(...CONFIDENTIALITY_LEVELS),
  handling: fc.uniqueArray(fc.constantFrom(...HANDLING_CODES), { maxLength: 4 }),
  handlingText: fc.option(fc.constantFrom('no third countries', 'call first', ' ')),
  tlp: fc.option(fc.constantFrom(...TLP_LABELS)),
  recipients: fc.option(countries),
});
const sets = fc.array(items, { maxLength: 6 });

describe('the effective marking of a set', () => {
  test('is at least as strict as each item in it', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const whole = effectiveMarking(set);
        const at = (level: MarkedItem['level']) => CONFIDENTIALITY_LEVELS.indexOf(level);
        expect(at(whole.level)).toBe(Math.max(0, ...set.map((one) => at(one.level))));
        for (const item of set) {
          for (const code of item.handling) if (code !== 'H0') expect(whole.handling).toContain(code);
          if (item.tlp)
            expect(TLP_LABELS.indexOf(whole.tlp ?? 'CLEAR')).toBeGreaterThanOrEqual(
              TLP_LABELS.indexOf(item.tlp),
            );
          const text = item.handlingText?.trim() ?? '';
          if (text !== '' && item.handling.includes('H3')) expect(whole.handlingTexts).toContain(text);
        }
      }),
    );
  });

  test('lets somebody have the set only where every item does', () => {
    fc.assert(
      fc.property(sets, fc.constantFrom('RO', 'MD', 'UA', 'PL', 'GE', 'HU'), (set, country) => {
        const { recipients } = effectiveMarking(set);
        const allows = (list: readonly string[] | null | undefined): boolean =>
          list === null ||
          list === undefined ||
          list.length === 0 ||
          list.map(recipientCode).includes(country);
        expect(recipients === null || recipients.includes(country)).toBe(
          set.every((one) => allows(one.recipients)),
        );
      }),
    );
  });

  test('does not depend on order, repetition or grouping', () => {
    fc.assert(
      fc.property(sets, sets, (left, right) => {
        const whole = effectiveMarking([...left, ...right]);
        expect(effectiveMarking([...right, ...left, ...left])).toEqual(whole);
        const [one, two] = [effectiveMarking(left), effectiveMarking(right)];
        fc.pre(one.recipients?.length !== 0 && two.recipients?.length !== 0);
        const grouped = effectiveMarking([one, two]);
        expect({ ...grouped, handlingTexts: [] }).toEqual({ ...whole, handlingTexts: [] });
      }),
    );
  });

  test('of providers who agree on nobody is for nobody, which is not the same as for everybody', () => {
    const only = (recipients: string[]): MarkedItem => ({
      level: 'restricted',
      handling: ['H1'],
      recipients,
    });
    expect(effectiveMarking([only(['RO']), only(['PL'])]).recipients).toEqual([]);
    expect(effectiveMarking([only([]), only([])]).recipients).toBeNull();
    expect(effectiveMarking([only(['RO', 'MD']), only(['md '])]).recipients).toEqual(['MD']);
  });
});

test('handling codes a person may not combine are named', () => {
  expect(handlingProblem([], null)).toBe('none');
  expect(handlingProblem(['H0', 'H1'], null)).toBe('h0-combined');
  expect(handlingProblem(['H1', 'H3'], ' ')).toBe('h3-without-text');
  expect(handlingProblem(['H1', 'H2', 'H3'], 'no third countries')).toBeNull();
  expect(handlingProblem(['H0'], null)).toBeNull();
});

test('TLP is for open sources and cybercrime only', () => {
  expect(mayCarryTlp('document', ['drugs'])).toBe(false);
  expect(mayCarryTlp('open_source', ['drugs'])).toBe(true);
  expect(mayCarryTlp('message', ['drugs', 'cybercrime'])).toBe(true);
});

test('the line names level, codes, TLP and who alone may have it; the meaning holds the H3 texts', () => {
  const t = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    `${key}${params.recipients === undefined ? '' : `(${params.recipients})`}`;
  const whole = effectiveMarking([
    { level: 'restricted', handling: ['H1', 'H3'], handlingText: 'no third countries', recipients: ['RO'] },
    { level: 'official_use', handling: ['H0'], tlp: 'AMBER' },
  ]);
  expect(markingLine(whole, t)).toBe(
    'evidence:level.restricted · H1 H3 · TLP:AMBER · evidence:marking.onlyFor(RO)',
  );
  expect(markingMeaning(whole, t)).toContain('H3: no third countries');
});
