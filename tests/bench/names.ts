import { compareNames, prepareName } from '../../src/core/names/index.ts';

/**
 * Pairs of names scored a second on one core, with names prepared once and without.
 * `node tests/bench/names.ts [pairs]` prints one JSON object.
 */
const pairs = Number(process.argv[2] ?? 200_000);
const GIVEN =
  'Олександр Oleksandr Alexandru Іван Ion Jan Сергій Sergey Maria Марія Ганна Anna Giorgi Юлия Iulia Дмитро'.split(
    ' ',
  );
const ROOTS =
  'Гриц Лавр Шевч Ткач Чеб Мунт Зелін Koval Petr Hryhor Ceb Vrabel Szczyg Bondar Kazl Berid'.split(' ');
const ENDINGS = 'енко ук ський ов ова enko uk ski ov escu'.split(' ');
const FATHERS = ['', '', ' Іванович', ' Petrovych', ' Сергеевна'];

const names: string[] = [];
for (const root of ROOTS) {
  for (const ending of ENDINGS) {
    for (const given of GIVEN) {
      const father = FATHERS[names.length % FATHERS.length] ?? '';
      names.push(
        `${given}${father} ${/\p{Script=Latin}/u.test(root) === /^[a-z]/.test(ending) ? root + ending : root}`,
      );
    }
  }
}
const at = (index: number): number => (index * 7919) % names.length;

function measured(count: number, pair: (index: number) => number): { perSecond: number; mean: number } {
  let sum = 0;
  const started = performance.now();
  for (let index = 0; index < count; index += 1) sum += pair(index);
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: Math.round(count / seconds), mean: Math.round((sum / count) * 1000) / 1000 };
}

const started = performance.now();
const prepared = names.map((name) => prepareName(name));
for (const one of prepared) one.person();
const preparing = (performance.now() - started) / 1000;
const once = measured(pairs, (index) => {
  const [left, right] = [prepared[at(index)], prepared[at(index + 13)]];
  return left === undefined || right === undefined ? 0 : compareNames(left, right).score;
});
const each = measured(
  Math.ceil(pairs / 10),
  (index) => compareNames(names[at(index)] ?? '', names[at(index + 13)] ?? '').score,
);
process.stdout.write(
  `${JSON.stringify({
    names: names.length,
    pairs,
    preparedPerSecond: Math.round(names.length / preparing),
    pairsPerSecond: once.perSecond,
    pairsPerSecondUnprepared: each.perSecond,
    meanScore: once.mean,
    memoryMb: Math.round(process.memoryUsage().rss / 1e6),
  })}\n`,
);
