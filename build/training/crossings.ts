import { byKey, PASSPORT_SPELLING, type Person } from './cast.ts';
import { type Country, plate, vin } from './identifiers.ts';
import { ALL_CROSSINGS, CROSSINGS, type Spot } from './places.ts';
import type { Chance } from './random.ts';

export interface Vehicle {
  readonly plate: string;
  readonly country: Country;
  readonly vin: string;
  readonly make: string;
  readonly model: string;
  readonly colour: string;
  readonly owner: Person;
  readonly remark: string;
}
export interface Traveller {
  readonly surname: string;
  readonly given: string;
  readonly born: string;
  readonly document: string;
}
export interface Crossing {
  readonly at: number;
  readonly spot: Spot;
  readonly direction: 'entry' | 'exit';
  readonly vehicle: Vehicle;
  readonly driver: Traveller | null;
}
const MODELS = [
  ['WVW', 'Volkswagen', 'Passat'],
  ['TMB', 'Škoda', 'Octavia'],
  ['WAU', 'Audi', 'A6'],
  ['UU1', 'Dacia', 'Duster'],
  ['VF1', 'Renault', 'Trafic'],
  ['JTM', 'Toyota', 'RAV4'],
] as const;
const COLOURS = ['black', 'white', 'silver', 'blue', 'grey', 'red'];

const fixed = (maker: number, values: Omit<Vehicle, 'make' | 'model' | 'vin'>, serial: number): Vehicle => {
  const [wmi, make, model] = MODELS[maker] ?? MODELS[0];
  return { ...values, make, model, vin: vin(wmi, serial) };
};
/** The convoy: the scout drives ahead, the load car (reported stolen in Odesa) follows some minutes later. */
export const SCOUT_CAR = fixed(
  1,
  { plate: 'ZZK 017', country: 'MD', colour: 'grey', owner: byKey('organiser'), remark: '' },
  17,
);
export const LOAD_CAR = fixed(
  5,
  {
    plate: 'BH 0047 KX',
    country: 'UA',
    colour: 'black',
    owner: byKey('car-owner'),
    remark: 'reported stolen 2026-02-27',
  },
  47,
);

export function makeVehicles(chance: Chance, people: readonly Person[]): Vehicle[] {
  const others = Array.from({ length: 62 }, (_, index) => {
    const owner = people[index % people.length] ?? byKey('organiser');
    const country = owner.citizenship;
    const values = {
      plate: plate(country, 20 + index, chance),
      country,
      colour: chance.pick(COLOURS),
      owner,
      remark: '',
    };
    return fixed(chance.whole(0, MODELS.length - 1), values, 100 + index);
  }).filter((vehicle) => vehicle.plate !== LOAD_CAR.plate && vehicle.plate !== SCOUT_CAR.plate);
  return [SCOUT_CAR, LOAD_CAR, ...others];
}

/** Instants (UTC) at which the scout passes; the load car follows after `lag` minutes. */
export const CONVOY = [
  { at: Date.UTC(2026, 2, 14, 22, 10), lag: 6, spot: CROSSINGS.palanca },
  { at: Date.UTC(2026, 3, 4, 21, 30), lag: 4, spot: CROSSINGS.otaci },
  { at: Date.UTC(2026, 3, 25, 23, 5), lag: 8, spot: CROSSINGS.leuseni },
  { at: Date.UTC(2026, 4, 9, 18, 40), lag: 5, spot: CROSSINGS.otaci },
  { at: Date.UTC(2026, 4, 9, 22, 5), lag: 6, spot: CROSSINGS.sculeni },
] as const;

const traveller = (person: Person, transcription: readonly [string, string]): Traveller => ({
  surname: transcription[0],
  given: transcription[1],
  born: person.born,
  document: person.document,
});
export const SCOUT_DRIVER = traveller(byKey('scout'), ['Haiduk', 'Roman']);
export const LOAD_DRIVER = traveller(byKey('load-driver'), ['Cazacliu', 'Dumitru']);

export function makeCrossings(chance: Chance, vehicles: readonly Vehicle[]): Crossing[] {
  const crossings: Crossing[] = CONVOY.flatMap(({ at, lag, spot }) => [
    { at, spot, direction: 'entry', vehicle: SCOUT_CAR, driver: SCOUT_DRIVER },
    { at: at + lag * 60_000, spot, direction: 'entry', vehicle: LOAD_CAR, driver: LOAD_DRIVER },
  ]);
  for (const vehicle of vehicles.slice(2))
    for (let count = Math.round(chance.tail(1.2, 12)) + 2; count > 0; count--) {
      const day = Date.UTC(2026, 1, 2 + chance.whole(0, 117));
      const at =
        day +
        chance.weighted([1, 1, 1, 1, 2, 4, 6, 8, 8, 8, 8, 8, 8, 8, 8, 8, 7, 6, 5, 4, 3, 2, 1, 1]) *
          3_600_000 +
        chance.whole(0, 59) * 60_000;
      const own = vehicle.owner;
      const latin = own.citizenship !== 'UA' && chance.next() < 0.8;
      crossings.push({
        at,
        spot: chance.pick(ALL_CROSSINGS),
        direction: chance.next() < 0.5 ? 'entry' : 'exit',
        vehicle,
        driver: latin ? traveller(own, [own.surname, own.given]) : null,
      });
    }
  const passport: Traveller = PASSPORT_SPELLING;
  const van = vehicles[9] ?? SCOUT_CAR;
  for (const [day, spot] of [
    [11, CROSSINGS.porubne],
    [24, CROSSINGS.criva],
  ] as const)
    crossings.push({
      at: Date.UTC(2026, 3, day, 13, 20),
      spot,
      direction: 'exit',
      vehicle: van,
      driver: passport,
    });
  return crossings.sort((a, b) => a.at - b.at);
}
