import type { Handlers } from '../engine/handlers.ts';
import { exercises } from './exercises.ts';
import { openTraining } from './open.ts';

export const trainingHandlers = {
  'training.open': (context, { language }) => ({
    jobId: context.jobs.start('training', (progress) => openTraining(context, language, progress)),
  }),
  'training.exercises': () => exercises(),
} satisfies Pick<Handlers, 'training.open' | 'training.exercises'>;
