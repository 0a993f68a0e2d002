import type { ReactElement } from 'react';
import { useMessages } from '../../workspace/index.ts';
import { useMapping } from './mapping-context.ts';
import { problemWords } from './sentences.ts';

/** What is wrong with one place, in words, where it stands. */
export function Problems({ at }: { readonly at: string }): ReactElement {
  const t = useMessages();
  const { problems } = useMapping();
  return (
    <>
      {problems
        .filter((problem) => problem.at === at)
        .map((problem) => problemWords(problem, t))
        .map((words) => (
          <span key={words} className="spec-problem" role="alert">
            {words}
          </span>
        ))}
    </>
  );
}
