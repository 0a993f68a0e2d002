import { searchHandlers } from '../search/handlers.ts';
import { documentHandlers } from './handlers-documents.ts';
import { editHandlers } from './handlers-edits.ts';
import { entityHandlers } from './handlers-entities.ts';
import { fileHandlers } from './handlers-files.ts';
import { journalHandlers } from './handlers-journal.ts';
import { viewHandlers } from './handlers-views.ts';

export const storeHandlers = {
  ...fileHandlers,
  ...entityHandlers,
  ...editHandlers,
  ...searchHandlers,
  ...journalHandlers,
  ...viewHandlers,
  ...documentHandlers,
};
