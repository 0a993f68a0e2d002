import type { WritableDatabase } from '../vault/database.ts';
import type { RowProblem } from './drafts.ts';

const SHOWN = 200;

/** Rows that were not taken, all of them kept with the reason. */
export class RejectedWriter {
  count = 0;
  readonly byReason: Record<string, number> = {};
  readonly shown: RowProblem[] = [];
  readonly #insert;
  readonly #batchSeq: number;
  #line = 0;
  #part = 0;

  constructor(database: WritableDatabase, batchSeq: number) {
    this.#batchSeq = batchSeq;
    this.#insert = database.prepare(
      'INSERT INTO rejected_row (batch_seq, line, part, column_name, code, value) VALUES (?, ?, ?, ?, ?, ?)',
    );
  }

  write(problem: RowProblem): void {
    this.#part = problem.line === this.#line ? this.#part + 1 : 0;
    this.#line = problem.line;
    const { line, column, code, value } = problem;
    this.#insert.run(this.#batchSeq, line, this.#part, column, code, value);
    this.count += 1;
    this.byReason[code] = (this.byReason[code] ?? 0) + 1;
    if (this.shown.length < SHOWN) this.shown.push(problem);
  }
}
