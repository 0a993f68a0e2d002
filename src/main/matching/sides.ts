import { type MatchSide, readBirth, readSex } from '../../core/matching/index.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import { leadSql, type Members } from '../store/members.ts';
import { NAMED_TYPES } from '../store/name-keys.ts';
import type { ReadableDatabase } from '../vault/database.ts';

/** A side without what depends on the other one. */
type OwnSide = Omit<MatchSide, 'neighbours'>;

const KEPT = 20_000;
const MOST_NEIGHBOURS = 500;
const MOST_COUNTED = 1000;

const FACTS = `SELECT property, value FROM assertion WHERE property IN ('name', 'alias', 'birthDate', 'sex', 'address')
  AND entity_seq IN (SELECT value FROM json_each(?)) GROUP BY property, value`;
const NEIGHBOURS = `WITH own AS (SELECT value AS seq FROM json_each(?)),
  near AS (SELECT to_seq AS seq FROM link_summary WHERE from_seq IN (SELECT seq FROM own)
    UNION SELECT from_seq FROM link_summary WHERE to_seq IN (SELECT seq FROM own))
  SELECT DISTINCT ${leadSql('o')} AS seq, o.type, o.label FROM near JOIN entity o ON o.seq = near.seq LIMIT ${MOST_NEIGHBOURS}`;
const DEGREE = `SELECT count(*) AS n FROM (SELECT 1 FROM link_summary WHERE from_seq = ?
  UNION ALL SELECT 1 FROM link_summary WHERE to_seq = ? LIMIT ${MOST_COUNTED})`;

interface Read {
  readonly side: OwnSide;
  readonly neighbours: ReadonlySet<number>;
}

/** What is known of the records of a file, by their leads, merged ones with all their members. Kept while it is read. */
export class SideReader {
  readonly #database: ReadableDatabase;
  readonly members: Members;
  readonly #read = new Map<number, Read>();
  readonly #degrees = new Map<number, number>();

  constructor(database: ReadableDatabase, members: Members) {
    this.#database = database;
    this.members = members;
  }

  /** Both sides of a pair; their neighbours are those they share. */
  pair(left: number, right: number): readonly [MatchSide, MatchSide] {
    const [a, b] = [this.#of(left), this.#of(right)];
    const neighbours = this.shared(left, right).map((seq) => ({
      id: String(seq),
      degree: this.#degree(seq),
    }));
    return [
      { ...a.side, neighbours },
      { ...b.side, neighbours },
    ];
  }

  /** Records both are linked to. */
  shared(left: number, right: number): number[] {
    const theirs = this.#of(right).neighbours;
    return [...this.#of(left).neighbours].filter((seq) => theirs.has(seq));
  }

  names(lead: number): readonly string[] {
    return this.#of(lead).side.names;
  }

  #of(lead: number): Read {
    const known = this.#read.get(lead);
    if (known !== undefined) return known;
    if (this.#read.size >= KEPT) this.#read.clear();
    const read = this.#load(lead);
    this.#read.set(lead, read);
    return read;
  }

  #load(lead: number): Read {
    const group = JSON.stringify([lead, ...this.members.under(lead)]);
    const own = this.#database.all<{ seq: number; type: EntityType; label: string; properties: string }>(
      'SELECT seq, type, label, properties FROM entity WHERE seq IN (SELECT value FROM json_each(?))',
      group,
    );
    const stated = this.#database.all<{ property: string; value: string }>(FACTS, group);
    const kept = own.map((row) => JSON.parse(row.properties) as Record<string, unknown>);
    const said = (name: string): string[] => [
      ...kept.flatMap((one) => (typeof one[name] === 'string' ? [String(one[name])] : [])),
      ...stated.filter(({ property }) => property === name).map(({ value }) => value),
    ];
    const near = this.#database.all<{ seq: number; type: EntityType; label: string }>(NEIGHBOURS, group);
    const places = near.filter(({ type }) => type === 'place').map(({ label }) => label);
    const type = own.find(({ seq }) => seq === lead)?.type ?? 'person';
    const called = [...own.map(({ label }) => label), ...said('name'), ...said('alias')];
    const side: OwnSide = {
      type,
      names: NAMED_TYPES.includes(type) ? unique(called).filter((name) => /\p{L}/u.test(name)) : [],
      births: unique(said('birthDate').flatMap((text) => readBirth(text) ?? [])),
      sexes: unique(said('sex').flatMap((text) => readSex(text) ?? [])),
      identifiers: this.#database.all<{ kind: string; value: string }>(
        'SELECT DISTINCT kind, value FROM identifier WHERE entity_seq IN (SELECT value FROM json_each(?))',
        group,
      ),
      places: unique([...said('address'), ...places]),
    };
    const others = near.filter(({ type }) => type !== 'place').map(({ seq }) => seq);
    return { side, neighbours: new Set(others.filter((seq) => seq !== lead)) };
  }

  #degree(seq: number): number {
    const known = this.#degrees.get(seq);
    if (known !== undefined) return known;
    const degree = this.#database.one<{ n: number }>(DEGREE, seq, seq)?.n ?? 0;
    this.#degrees.set(seq, degree);
    return degree;
  }
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
