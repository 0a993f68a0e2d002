import type { CrashOperation } from '../operation.ts';
import { backupOperation, migrateOperation, restoreOperation } from './backup.ts';
import { deleteOperation } from './delete.ts';
import { editOperation } from './edit.ts';
import { importOperation } from './import.ts';
import { redoOperation, undoOperation } from './journal.ts';
import { addKeyOperation, changeKeyOperation, rekeyOperation, removeKeyOperation } from './keys.ts';
import { mergeOperation, unmergeOperation } from './merge.ts';
import { openIntoFolderOperation, openPackageOperation } from './open-package.ts';
import { sealOperation } from './seal.ts';
import { undoImportOperation } from './undo-import.ts';
import { createOperation, lockOperation, recoverOperation } from './vault.ts';

/** Everything that is killed; a new act is a line here. */
export const OPERATIONS: readonly CrashOperation[] = [
  createOperation,
  importOperation,
  undoImportOperation,
  undoOperation,
  redoOperation,
  editOperation,
  mergeOperation,
  unmergeOperation,
  deleteOperation,
  sealOperation,
  openPackageOperation,
  openIntoFolderOperation,
  lockOperation,
  recoverOperation,
  addKeyOperation,
  changeKeyOperation,
  removeKeyOperation,
  rekeyOperation,
  backupOperation,
  restoreOperation,
  migrateOperation,
];
