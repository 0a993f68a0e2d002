import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { generate } from '../../../../build/training/generate.ts';
import { importSpecification } from '../../../../src/contract/import.ts';

const folder = fileURLToPath(new URL('../../../../resources/training/', import.meta.url));
const files = generate();
const bytes = (path: string): Uint8Array => files.get(path) ?? new Uint8Array();
const text = (path: string, encoding = 'utf-8') =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes(path));
const rows = (path: string, encoding?: string) =>
  text(path, encoding)
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(path.endsWith('b.csv') ? ';' : ','));
const answers = JSON.parse(text('answers.json'));

describe('training case generator', () => {
  it('gives the same bytes again, and they are the committed files', () => {
    for (const [path, again] of generate()) {
      expect(Buffer.compare(Buffer.from(again), Buffer.from(bytes(path))), path).toBe(0);
      expect(Buffer.compare(readFileSync(join(folder, path)), Buffer.from(again)), path).toBe(0);
    }
    const committed = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(committed.length).toBe(files.size);
  });

  it('is large enough to be real and small enough to ship', () => {
    const a = rows('calls-operator-a.csv');
    const b = rows('calls-operator-b.csv', 'windows-1251');
    expect(a.length + b.length).toBeGreaterThanOrEqual(6000);
    const phones = new Set(a.flatMap((row) => [row[0], row[1]]));
    expect(phones.size).toBeGreaterThanOrEqual(120);
    expect([...files.values()].reduce((sum, file) => sum + file.length, 0)).toBeLessThan(3_000_000);
  });

  it('has heavy tails: the busiest tenth of the phones makes over a third of the calls', () => {
    const made = new Map<string, number>();
    for (const row of rows('calls-operator-a.csv')) made.set(row[0] ?? '', (made.get(row[0] ?? '') ?? 0) + 1);
    const counts = [...made.values()].sort((x, y) => y - x);
    const sum = (list: number[]) => list.reduce((total, value) => total + value, 0);
    expect(sum(counts.slice(0, Math.ceil(counts.length / 10))) / sum(counts)).toBeGreaterThan(0.33);
  });

  it('never uses the old number after the new one appears', () => {
    const { oldNumber, newNumber } = answers.simChange;
    const at = (number: string) =>
      rows('calls-operator-a.csv')
        .filter((row) => row[0] === number || row[1] === number)
        .map((row) => row[2] ?? '');
    const last =
      at(oldNumber)
        .filter((time) => time < '2026-12')
        .sort()
        .at(-1) ?? '';
    const first = at(newNumber).sort()[0] ?? '';
    expect(last < first).toBe(true);
    expect(at(newNumber).length).toBeGreaterThan(50);
  });

  it('plants the convoy at least three times within ten minutes', () => {
    expect(answers.convoy.crossings.length).toBeGreaterThanOrEqual(3);
    const times = (plate: string) =>
      rows('border-crossings.csv')
        .filter((row) => row[3] === plate)
        .map((row) => Date.parse(`${row[0]}Z`));
    const [scout, load] = answers.convoy.plates.map(times);
    const near = scout.filter((one: number) =>
      load.some((other: number) => Math.abs(one - other) <= 600_000),
    );
    expect(near.length).toBe(answers.convoy.crossings.length);
  });

  it('writes only IBANs whose check digits are right', () => {
    for (const row of rows('payments.csv'))
      for (const iban of [row[1] ?? '', row[3] ?? '']) {
        const digits = [...(iban.slice(4) + iban.slice(0, 4))]
          .map((sign) => Number.parseInt(sign, 36))
          .join('');
        expect(BigInt(digits) % 97n, iban).toBe(1n);
      }
  });

  it('has a valid specification for every file it imports', () => {
    const all = JSON.parse(text('specifications.json'));
    const training = JSON.parse(text('training.json'));
    for (const path of training.imports)
      expect(importSpecification.safeParse(all[path]).error, path).toBeUndefined();
  });

  it('brings ten statements in three languages', () => {
    const { statements } = JSON.parse(text('training.json'));
    expect(statements).toHaveLength(10);
    expect(new Set(statements.map((one: { language: string }) => one.language))).toEqual(
      new Set(['uk', 'ro', 'en']),
    );
    for (const one of statements) expect(text(one.path).length).toBeGreaterThan(400);
  });
});
