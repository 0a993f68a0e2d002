import { afterAll, expect, test } from 'vitest';
import { commandLine, oneObject } from '../helpers/iforce.ts';

const line = commandLine();
afterAll(() => line.close());

test('of several namesakes none is guessed', () => {
  const people = line.write(
    'people.csv',
    'ПІБ;Дата народження;Телефон\nКравченко Олег;01.02.1980;+380501230001\nКравченко Олег;05.06.1990;+380501230002\nМороз Іван;05.06.1971;+380501230003\n',
  );
  expect(oneObject(line.inVault('import', people, '--tz', 'Europe/Kyiv'))).toMatchObject({ imported: 3 });
  const done = line.inVault('ask', 'path', 'Кравченко Олег', 'Мороз Іван');
  expect(done.status).toBe(2);
  const { error } = oneObject(done);
  expect(error).toMatchObject({ code: 'cli.entity-ambiguous', complete: true });
  expect(error.candidates).toMatchObject([
    { id: expect.any(String), type: 'person', label: 'Кравченко Олег', status: null, minor: false },
    { id: expect.any(String), label: 'Кравченко Олег' },
  ]);
  const [first, second] = error.candidates;
  expect(first.id).not.toBe(second.id);
  expect(error.message).toContain(second.id);
  expect(oneObject(line.inVault('ask', 'path', first.id, '+380501230001')).ok).toBe(true);
});

test('an identifier only one has names it, and half a name says whom it could mean', () => {
  expect(oneObject(line.inVault('ask', 'path', '0501230003', '+380501230001')).ok).toBe(true);
  expect(oneObject(line.inVault('ask', 'path', '+380501230003', 'Мороз Іван')).ok).toBe(true);
  const half = line.inVault('ask', 'path', 'Кравченко', 'Мороз Іван');
  expect([half.status, oneObject(half).error.candidates.length]).toEqual([2, 2]);
});
