import { type FormEvent, useState } from 'react';
import { type Problem, problemOf } from './problem.ts';

interface State {
  readonly busy: boolean;
  readonly problem: Problem | null;
}
const IDLE: State = { busy: false, problem: null };

/** Runs the work and shows how it stands; what it throws becomes the problem, given back and never thrown on. */
export async function attempt(
  work: () => void | Promise<void>,
  show: (state: State) => void,
): Promise<Problem | null> {
  show({ busy: true, problem: null });
  try {
    await work();
    show(IDLE);
    return null;
  } catch (caught) {
    const problem = problemOf(caught);
    show({ busy: false, problem });
    return problem;
  }
}

export interface Attempt extends State {
  /** The sentence of the last try that failed, until the next one starts. */
  readonly error: string | null;
  /** null: it went through. */
  readonly run: (work: () => void | Promise<void>) => Promise<Problem | null>;
  /** `run` as what a form does when it is submitted. */
  readonly submit: (work: () => void | Promise<void>) => (event: FormEvent) => void;
}

/** The state of one thing a person does on a screen: running, failed with a sentence, or neither. */
export function useAttempt(): Attempt {
  const [state, setState] = useState(IDLE);
  const run: Attempt['run'] = (work) => attempt(work, setState);
  return {
    ...state,
    error: state.problem?.message ?? null,
    run,
    submit: (work) => (event) => {
      event.preventDefault();
      void run(work);
    },
  };
}
