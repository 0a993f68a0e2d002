import { z } from 'zod';
import { method, nothing } from './method.ts';
import { id, sentence } from './terms.ts';

export const trainingMethods = {
  /** Job: makes the training analysis file and imports every file of the training case with its specifications. Result {fileId}. */
  'training.open': method(
    z.object({ language: z.enum(['en', 'uk', 'ro']) }),
    z.object({ jobId: z.string() }),
  ),
  'training.exercises': method(
    nothing,
    z.object({ exercises: z.array(z.object({ id, question: sentence, hint: sentence })) }),
  ),
};
