import type { Answer } from '../../contract/questions.ts';
import { say } from '../messages.ts';
import { type CommandResult, table } from '../output.ts';
import type { Session } from '../session.ts';

/** An answer as a sentence, a table with names in place of ids, and what is missing. */
export async function answerResult(session: Session, fileId: string, answer: Answer): Promise<CommandResult> {
  const names = await labels(session, fileId, answer);
  const header = answer.columns.map((column) => say(column.key));
  const rows = answer.rows.map((row) =>
    answer.columns.map(({ key, kind }) => {
      const value = row[cellOf(key)] ?? '';
      if (kind === 'entity') return names.get(String(value)) ?? String(value);
      if (kind === 'instant' && typeof value === 'number') return new Date(value).toISOString().slice(0, 16);
      if (kind === 'money' && typeof value === 'number') return (value / 100).toFixed(2);
      return String(value);
    }),
  );
  return {
    json: {
      ...answer,
      text: say(answer.sentence.key, answer.sentence.params),
      labels: Object.fromEntries(names),
    },
    text: [
      say(answer.sentence.key, answer.sentence.params),
      ...(rows.length === 0 ? [] : table(header, rows)),
      ...answer.caveats.map((caveat) => `! ${say(caveat.key, caveat.params)}`),
    ],
  };
}

/** A column is named by its message key; the cell of a row by the last part of it. */
function cellOf(key: string): string {
  return key.split('.').at(-1) ?? key;
}

async function labels(session: Session, fileId: string, answer: Answer): Promise<Map<string, string>> {
  const keys = answer.columns
    .filter((column) => column.kind === 'entity')
    .map((column) => cellOf(column.key));
  const inRows = answer.rows
    .flatMap((row) => keys.map((key) => row[key]))
    .filter((id) => typeof id === 'string');
  const ids = [...new Set([...inRows, ...answer.highlight.entityIds])].slice(0, 5000);
  if (ids.length === 0) return new Map();
  const { rows } = await session.call('entity.list', {
    fileId,
    ids,
    offset: 0,
    limit: ids.length,
    sort: 'label',
  });
  return new Map(rows.map((entity) => [entity.id, entity.label]));
}
