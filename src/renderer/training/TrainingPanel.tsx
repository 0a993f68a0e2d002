import { type ReactElement, useState } from 'react';
import { Button } from '../ui/index.ts';
import { useAsk, useMessages } from '../workspace/index.ts';

/** The exercises of the training case: a question each, the hint when asked for. */
export function TrainingPanel(): ReactElement {
  const t = useMessages();
  const list = useAsk('training.exercises', {});
  const [open, setOpen] = useState<readonly string[]>([]);
  return (
    <div className="panel training">
      <p className="muted">{t('trainingpanel:explain')}</p>
      {list.error ? <p role="alert">{list.error.message}</p> : null}
      <ol className="exercises">
        {(list.data?.exercises ?? []).map((exercise) => (
          <li key={exercise.id}>
            <p>{t(exercise.question.key, exercise.question.params)}</p>
            {open.includes(exercise.id) ? (
              <p className="muted">{t(exercise.hint.key, exercise.hint.params)}</p>
            ) : (
              <Button onClick={() => setOpen((before) => [...before, exercise.id])}>
                {t('trainingpanel:hint')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
