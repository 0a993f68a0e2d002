import type { MethodName } from '../../contract/index.ts';
import type { Handlers } from '../engine/handlers.ts';
import { changeFact, withdrawFact } from './facts.ts';
import { categorise } from './person-status.ts';
import { setCountryDays, uncategorised } from './quarantine.ts';
import { sourceHandlers } from './source-handlers.ts';
import { gradesOfFile, statedAmong } from './stated.ts';
import { statedBy } from './stated-by.ts';
import { markingOf } from './view-marking.ts';

const peopleHandlers: Pick<Handlers, Extract<MethodName, `people.${string}`>> = {
  'people.countryDays': setCountryDays,
  'people.uncategorised': uncategorised,
  'people.categorise': categorise,
};

const factHandlers: Pick<Handlers, Extract<MethodName, `fact.${string}` | `evidence.${string}`>> = {
  'fact.change': changeFact,
  'fact.withdraw': withdrawFact,
  'evidence.grades': gradesOfFile,
  'evidence.among': statedAmong,
  'evidence.statedBy': statedBy,
  'evidence.marking': markingOf,
};

/** Everything about sources, what they say, and the people they speak of. */
export const evidenceHandlers = {
  ...sourceHandlers,
  ...peopleHandlers,
  ...factHandlers,
};
