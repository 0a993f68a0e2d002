import type { Answer } from '../../contract/questions.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import type { Period } from '../../core/time/precision.ts';
import { call } from '../workspace/index.ts';

export const QUESTIONS = ['mostConnected', 'path', 'newIdentities', 'together', 'sameName'] as const;
export type QuestionName = (typeof QUESTIONS)[number];
export const MEASURES = ['contacts', 'events', 'money-in', 'money-out', 'money-net'] as const;
export type Measure = (typeof MEASURES)[number];

/** What stands in the blanks; one set for all questions, so that switching keeps what was typed. */
export interface Blanks {
  readonly measure: Measure;
  readonly type: EntityType | '';
  readonly steps: number;
  readonly shared: number;
  readonly minutes: number;
  readonly kilometres: number;
  readonly times: number;
}
export const BLANKS: Blanks = {
  measure: 'contacts',
  type: '',
  steps: 6,
  shared: 3,
  minutes: 15,
  kilometres: 1,
  times: 2,
};

const LIMIT = 100;

interface Setting {
  readonly fileId: string;
  readonly blanks: Blanks;
  readonly period: Period;
  readonly chosen: readonly string[];
}

/** Asks the engine the named question with its blanks filled; the time brush narrows it. */
export function ask(name: QuestionName, { fileId, blanks, period, chosen }: Setting): Promise<Answer> {
  const types = blanks.type === '' ? {} : { entityTypes: [blanks.type] };
  const narrowed = { ...(period.from === null && period.to === null ? {} : { period }) };
  const [from = '', to = ''] = chosen;
  switch (name) {
    case 'mostConnected':
      return call('ask.mostConnected', {
        fileId,
        measure: blanks.measure,
        ...types,
        ...narrowed,
        limit: LIMIT,
      });
    case 'path':
      return call('ask.path', { fileId, from, to, maximumSteps: blanks.steps, ...narrowed });
    case 'newIdentities':
      return call('ask.newIdentities', { fileId, minimumShared: blanks.shared, limit: LIMIT });
    case 'together':
      return call('ask.together', {
        fileId,
        minutes: blanks.minutes,
        kilometres: blanks.kilometres,
        minimumTimes: blanks.times,
        ...types,
        ...narrowed,
        limit: LIMIT,
      });
    case 'sameName':
      return call('ask.sameName', { fileId, ...(from === '' ? {} : { entityId: from }), limit: LIMIT });
  }
}
