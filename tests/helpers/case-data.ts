import type {
  CaseData,
  CaseEntity,
  CaseEvent,
  CaseFact,
  CaseSource,
} from '../../src/core/evidence/case-data.ts';

export const GRADE = { scheme: 'europol-4x4', source: 'B', information: '2' } as const;

export function caseSource(id: string, change: Partial<CaseSource> = {}): CaseSource {
  return {
    id,
    reference: `ref-${id}`,
    kind: 'document',
    title: `title ${id}`,
    originator: 'UA',
    received: null,
    informationDate: null,
    grade: GRADE,
    marking: { level: 'restricted', handling: ['H0'] },
    handlingText: '',
    recipients: [],
    ...change,
  };
}

export function caseEntity(id: string, label: string, change: Partial<CaseEntity> = {}): CaseEntity {
  return {
    id,
    type: 'person',
    label,
    status: 'suspect',
    minor: false,
    pseudonym: false,
    properties: {},
    identifiers: [],
    sourceId: null,
    position: null,
    latitude: null,
    longitude: null,
    ...change,
  };
}

export function caseFact(
  id: string,
  aboutId: string,
  sourceId: string,
  value: string,
  change: Partial<CaseFact> = {},
): CaseFact {
  return {
    id,
    kind: 'fact',
    about: 'entity',
    aboutId,
    property: 'name',
    value,
    sourceId,
    row: 1,
    grade: GRADE,
    marking: { level: 'restricted', handling: ['H0'] },
    originator: 'UA',
    revision: 1,
    ...change,
  };
}

export function caseData(change: Partial<CaseData>): CaseData {
  return {
    format: 1,
    file: {
      id: 'file',
      reference: 'CAF-1',
      title: 'Test',
      purpose: 'test',
      crimeAreas: [],
      legalBasis: '',
      originator: 'MD',
      participants: [],
      conditions: '',
      marking: { level: 'official_use', handling: ['H0'] },
      dataCutOff: 0,
    },
    sources: [],
    entities: [],
    facts: [],
    links: [],
    events: [],
    ...change,
  };
}

/** A request to one country that releases nobody by name. */
export const nobodyReleased = {
  recipients: ['RO'],
  permissions: [],
  released: [],
  surroundings: { entities: [], links: [], facts: [] },
};

/** A call of the case with what matters changed. */
export function event(id: string, change: Partial<CaseEvent>): CaseEvent {
  return {
    id,
    type: 'call',
    start: 1,
    startText: '',
    zone: 'UTC',
    precision: 'second',
    end: null,
    durationSeconds: null,
    from: null,
    to: null,
    participants: [],
    place: null,
    latitude: null,
    longitude: null,
    amountMinor: null,
    currency: null,
    properties: {},
    sourceId: 's',
    row: 1,
    ...change,
  };
}
