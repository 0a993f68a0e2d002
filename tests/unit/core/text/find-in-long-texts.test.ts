import { expect, test } from 'vitest';
import { findIdentifiers, searchIdentifiers } from '../../../../src/core/text/find-identifiers.ts';
import { NameFinder } from '../../../../src/core/text/find-names.ts';

const SYLLABLES = 'ко ва ле пе тре се ме гри бо ром сав чук ма ри лю дми'.split(' ');

/** Numbered words that look like names: the same number, the same name. */
function wordOf(number: number): string {
  let word = '';
  for (let rest = number + 16; rest > 0; rest = Math.floor(rest / 16)) word += SYLLABLES[rest % 16];
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const NAMES = Array.from({ length: 8000 }, (_, at) => ({
  name: `${wordOf(at % 40)}енко ${wordOf(1000 + at)}слав`,
  of: at,
}));

/** Every eighth line names somebody, the others only a surname everybody has. */
function textOf(lines: number): string {
  return Array.from({ length: lines }, (_, at) => {
    const named = at % 8 === 0 ? (NAMES[(at * 31) % NAMES.length]?.name ?? '') : `${wordOf(at % 40)}енко`;
    return `Свідок ${named} подзвонив на +38067${1_000_000 + (at % 900_000)} о десятій ранку`;
  }).join('\n');
}

const milliseconds = (work: () => unknown): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};
const quickest = (work: () => unknown): number =>
  Math.min(...Array.from({ length: 3 }, () => milliseconds(work)));

test('every name of a long text is found, and nobody else who has the surname', () => {
  const found = new NameFinder(NAMES).find(textOf(800));
  expect(found.map(({ of }) => of)).toEqual(
    Array.from({ length: 100 }, (_, at) => (at * 8 * 31) % NAMES.length),
  );
});

test('the time for a text does not grow with how many have the surnames in it', () => {
  const text = textOf(4000);
  const few = quickest(() => new NameFinder(NAMES.slice(0, 400)).find(text));
  const building = quickest(() => new NameFinder(NAMES));
  const many = quickest(() => new NameFinder(NAMES).find(text));
  expect((many - building) / few).toBeLessThan(4);
});

test('a text of eight times the length takes about eight times as long', () => {
  const ratio =
    quickest(() => findIdentifiers(textOf(16_000), 'UA')) /
    quickest(() => findIdentifiers(textOf(2000), 'UA'));
  expect(ratio).toBeLessThan(24);
});

test('both searches can be left off many times on the way, and find the same', () => {
  const text = textOf(2000);
  const finder = new NameFinder(NAMES);
  for (const [steps, whole] of [
    [finder.search(text), finder.find(text)],
    [searchIdentifiers(text, 'UA'), findIdentifiers(text, 'UA')],
  ] as const) {
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) pauses += 1;
    expect(pauses).toBeGreaterThan(20);
    expect(step.value).toEqual(whole);
  }
});
