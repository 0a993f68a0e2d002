import type { Output } from '../../contract/index.ts';

/** The questions of the training case, one per planted answer; a hint names the view, never the answer. */
export function exercises(): Output<'training.exercises'> {
  const sentence = (key: string) => ({ key, params: {} });
  return {
    exercises: [
      {
        id: 'sim-change',
        question: sentence('training:exercise.simChange.question'),
        hint: sentence('training:exercise.simChange.hint'),
      },
      {
        id: 'convoy',
        question: sentence('training:exercise.convoy.question'),
        hint: sentence('training:exercise.convoy.hint'),
      },
      {
        id: 'final-account',
        question: sentence('training:exercise.finalAccount.question'),
        hint: sentence('training:exercise.finalAccount.hint'),
      },
      {
        id: 'three-spellings',
        question: sentence('training:exercise.threeSpellings.question'),
        hint: sentence('training:exercise.threeSpellings.hint'),
      },
      {
        id: 'handover',
        question: sentence('training:exercise.handover.question'),
        hint: sentence('training:exercise.handover.hint'),
      },
    ],
  };
}
