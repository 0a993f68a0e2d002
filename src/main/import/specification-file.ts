import { basename } from 'node:path';
import { type ImportSpecification, importSpecification } from '../../contract/import.ts';
import { Failure } from '../../core/result.ts';
import { isTimeZone } from '../../core/time/index.ts';
import type { Context } from '../engine/context.ts';
import { saveWhole } from '../engine/save-file.ts';
import { appendAudit } from '../vault/audit.ts';
import { openSource } from './files.ts';
import { saveSpecification } from './specifications.ts';

const KIND = 'iforce-import-specification';

/** A specification for a colleague: without the id it has in this vault. */
export function exportSpecification(
  context: Context,
  specification: ImportSpecification,
  path: string,
): { path: string } {
  const content = { kind: KIND, version: 1, specification: { ...specification, id: null } };
  saveWhole(path, `${JSON.stringify(content, null, 2)}\n`);
  appendAudit(context.database(), {
    at: context.now(),
    actor: context.actor(),
    action: 'export-specification',
    object: `file:${basename(path)}`,
  });
  return { path };
}

/** Failure import.bad-specification. A specification of the same name stays beside it. */
export async function importSpecificationFile(
  context: Context,
  path: string,
): Promise<{ specification: ImportSpecification }> {
  const source = await openSource(context, path);
  try {
    const sample = await source.sample();
    const found = specificationIn(new TextDecoder().decode(sample));
    if (found === null) throw new Failure('import.bad-specification', { file: source.name });
    const id = saveSpecification(context.database(), { ...found, id: null }, context.now());
    return { specification: { ...found, id } };
  } finally {
    source.close();
  }
}

/** With or without the envelope; null where the text is no specification. */
export function specificationIn(text: string): ImportSpecification | null {
  const parsed = jsonOf(text);
  const inner =
    typeof parsed === 'object' && parsed !== null && 'kind' in parsed && 'specification' in parsed
      ? parsed.specification
      : parsed;
  const read = importSpecification.safeParse(inner);
  return read.success && isTimeZone(read.data.timeZone) ? read.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
