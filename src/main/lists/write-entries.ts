import type { ListReport } from '../../contract/lists.ts';
import { blockingKeys } from '../../core/names/index.ts';
import { bareNumber } from '../../core/watch/index.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { type EntryDraft, namesToFind } from './map-entry.ts';

/** Writes the entries of one version and what they are found by; counts what was not taken and what is odd. */
export class EntryWriter {
  readonly #database: WritableDatabase;
  readonly #versionSeq: number;
  readonly #insert;
  readonly #key;
  readonly #number;
  readonly #reject;
  readonly #known;
  readonly #rejected: Record<string, number> = {};
  readonly #remarks: Record<string, number> = {};
  #rows = 0;
  #entries = 0;
  #leftOut = 0;
  #first: number | null = null;
  #last: number | null = null;

  constructor(database: WritableDatabase, versionSeq: number) {
    this.#database = database;
    this.#versionSeq = versionSeq;
    this.#insert = database.prepare(
      `INSERT INTO watch_entry (version_seq, line, entry_key, print, type, reference, label, matched, note, raw)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#key = database.prepare('INSERT INTO watch_entry_key (key, entry_seq) VALUES (?, ?)');
    this.#number = database.prepare(
      'INSERT INTO watch_entry_number (kind, bare, entry_seq, value) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#reject = database.prepare(
      'INSERT INTO watch_rejected (version_seq, line, part, code, value) VALUES (?, ?, ?, ?, ?)',
    );
    this.#known = database.prepare('SELECT 1 FROM watch_entry WHERE version_seq = ? AND print = ? LIMIT 1');
  }

  leaveOut(): void {
    this.#rows += 1;
    this.#leftOut += 1;
  }

  reject(line: number, code: string, value: string): void {
    this.#rows += 1;
    this.#rejected[code] = (this.#rejected[code] ?? 0) + 1;
    this.#reject.run(this.#versionSeq, line, this.#rows, code, value.slice(0, 500));
  }

  /** The same entry a second time says nothing more. */
  write(line: number, draft: EntryDraft): void {
    const { reference, label, side, note, raw, print, remarks } = draft;
    if (this.#known.get(this.#versionSeq, print) !== undefined) {
      this.reject(line, 'list-duplicate', [reference, label].filter((text) => text !== '').join(' · '));
      return;
    }
    this.#rows += 1;
    this.#entries += 1;
    for (const remark of remarks) this.#remark(remark, 1);
    const key = reference === '' ? `print:${print}` : `ref:${reference}`;
    const texts = [reference, label, JSON.stringify(side), note, JSON.stringify(raw)];
    const { lastInsertRowid } = this.#insert.run(this.#versionSeq, line, key, print, side.type, ...texts);
    this.#find(Number(lastInsertRowid), side);
  }

  #find(seq: number, side: EntryDraft['side']): void {
    this.#first ??= seq;
    this.#last = seq;
    const keys = new Set(namesToFind(side).flatMap((name) => blockingKeys(name)));
    for (const key of keys) this.#key.run(key, seq);
    for (const { kind, value } of side.numbers) this.#number.run(kind, bareNumber(kind, value), seq, value);
  }

  #remark(code: string, count: number): void {
    if (count > 0) this.#remarks[code] = (this.#remarks[code] ?? 0) + count;
  }

  /** Entries that share a reference are told apart by what they say. */
  finish(): ListReport {
    const { changes } = this.#database.run(
      `UPDATE watch_entry SET entry_key = 'print:' || print WHERE version_seq = ? AND reference <> '' AND reference IN
         (SELECT reference FROM watch_entry WHERE version_seq = ? GROUP BY reference HAVING count(*) > 1)`,
      this.#versionSeq,
      this.#versionSeq,
    );
    this.#remark('reference-repeated', changes);
    const rejected = Object.values(this.#rejected).reduce((sum, count) => sum + count, 0);
    const report = {
      rows: this.#rows,
      entries: this.#entries,
      rejected,
      leftOut: this.#leftOut,
      rejectedByReason: this.#rejected,
      remarks: this.#remarks,
    };
    this.#database.run(
      'UPDATE watch_list_version SET first_entry = ?, last_entry = ?, entries = ?, report = ? WHERE seq = ?',
      this.#first,
      this.#last,
      report.entries,
      JSON.stringify(report),
      this.#versionSeq,
    );
    return report;
  }
}
