import { createElement, type FormEvent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type Attempt, attempt, useAttempt } from '../../../../src/renderer/workspace/attempt.ts';
import { CallError } from '../../../../src/renderer/workspace/call.ts';
import { problemOf } from '../../../../src/renderer/workspace/problem.ts';

test('an error of the engine keeps its code and sentence; anything else thrown is a silent engine', () => {
  const refused = new CallError({ code: 'vault.wrong-passphrase', message: 'Wrong passphrase.' });
  expect(problemOf(refused)).toEqual({ code: 'vault.wrong-passphrase', message: 'Wrong passphrase.' });
  expect(problemOf(new TypeError('no answer'))).toEqual({ code: 'engine.gone', message: 'no answer' });
  expect(problemOf('stopped')).toEqual({ code: 'engine.gone', message: 'stopped' });
});

test('work that goes through is busy while it runs and leaves nothing behind', async () => {
  const shown: unknown[] = [];
  const order: string[] = [];
  const given = await attempt(
    async () => {
      await Promise.resolve();
      order.push('worked');
    },
    (state) => {
      order.push(state.busy ? 'busy' : 'idle');
      shown.push(state);
    },
  );
  expect(given).toBeNull();
  expect(order).toEqual(['busy', 'worked', 'idle']);
  expect(shown.at(-1)).toEqual({ busy: false, problem: null });
});

test('a failure is shown, given back and not thrown on, also when thrown before any waiting', async () => {
  const shown: unknown[] = [];
  const problem = { code: 'package.no-recipient', message: 'There is nobody to encrypt for.' };
  const given = await attempt(
    () => {
      throw new CallError(problem);
    },
    (state) => shown.push(state),
  );
  expect(given).toEqual(problem);
  expect(shown).toEqual([
    { busy: true, problem: null },
    { busy: false, problem },
  ]);
});

const held: { attempt: Attempt | null } = { attempt: null };
function Form() {
  const own = useAttempt();
  held.attempt = own;
  return createElement('p', null, own.error ?? (own.busy ? 'busy' : 'idle'));
}

test('a form does the work instead of what the browser would do with it', () => {
  expect(renderToStaticMarkup(createElement(Form))).toBe('<p>idle</p>');
  const done: string[] = [];
  const event = { preventDefault: () => done.push('prevented') } as unknown as FormEvent;
  held.attempt?.submit(() => {
    done.push('worked');
  })(event);
  expect(done).toEqual(['prevented', 'worked']);
});
