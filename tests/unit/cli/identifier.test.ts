import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startMessages } from '../../../src/cli/messages.ts';
import { createProgram } from '../../../src/cli/program.ts';

beforeAll(() => startMessages('en'));
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

async function explained(...words: string[]): Promise<Record<string, unknown>> {
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
  const call = ['node', 'iforce', '--json', 'identifier', 'explain', ...words];
  await createProgram('en', () => undefined).parseAsync(call);
  return JSON.parse(written) as Record<string, unknown>;
}

test('a number is explained without a vault, a failing check is no failure of the command', async () => {
  const answer = await explained('iban', 'MD24AG000225100013104169');
  expect(answer).toMatchObject({ ok: true, kind: 'iban', check: 'check-failed' });
  expect(String(answer.explain)).toContain('mod 97');
  expect(process.exitCode).toBe(0);
});

test('the country decides national forms and plates, also the region that has plates of its own', async () => {
  expect(await explained('phone', '067 000 00 01', '--country', 'ua')).toMatchObject({
    value: '+380670000001',
  });
  expect(await explained('plate', 'T123AB', '--country', 'md-sn')).toMatchObject({ value: 'MD-SN:T123AB' });
});

test('a kind or country that does not exist is a wrong call', async () => {
  await expect(explained('shoe-size', '42')).rejects.toMatchObject({ code: 'cli.usage' });
  await expect(explained('plate', 'AA0001', '--country', 'nowhere')).rejects.toMatchObject({
    code: 'cli.usage',
  });
});
