import type { Reply } from '../../contract/method.ts';
import { CallError } from './call.ts';

/** Gives a dropped file's bytes to the engine, which keeps them in memory; the answer is a path that names them. */
export async function uploadFile(file: File): Promise<string> {
  const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
  });
  const reply = (await response.json()) as Reply<{ path: string }>;
  if (!reply.ok) throw new CallError(reply.error);
  return reply.value.path;
}
