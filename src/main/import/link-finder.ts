import type { LinkType, Strength } from '../../core/model/link-types.ts';
import type { WritableDatabase } from '../vault/database.ts';

// The plus takes the column from the choice of the index.
const found = (where: string): string =>
  `SELECT seq, id FROM link WHERE ${where} AND strength = ? ORDER BY seq LIMIT 1`;
export const BY_TO = found('+from_seq = ? AND type = ? AND to_seq = ?');
export const BY_FROM = found('from_seq = ? AND type = ? AND +to_seq = ?');

/** Links at one end that are quickly looked through. */
const FEW = 32;

/**
 * The link between two entities that the vault has already. Its two indexes know one end each; of a hub (a firm with
 * everybody it employs) that end has as many links as the import has rows, so a crowded end is never searched: the
 * other one is.
 */
export class LinkFinder {
  readonly #crowd;
  readonly #byTo;
  readonly #byFrom;

  constructor(database: WritableDatabase) {
    this.#crowd = database.prepare(
      `SELECT count(*) AS count FROM (SELECT 1 FROM link WHERE to_seq = ? AND type = ? LIMIT ${FEW})`,
    );
    this.#byTo = database.prepare(BY_TO);
    this.#byFrom = database.prepare(BY_FROM);
  }

  get(from: number, type: LinkType, to: number, strength: Strength): { seq: number; id: string } | undefined {
    const { count } = this.#crowd.get(to, type) as { count: number };
    const statement = count < FEW ? this.#byTo : this.#byFrom;
    return statement.get(from, type, to, strength) as { seq: number; id: string } | undefined;
  }
}
