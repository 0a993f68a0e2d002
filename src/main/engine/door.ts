import type { z } from 'zod';
import { isMethodName, METHODS, type MethodName } from '../../contract/index.ts';
import type { Reply, ReplyError } from '../../contract/method.ts';
import { type AppError, Failure } from '../../core/result.ts';
import { vaultDiskError } from '../vault/disk.ts';
import type { Context } from './context.ts';

type AnyHandler = (context: Context, input: unknown) => unknown;

export interface Door {
  /** Checks the input, runs the handler, checks the output; every way out is a typed reply. */
  handle(method: string, input: unknown): Promise<Reply<unknown>>;
}

/** What a person can act on: expected failures, and SQLite's own refusals. */
export function appErrorOf(caught: unknown): AppError | null {
  if (caught instanceof Failure) return caught.error;
  const code = (caught as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return null;
  if (code.startsWith('SQLITE_BUSY')) return { code: 'vault.busy', params: { path: '' } };
  return vaultDiskError(caught, '');
}

/** Field names and rules only: what the person typed never comes back in an error. */
function whatIsWrong(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || '.'}: ${issue.code}`).join('; ');
}

export function createDoor(parts: {
  readonly handlers: Partial<Record<MethodName, AnyHandler>>;
  readonly context: Context;
  readonly explain: (error: AppError) => string;
  readonly logUnexpected: (caught: unknown) => void;
}): Door {
  function refuse(error: AppError): Reply<never> {
    const reply: ReplyError = { code: error.code, message: parts.explain(error) };
    return {
      ok: false,
      error: error.params === undefined ? reply : { ...reply, params: { ...error.params } },
    };
  }
  return {
    async handle(method, input) {
      const handler = isMethodName(method) ? parts.handlers[method] : undefined;
      if (!isMethodName(method) || handler === undefined)
        return refuse({ code: 'engine.unknown-method', params: { method } });
      const asked = METHODS[method].input.safeParse(input);
      if (!asked.success)
        return refuse({ code: 'engine.bad-input', params: { method, what: whatIsWrong(asked.error) } });
      try {
        const answered = METHODS[method].output.safeParse(await handler(parts.context, asked.data));
        if (answered.success) return { ok: true, value: answered.data };
        return refuse({ code: 'engine.bad-output', params: { method, what: whatIsWrong(answered.error) } });
      } catch (caught) {
        const known = appErrorOf(caught);
        if (known !== null) return refuse(known);
        parts.logUnexpected(caught);
        return refuse({ code: 'engine.unexpected', params: { method } });
      }
    },
  };
}
