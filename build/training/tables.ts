import type { Call } from './calls.ts';
import type { Person } from './cast.ts';
import type { Crossing, Vehicle } from './crossings.ts';
import { cyrillicPlate } from './identifiers.ts';
import type { Payment } from './payments.ts';
import { COLUMNS } from './specifications.ts';
import { clock, delimited, dottedDate, localMinute, utcSecond, utf8, windows1251 } from './write.ts';

/** Operator A: UTF-8, comma, English headers, instants in UTC. Two rows are damaged on purpose. */
export function callsA(calls: readonly Call[]): Uint8Array {
  const rows = calls.map((call) => [
    call.from,
    call.to,
    utcSecond(call.at),
    String(call.seconds),
    call.imei,
    call.cell.cell,
    call.cell.name,
    call.cell.latitude.toFixed(4),
    call.cell.longitude.toFixed(4),
  ]);
  rows.splice(700, 0, ['+37360000041', '+40720000052', '2026-13-45T99:10:00Z', '31', '', '', '', '', '']);
  rows.splice(1900, 0, ['+37360000041', '', '2026-04-02T11:20:31Z', '12', '', '', '', '', '']);
  return utf8(delimited(COLUMNS.callsA, rows, ','));
}

const dialled = (number: string) =>
  number.startsWith('+380') ? `0${number.slice(4)}` : `00${number.slice(1)}`;
/** Operator B: windows-1251, semicolon, Ukrainian headers, Kyiv wall clock, each fifth row seen from the other side. */
export function callsB(calls: readonly Call[]): Uint8Array {
  const rows = calls.map((call, index) => {
    const incoming = index % 5 === 4 && call.to.startsWith('+380');
    const [own, other] = incoming ? [call.to, call.from] : [call.from, call.to];
    return [
      dialled(own),
      dialled(other),
      dottedDate(call.at),
      clock(call.at),
      String(call.seconds),
      incoming ? 'вхідний' : 'вихідний',
      incoming ? '' : call.imei,
      call.cell.name,
      call.cell.latitude.toFixed(4).replace('.', ','),
      call.cell.longitude.toFixed(4).replace('.', ','),
    ];
  });
  rows.splice(420, 0, [
    '0500000044',
    '0500000051',
    '31.02.2026',
    '12:00:00',
    '18',
    'вихідний',
    '',
    '',
    '',
    '',
  ]);
  rows.splice(1500, 0, ['', '0500000051', '14.04.2026', '08:41:12', '44', 'вихідний', '', '', '', '']);
  return windows1251(delimited(COLUMNS.callsB, rows, ';'));
}

export function people(list: readonly Person[]): Uint8Array {
  const rows = list.map((person) => [
    person.surname,
    person.given,
    person.born,
    person.citizenship,
    person.document,
    person.phone,
    person.iban,
    person.remark,
  ]);
  return utf8(delimited(COLUMNS.people, rows, ','));
}

export function vehicles(list: readonly Vehicle[]): Uint8Array {
  const rows = list.map((vehicle, index) => [
    vehicle.country === 'UA' && index % 2 === 1 ? cyrillicPlate(vehicle.plate) : vehicle.plate,
    vehicle.country,
    vehicle.vin,
    vehicle.make,
    vehicle.model,
    vehicle.colour,
    `${vehicle.owner.given} ${vehicle.owner.surname}`,
    vehicle.owner.document,
    vehicle.remark,
  ]);
  return utf8(delimited(COLUMNS.vehicles, rows, ','));
}

export function crossings(list: readonly Crossing[]): Uint8Array {
  const rows = list.map((crossing) => [
    localMinute(crossing.at),
    crossing.spot.name,
    crossing.direction,
    crossing.vehicle.plate,
    crossing.vehicle.country,
    crossing.driver?.surname ?? '',
    crossing.driver?.given ?? '',
    crossing.driver?.born ?? '',
    crossing.driver?.document ?? '',
    crossing.spot.latitude.toFixed(4),
    crossing.spot.longitude.toFixed(4),
  ]);
  return utf8(delimited(COLUMNS.crossings, rows, ','));
}

/** One amount is written in words on purpose. */
export function payments(list: readonly Payment[]): Uint8Array {
  const rows = list.map((payment) => [
    localMinute(payment.at),
    payment.fromIban,
    payment.fromName,
    payment.toIban,
    payment.toName,
    (payment.amount / 100).toFixed(2),
    payment.currency,
    payment.purpose,
  ]);
  const [first] = rows;
  if (first !== undefined) rows.splice(33, 0, [...first.slice(0, 5), 'două mii', 'EUR', 'împrumut']);
  return utf8(delimited(COLUMNS.payments, rows, ','));
}
