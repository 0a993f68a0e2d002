import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { analysisFile } from '../../contract/casefile.ts';
import { type ImportSpecification, importSpecification } from '../../contract/import.ts';
import { grade, personStatus } from '../../contract/terms.ts';
import { Failure } from '../../core/result.ts';
import { loadMessages } from '../engine/messages.ts';

const statement = z.object({
  path: z.string(),
  reference: z.string(),
  title: z.string(),
  originator: z.string(),
  language: z.enum(['uk', 'ro', 'en']),
  date: z.string(),
  grade,
});
export type TrainingStatement = z.infer<typeof statement>;

const trainingCase = z.object({
  analysisFile: analysisFile.pick({
    reference: true,
    crimeAreas: true,
    originator: true,
    participants: true,
    subjectCategories: true,
    storageMonths: true,
    reviewDate: true,
    marking: true,
  }),
  imports: z.array(z.string()),
  statements: z.array(statement),
  statuses: z.array(z.object({ document: z.string(), status: personStatus, minor: z.boolean() })),
});
export type TrainingCase = z.infer<typeof trainingCase>;

export interface TrainingFiles {
  readonly folder: string;
  readonly content: TrainingCase;
  specification(path: string): ImportSpecification;
}

/** Reads resources/training/training.json and specifications.json. Failure training.missing where they are not whole. */
export function trainingFiles(resourcesFolder: string): TrainingFiles {
  const folder = join(resourcesFolder, 'training');
  const content = trainingCase.safeParse(readJson(join(folder, 'training.json')));
  const specifications = z
    .record(z.string(), importSpecification)
    .safeParse(readJson(join(folder, 'specifications.json')));
  if (!content.success || !specifications.success) throw new Failure('training.missing');
  return {
    folder,
    content: content.data,
    specification(path) {
      const found = specifications.data[path];
      if (found === undefined) throw new Failure('training.missing');
      return found;
    },
  };
}

/** The words of the case file in the language asked for, from the message catalogue. */
export function caseWords(
  resourcesFolder: string,
  language: 'en' | 'uk' | 'ro',
): { title: string; purpose: string; legalBasis: string; conditions: string } {
  const { sentence } = loadMessages(join(resourcesFolder, 'locales'));
  return {
    title: sentence(language, 'training:case.title'),
    purpose: sentence(language, 'training:case.purpose'),
    legalBasis: sentence(language, 'training:case.legalBasis'),
    conditions: sentence(language, 'training:case.conditions'),
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error) throw new Failure('training.missing');
    throw error;
  }
}
