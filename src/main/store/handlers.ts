import { caseFileHandlers } from './handlers-casefile.ts';
import { viewHandlers } from './handlers-views.ts';

export const storeHandlers = { ...caseFileHandlers, ...viewHandlers };
