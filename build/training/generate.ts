import { readFileSync } from 'node:fs';
import { makeCalls, SIM_CHANGE, sharedContacts } from './calls.ts';
import { byKey, bystanders, MEMBERS, PASSPORT_SPELLING, ROMANIAN_SPELLING } from './cast.ts';
import { CONVOY, LOAD_CAR, makeCrossings, makeVehicles, SCOUT_CAR } from './crossings.ts';
import { FINAL_ACCOUNT, makePayments } from './payments.ts';
import { chance } from './random.ts';
import { SPECIFICATIONS, trackSpecification } from './specifications.ts';
import { STATEMENTS } from './statements.ts';
import * as tables from './tables.ts';
import { makeTracks } from './tracks.ts';
import { json, utf8 } from './write.ts';

const SEED = 20260509;

/** Every file of the training case by its path inside resources/training: a pure function of the seed. */
export function generate(): Map<string, Uint8Array> {
  const luck = chance(SEED);
  const others = bystanders(luck, 118);
  const calls = makeCalls(luck, MEMBERS, others);
  const vehicles = makeVehicles(luck, others);
  const tracks = makeTracks(luck);
  const files = new Map<string, Uint8Array>([
    ['people.csv', tables.people([...MEMBERS, ROMANIAN_SPELLING, ...others])],
    ['vehicles.csv', tables.vehicles(vehicles)],
    ['border-crossings.csv', tables.crossings(makeCrossings(luck, vehicles))],
    ['calls-operator-a.csv', tables.callsA(calls.filter((call) => !call.from.startsWith('+380')))],
    ['calls-operator-b.csv', tables.callsB(calls.filter((call) => call.from.startsWith('+380')))],
    ['payments.csv', tables.payments(makePayments(luck, others))],
  ]);
  for (const track of tracks) files.set(track.path, utf8(track.text));
  for (const { path } of STATEMENTS) files.set(path, readFileSync(new URL(path, import.meta.url)));
  files.set('watch-list.csv', readFileSync(new URL('watch-list.csv', import.meta.url)));
  files.set('specifications.json', json(specifications(tracks)));
  files.set('training.json', json(trainingCase(tracks)));
  files.set('answers.json', json(answers()));
  return files;
}

type Tracks = ReturnType<typeof makeTracks>;
function specifications(tracks: Tracks): Record<string, unknown> {
  return {
    'people.csv': SPECIFICATIONS.people,
    'vehicles.csv': SPECIFICATIONS.vehicles,
    'border-crossings.csv': SPECIFICATIONS.crossings,
    'calls-operator-a.csv': SPECIFICATIONS.callsA,
    'calls-operator-b.csv': SPECIFICATIONS.callsB,
    'payments.csv': SPECIFICATIONS.payments,
    ...Object.fromEntries(tracks.map((track) => [track.path, trackSpecification(track.vehicle)])),
  };
}

/** What training.open does, in order: the analysis file, the imports, the statements, who is who. */
function trainingCase(tracks: Tracks): unknown {
  return {
    analysisFile: {
      reference: 'AMBER-BRIDGE',
      crimeAreas: ['vehicles', 'migrant_smuggling', 'organised_crime'],
      originator: 'MD',
      participants: ['MD', 'UA', 'RO'],
      subjectCategories: ['suspect', 'contact', 'victim', 'witness'],
      storageMonths: 36,
      reviewDate: '2027-06-01',
      marking: { level: 'restricted', handling: ['H1'] },
    },
    imports: [
      'people.csv',
      'vehicles.csv',
      'border-crossings.csv',
      'calls-operator-a.csv',
      'calls-operator-b.csv',
      'payments.csv',
      ...tracks.map((track) => track.path),
    ],
    statements: STATEMENTS,
    statuses: [
      ...[
        'organiser',
        'logistician',
        'driver-coordinator',
        'recruiter',
        'money-handler',
        'scout',
        'load-driver',
      ].map((key) => ({ document: byKey(key).document, status: 'suspect', minor: false })),
      { document: byKey('victim').document, status: 'victim', minor: false },
      { document: byKey('minor').document, status: 'victim', minor: true },
      { document: byKey('witness').document, status: 'witness', minor: false },
    ],
  };
}

function answers(): unknown {
  const logistician = byKey('logistician');
  return {
    simChange: {
      oldNumber: SIM_CHANGE.old,
      newNumber: SIM_CHANGE.new,
      sharedContacts: sharedContacts(),
      lastUseOfOld: new Date(SIM_CHANGE.lastOfOld).toISOString().slice(0, 10),
      handset: SIM_CHANGE.handset,
    },
    convoy: {
      plates: [SCOUT_CAR.plate, LOAD_CAR.plate],
      crossings: CONVOY.map(({ at, lag, spot }) => ({
        place: spot.name,
        at: new Date(at).toISOString(),
        minutesApart: lag,
      })),
    },
    finalAccount: { iban: FINAL_ACCOUNT.iban, holder: FINAL_ACCOUNT.name },
    threeSpellings: {
      spellings: [
        `${logistician.given} ${logistician.surname}`,
        `${ROMANIAN_SPELLING.given} ${ROMANIAN_SPELLING.surname}`,
        `${PASSPORT_SPELLING.given} ${PASSPORT_SPELLING.surname}`,
      ],
      documents: [logistician.document, ROMANIAN_SPELLING.document, PASSPORT_SPELLING.document],
      born: logistician.born,
    },
  };
}
