import type { MethodName } from '../../contract/index.ts';
import type { Context } from '../engine/context.ts';
import type { Handlers } from '../engine/handlers.ts';
import { saveWhole } from '../engine/save-file.ts';
import { appendAudit, auditHead } from '../vault/audit.ts';
import { auditEntries, auditWords, listAudit } from '../vault/audit-list.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { csvLine } from './csv.ts';
import { ownKeys } from './keys.ts';
import { signFile } from './minisign.ts';

type AuditMethod = Extract<MethodName, `audit.${string}`>;

const HEADER = ['seq', 'at', 'actor', 'action', 'object', 'reason', 'details', 'previous_hash', 'hash'];

/** The fields as they are hashed; `at` in milliseconds UTC. A leading apostrophe guards a cell against formulas. */
function chainCsv(database: ReadableDatabase): { text: string; entries: number } {
  const lines = [`\uFEFF${csvLine(HEADER)}`];
  for (const row of auditEntries(database)) {
    lines.push(
      csvLine([
        row.seq,
        row.at,
        row.actor,
        row.action,
        row.object,
        row.reason,
        row.details,
        row.previousHash,
        row.hash,
      ]),
    );
  }
  return { text: lines.join(''), entries: lines.length - 1 };
}

async function exportChain(context: Context, path: string) {
  const database = context.database();
  const keys = await ownKeys(database);
  appendAudit(database, {
    at: context.now(),
    actor: context.actor(),
    action: 'export-audit',
    object: 'vault',
    details: { signer: keys.signer },
  });
  const { text, entries } = chainCsv(database);
  const head = auditHead(database);
  const content = Buffer.from(text, 'utf8');
  const signaturePath = `${path}.minisig`;
  saveWhole(path, content);
  const comment = `audit chain: ${entries} entries, head ${head}`;
  saveWhole(signaturePath, signFile(keys.signingKey, content, comment));
  return { path, signaturePath, entries, head, signer: keys.signer };
}

export const auditHandlers: Pick<Handlers, AuditMethod> = {
  'audit.list'(context, { offset, limit, filter }) {
    const database = context.database();
    return {
      ...listAudit(database, { offset, limit, filter: filter ?? {} }),
      actions: auditWords(database, 'action'),
      actors: auditWords(database, 'actor'),
    };
  },
  'audit.export': (context, { path }) => exportChain(context, path),
};
