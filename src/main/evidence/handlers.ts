import type { MethodName } from '../../contract/index.ts';
import type { Handlers } from '../engine/handlers.ts';
import { categorise } from './person-status.ts';
import { changeFile, uncategorised } from './quarantine.ts';
import { sourceHandlers } from './source-handlers.ts';

const peopleHandlers: Pick<Handlers, Extract<MethodName, `people.${string}`> | 'analysisFile.change'> = {
  'people.uncategorised': uncategorised,
  'people.categorise': categorise,
  'analysisFile.change': changeFile,
};

/** Everything about sources, what they say, and the people they speak of. */
export const evidenceHandlers = {
  ...sourceHandlers,
  ...peopleHandlers,
};
