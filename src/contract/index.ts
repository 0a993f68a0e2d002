import type { z } from 'zod';
import { auditMethods } from './audit.ts';
import { backupMethods } from './backup.ts';
import { caseFileMethods } from './casefile.ts';
import { chartMethods } from './chart.ts';
import { checkMethods } from './checks.ts';
import { documentMethods } from './documents.ts';
import { editMethods } from './edits.ts';
import { eventMethods } from './events.ts';
import { evidenceMethods } from './evidence.ts';
import { exchangeMethods } from './exchange.ts';
import { fileMethods } from './files.ts';
import { hitNoHitMethods } from './hit-no-hit.ts';
import { importMethods } from './import.ts';
import { jobMethods } from './jobs.ts';
import { journalMethods } from './journal.ts';
import { keyMethods } from './keys.ts';
import { listMethods } from './lists.ts';
import { matchingMethods } from './matching.ts';
import { peopleMethods } from './people.ts';
import { questionMethods } from './questions.ts';
import { searchMethods } from './search.ts';
import { seenInMethods } from './seen-in.ts';
import { sourceMethods } from './sources.ts';
import { trainingMethods } from './training.ts';
import { vaultMethods } from './vault.ts';

/** Every method of the one door; the engine answers exactly these, the page can ask nothing else. */
export const METHODS = {
  ...vaultMethods,
  ...keyMethods,
  ...backupMethods,
  ...auditMethods,
  ...fileMethods,
  ...jobMethods,
  ...caseFileMethods,
  ...searchMethods,
  ...sourceMethods,
  ...peopleMethods,
  ...listMethods,
  ...evidenceMethods,
  ...checkMethods,
  ...seenInMethods,
  ...journalMethods,
  ...editMethods,
  ...matchingMethods,
  ...documentMethods,
  ...chartMethods,
  ...eventMethods,
  ...questionMethods,
  ...importMethods,
  ...exchangeMethods,
  ...hitNoHitMethods,
  ...trainingMethods,
} as const;

export type MethodName = keyof typeof METHODS;
export type Input<M extends MethodName> = z.infer<(typeof METHODS)[M]['input']>;
export type Output<M extends MethodName> = z.infer<(typeof METHODS)[M]['output']>;

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(METHODS, name);
}
