import { byKey, type Person } from './cast.ts';
import { imei, phoneNumber } from './identifiers.ts';
import { CELLS } from './places.ts';
import type { Chance } from './random.ts';

export interface Call {
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly seconds: number;
  readonly imei: string;
  readonly cell: (typeof CELLS)[number];
}
export const FIRST_DAY = Date.UTC(2026, 1, 2);
export const LAST_DAY = Date.UTC(2026, 4, 31);
const DAY = 86_400_000;

/** The SIM change: the old number is last used on 9 April, the new one appears on 11 April in the same handset. */
export const SIM_CHANGE = {
  old: byKey('driver-coordinator').phone,
  new: phoneNumber('MD', 17),
  lastOfOld: Date.UTC(2026, 3, 9, 18),
  firstOfNew: Date.UTC(2026, 3, 11, 6),
  handset: imei(3),
} as const;

const SHARED = [
  'organiser',
  'logistician',
  'recruiter',
  'scout',
  'load-driver',
  'car-thief',
  'receiver',
  'forger',
] as const;
export const sharedContacts = (): string[] => SHARED.map((key) => byKey(key).phone);

/** Who in the network speaks to whom: not everybody knows everybody, the coordinator holds it together. */
const ACQUAINTED = [
  ['organiser', 'logistician'],
  ['organiser', 'recruiter'],
  ['organiser', 'money-handler'],
  ['logistician', 'car-thief'],
  ['logistician', 'forger'],
  ['logistician', 'receiver'],
  ['recruiter', 'forger'],
  ['recruiter', 'load-driver'],
  ['scout', 'load-driver'],
  ['receiver', 'money-handler'],
  ['car-thief', 'scout'],
] as const;

const HOURS = [2, 1, 1, 1, 1, 3, 8, 14, 20, 24, 24, 23, 22, 22, 22, 23, 25, 28, 30, 28, 22, 15, 8, 4];
function moment(chance: Chance, from: number, to: number): number {
  const day = Math.floor((from + chance.next() * (to - from)) / DAY) * DAY;
  const at = day + chance.weighted(HOURS) * 3_600_000 + chance.whole(0, 3_599) * 1000;
  return Math.min(Math.max(at, from), to);
}
const length = (chance: Chance) => Math.round(chance.tail(0.9, 120) * chance.whole(8, 40));

/** Who knows whom: a community of eleven, a few outside it, and the taxi dispatcher everybody calls. */
function contactBook(chance: Chance, phones: readonly string[]): Map<string, string[]> {
  const book = new Map<string, string[]>();
  const taxis = phones.slice(0, 2);
  for (const [index, phone] of phones.entries()) {
    const community = phones.filter(
      (_, other) => other !== index && Math.floor(other / 11) === Math.floor(index / 11),
    );
    const known = new Set<string>();
    for (let count = chance.whole(4, 9); count > 0; count--) known.add(chance.pick(community));
    for (let count = chance.whole(1, 4); count > 0; count--) known.add(chance.pick(phones));
    if (chance.next() < 0.6) known.add(chance.pick(taxis));
    known.delete(phone);
    book.set(phone, [...known]);
  }
  return book;
}

export function makeCalls(chance: Chance, members: readonly Person[], others: readonly Person[]): Call[] {
  const cellOf = new Map<string, number[]>();
  const calls: Call[] = [];
  const handsets = new Map([...members, ...others].map((person, index) => [person.phone, imei(index + 1)]));
  handsets.set(SIM_CHANGE.old, SIM_CHANGE.handset).set(SIM_CHANGE.new, SIM_CHANGE.handset);
  function cellFor(phone: string): (typeof CELLS)[number] {
    const operator = phone.startsWith('+380') ? 'b' : 'a';
    const own = CELLS.map((cell, index) => ({ cell, index })).filter(
      (entry) => entry.cell.operator === operator,
    );
    const seen = cellOf.get(phone) ?? [
      chance.pick(own).index,
      chance.pick(own).index,
      chance.pick(own).index,
    ];
    cellOf.set(phone, seen);
    return CELLS[seen[chance.weighted([7, 2, 1])] ?? 0] ?? CELLS[0]!;
  }
  function call(from: string, to: string, at: number): void {
    calls.push({
      at,
      from,
      to,
      seconds: length(chance),
      imei: handsets.get(from) ?? imei(900_000),
      cell: cellFor(from),
    });
  }
  everyday(chance, others, call);
  network(chance, call);
  return calls.sort((a, b) => a.at - b.at || (a.from < b.from ? -1 : 1));
}

type Record = (from: string, to: string, at: number) => void;
function everyday(chance: Chance, others: readonly Person[], call: Record): void {
  const phones = others.map((person) => person.phone);
  const book = contactBook(chance, phones);
  const weights = phones.map(() => chance.tail(1.15, 40));
  for (const phone of phones) {
    const known = book.get(phone) ?? [];
    call(phone, chance.pick(known), moment(chance, FIRST_DAY, FIRST_DAY + 5 * DAY));
    call(phone, chance.pick(known), moment(chance, LAST_DAY - 5 * DAY, LAST_DAY));
  }
  for (let count = 0; count < 4900; count++) {
    const from = phones[chance.weighted(weights)] ?? '';
    const known = book.get(from) ?? [];
    const to = known[chance.weighted(known.map((_, rank) => 1 / (rank + 1)))] ?? '';
    call(from, to, moment(chance, FIRST_DAY, LAST_DAY));
  }
  const quiet = phoneNumber('UA', 31);
  const late = phoneNumber('UA', 32);
  for (let count = 0; count < 30; count++) {
    call(quiet, phones[20 + (count % 6)] ?? '', moment(chance, FIRST_DAY, Date.UTC(2026, 3, 20)));
    call(late, phones[60 + (count % 6)] ?? '', moment(chance, Date.UTC(2026, 3, 22), LAST_DAY));
  }
}

function network(chance: Chance, call: Record): void {
  const contacts = sharedContacts();
  for (const [one, other] of ACQUAINTED) {
    const ends = [byKey(one).phone, byKey(other).phone] as const;
    const pair = () => (chance.next() < 0.55 ? ends : ([ends[1], ends[0]] as const));
    call(...pair(), moment(chance, FIRST_DAY, FIRST_DAY + 4 * DAY));
    for (let count = chance.whole(50, 110); count > 0; count--)
      call(...pair(), moment(chance, FIRST_DAY, LAST_DAY));
    call(...pair(), moment(chance, LAST_DAY - 4 * DAY, LAST_DAY));
  }
  const turn = (index: number) => contacts[index % contacts.length] ?? '';
  for (let count = 0; count < 150; count++) {
    const pair: [string, string] = [SIM_CHANGE.old, turn(count)];
    call(
      ...(chance.next() < 0.6 ? pair : (pair.reverse() as [string, string])),
      moment(chance, FIRST_DAY, SIM_CHANGE.lastOfOld),
    );
    const next: [string, string] = [SIM_CHANGE.new, turn(count)];
    call(
      ...(chance.next() < 0.6 ? next : (next.reverse() as [string, string])),
      moment(chance, SIM_CHANGE.firstOfNew, LAST_DAY),
    );
  }
  for (const key of ['victim', 'minor'] as const)
    for (let count = 0; count < 12; count++)
      call(
        byKey('recruiter').phone,
        byKey(key).phone,
        moment(chance, Date.UTC(2026, 3, 1), Date.UTC(2026, 4, 9)),
      );
  call(byKey('witness').phone, byKey('organiser').phone, Date.UTC(2026, 2, 3, 9, 14, 5));
}
